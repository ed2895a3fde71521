namespace StrategyBot.Phases.Answering;

/// <summary>The invitee's answer: come, send a deputy, write, or none of them; and what is ready (R11–R14).</summary>
internal sealed class InvitationPart : IPart<InvitationPart.Form>
{
    private const string Title = "Answer the invitation", Records = "records", Decides = "decide", Link = "link",
        Knows = "knows-child", Desk = "duty-desk";

    /// <param name="IsReady">Said by its own button: coming, with all that has to be ready.</param>
    public sealed record Form(
        string Case, Rsvp? Answer = null, IReadOnlyList<string>? Ticks = null, string? DecisionMaker = null, bool? IsReady = null)
        : ICaseForm
    {
        internal Form Whole() => IsReady == true
            ? this with { Answer = Rsvp.Coming, Ticks = [.. (Ticks ?? []).Union([Records, Decides, Link])] }
            : this;

        /// <summary>The agency's records are checked.</summary>
        internal bool RecordsChecked => Ticks?.Contains(Records) == true;

        internal bool CanDecide => Ticks?.Contains(Decides) == true;

        internal bool LinkWorks => Ticks?.Contains(Link) == true;

        internal bool KnowsChild => Ticks?.Contains(Knows) == true;

        internal bool IsFromDutyDesk => Ticks?.Contains(Desk) == true;
    }

    public static PartId Id => new(PartIds.Invitation);

    public static Capability Needs => Capability.AnswerInvitation;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["ticks", "decisionMaker"]];

    public static PartButton Button(Case @case) => Id.Button(Title, CaseForm.Of(@case));

    public Refusal? Bars(FormPage page, Form asked) => InvitationRule.Closed(page.Whole, page.Me);

    public Drawn Draw(FormPage page, Form asked)
    {
        var room = page.Case.Meeting.Room;
        var stands = page.Case.Meeting.Attendance.Standing.GetValueOrDefault(page.Me.Id);
        return new(Title,
        [
            new TextBlock(room.Convened is { } convened
                ? $"{page.Words.When(convened.StartsAt)} to {page.Words.Time(convened.EndsAt)}"
                : "The time is not set yet."),
            Choices.Radios("answer", "Will you come?", WordTables.Rsvp, stands?.Answer),
            new ChoiceSetInput("ticks", "What is ready, and do you know the child?",
            [
                new("My agency's records on the children and the household are checked", Records),
                new("I can decide for my agency", Decides),
                new("The link to the meeting works for me", Link),
                new(WordTables.Acquaintance.InForm(Acquaintance.KnowsChild), Knows),
                new(WordTables.Acquaintance.InForm(Acquaintance.DutyDesk), Desk),
            ])
            {
                IsMultiSelect = true,
                Style = ChoiceSetStyle.Expanded,
                Value = Ticks(stands),
            },
            new TextInput("decisionMaker", "If you can't decide for your agency: who can?")
            {
                MaxLength = FormCard.Line,
                Value = stands?.DecisionMaker,
            },
        ])
        {
            Frame = "Your invitation",
            Saves = [new("Save"), new("Coming: records checked, I can decide, link works", new { IsReady = true }) { MayGoOn = true }],
            Beside = room.Chat is { JoinUrl: var url } && Uri.TryCreate(url, UriKind.Absolute, out var join)
                ? [new OpenUrlAction("Try the link", join),
                    .. stands is { LinkWorks: false, Answer: Rsvp.Coming } ? (IReadOnlyList<CardAction>)[LinkWorks.Button(page.Case)] : []]
                : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) => InvitationRule.Answer(page.Whole, page.Me, typed.Whole());

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(RsvpWords.Say(page.Case.Meeting.Attendance.Standing.GetValueOrDefault(page.Me.Id)));

    /// <summary>Who comes in their place, or what the meeting should know without them (R13, R14).</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => kept.Typed.Answer switch
    {
        Rsvp.SendingDeputy when InvitationRule.DeputyOf(page.Case, page.Me) is null => DeputyPart.Button(page.Case),
        Rsvp.WrittenUpdate or Rsvp.CannotCome when !page.Case.Meeting.Attendance.WrittenUpdates.ContainsKey(page.Me.Id) =>
            UpdatePart.Button(page.Case),
        _ => null,
    };

    private static string Ticks(InvitationAnswered? stands) => string.Join(',', new[]
    {
        stands is { RecordsChecked: true } ? Records : "",
        stands is { CanDecide: true } ? Decides : "",
        stands is { LinkWorks: true } ? Link : "",
        stands is { Knows: Acquaintance.KnowsChild } ? Knows : "",
        stands is { Knows: Acquaintance.DutyDesk } ? Desk : "",
    }.Where(tick => tick.Length > 0));
}

/// <summary>The link to the meeting was tried, and works: one tap, with nothing else of the answer touched.</summary>
internal sealed class LinkWorks : IAct<CaseForm>
{
    public static string Verb => PartIds.LinkWorks;

    public static Capability Needs => Capability.AnswerInvitation;

    public static SubmitAction Button(Case @case) =>
        Actions.Send("The link works", Verb, CaseForm.Of(@case)) with { AssociatedInputs = AssociatedInputs.None };

    public Decision Decide(FormPage page, CaseForm pressed) => InvitationRule.LinkWorks(page.Whole, page.Me);

    public PartButton Back(FormPage page, CaseForm pressed) => InvitationPart.Button(page.Case);

    public Echo Saved(FormPage page, Kept<CaseForm> kept) => new("the link to the meeting works for you");
}

/// <summary>Answers to the invitation in words.</summary>
internal static class RsvpWords
{
    public static string Say(Rsvp? answer) => answer is { } given ? WordTables.Rsvp.InList(given) : "No answer yet";

    /// <summary>To the time that stands; beside it what was answered to an earlier one.</summary>
    public static string Say(Attendance held, Participant person) => Say(held.Standing.GetValueOrDefault(person.Id))
        + (held.Outdated.Contains(person.Id) ? $" (to the old time: {Say((Rsvp?)held.Answers[person.Id].Answer)})" : "");

    /// <summary>With what was ticked beside it, and how it came to be known where that was not the form.</summary>
    public static string Say(InvitationAnswered? answer) => answer is null ? Say((Rsvp?)null) : string.Join(" · ", new[]
    {
        Say(answer.Answer),
        WordTables.Via.InList(answer.Via),
        answer.RecordsChecked ? "records checked" : "",
        answer.CanDecide ? "can decide" : "",
        answer.DecisionMaker.Length > 0 ? $"{Shortened.Name(answer.DecisionMaker)} decides" : "",
        answer.LinkWorks ? "link works" : "",
        answer.Handover ? "handover given" : "",
        answer.Knows is { } knows ? WordTables.Acquaintance.InList(knows) : "",
    }.Where(part => part.Length > 0));
}
