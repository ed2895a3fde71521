using System.Text.Json;
using System.Text.Json.Serialization;
using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>Takes the answer to the first question, a reference, and opens the case; one, however often the same form is sent.</summary>
/// <remarks>No part: there is no case yet that it could be drawn from.</remarks>
internal sealed class FirstQuestion(
    Clerk clerk, CaseStart start, ConvenerGroup group, Users users, PartTable parts, IServiceProvider services, Words words,
    TimeProvider clock)
    : IVerb<FirstQuestion.Form>
{
    public static string Verb => "convening/open";

    /// <param name="Ticket">Names the opening. Another person's ticket is another opening.</param>
    /// <param name="Answer">As it was sent.</param>
    public sealed record Form(
        string Ticket, string? Answer = null, IReadOnlyList<string>? Which = null, string? Reason = null, string? Marking = null)
    {
        /// <summary>The case beside which it begins, and what its child is to that one's (R3, R50).</summary>
        public string? LinkTo { get; init; }

        public string? LinkAs { get; init; }

        /// <summary>What an earlier card asked besides.</summary>
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Else { get; init; }

        public IReadOnlyDictionary<string, string> Gone =>
            GoneInputs.Said(CardJson.Sent(JsonSerializer.SerializeToElement(Else ?? [])));
    }

    /// <summary>The first question of a new case.</summary>
    /// <param name="typed">What was sent, where it comes back.</param>
    public static Reply.Show Ask(ProcedureProfile profile, Form typed, string? notSaved = null)
    {
        // A text that is longer than its input comes back whole.
        IReadOnlyList<CardElement> Whole(CardInput input) => [new Field(input).With(new Field(input).Shown)];
        var asked = notSaved is null ? UrgencyPart.Ask(profile, null) : DrawnFields.Replace(UrgencyPart.Ask(profile, Read(typed)), Whole);
        return new("Convene", FormCard.Of(
            UrgencyPart.Title,
            notSaved,
            [
                .. asked, Marking(typed), .. typed.Gone.Select(text => FormState.Carry(text.Key, text.Value)),
                notSaved is null ? FormCard.NotSavedYet : FormCard.StillNotSaved,
            ],
            Actions.Send("Save and go on", Verb, new { typed.Ticket, typed.LinkTo, typed.LinkAs })));
    }

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (asker, typed) = (turn.Asker(), Read(form));
        var audience = Readers(form);
        // No reference is taken for an answer that can't be.
        Refusal? gone = form.Gone.Count == 0 ? null : new NotAskedAnyMore([.. form.Gone.Keys.Select(GoneInputs.Name)]);
        if ((gone ?? Wrong(form) ?? (start.Facts(new(new(""), ""), asker, typed, audience) as Decision.Refused)?.Because) is { } why)
        {
            return Ask(start.Profile, form, why.Say(words));
        }

        if (await group.RefusesAsync(turn, cancellationToken) is { } refused)
        {
            return Ask(start.Profile, form, refused);
        }

        var reference = await start.ReferenceAsync(asker, form.Ticket, cancellationToken);
        // Which title it is says who should chair a complex case; convening never waits for it.
        var title = await turn.Patience.AskAsync(token => users.JobTitleAsync(turn.By.ObjectId, token), () => "", cancellationToken);
        var facts = start.Facts(reference, asker, typed, audience, title).Match(facts => facts, _ => []);
        if (Choices.Read(WordTables.CaseLinkKind, form.LinkAs) is { } kind
            && await clerk.ReadAsync(turn, new CaseId(form.LinkTo ?? ""), Capability.Arrange, null, cancellationToken) is { } beside)
        {
            facts = [.. facts, new CaseLinked(beside.Case.Id.Value, kind)];
        }

        var view = await clerk.OpenAsync(asker, reference.Id, turn.Source, facts, cancellationToken);
        return await GoOnAsync(view, facts.OfType<CaseOpened>().Single().Urgent, form, turn, cancellationToken);
    }

    /// <summary>The next step of a case that is new, or where one stands that this card opened before.</summary>
    private async Task<Reply> GoOnAsync(
        CaseView view, UrgentQuestion sent, Form form, Turn turn, CancellationToken cancellationToken)
    {
        var @case = view.Case;
        if (@case.Urgent != sent)
        {
            var stands = $"This card has opened {@case.Id} {@case.CheckWord} before. What stands there is below: change it there.";
            return await parts.OpenAsync(Step.Urgent.Button(@case), services, turn, [FormCard.NotSaved(stands)], cancellationToken);
        }

        // The same press delivered twice is answered as the first; another press of the card writes nothing.
        var isWritten = await clerk.HasWrittenAsync(@case.Id, turn.Source, cancellationToken);
        var said = new Echo("the case is open").Say(new(view, words, clock.GetUtcNow(), view.Whole.Version), isWritten);
        if (@case.Meeting.IsConvened)
        {
            return said;
        }

        var next = @case.Circumstances is null ? Step.Now : StepRule.FirstOpen(@case);
        IReadOnlyList<CardElement> asks = @case.Urgent.Reason.Length == 0 ? [] : MarkingInput.Unsaid(
            form.Marking, @case.Limit.UrgentFor, UrgencyPart.Id.Send("Choose who may read this", CaseForm.Of(@case)));
        return await parts.OpenAsync(
            next.Button(@case), services, turn, [FormCard.Said(said.Text, isWritten), .. asks], cancellationToken);
    }

    // Nobody is invited yet whom it could name.
    private static ChoiceSetInput Marking(Form typed) => MarkingInput.For(
        [], Agency.SocialCare, MarkingInput.Named(typed.Marking, [Agency.SocialCare]), null, UrgencyPart.AsksForWhom);

    /// <summary>Whoever convenes chairs, so a reason of a card that doesn't ask is for their agency alone until somebody says more.
    /// </summary>
    private static Audience Readers(Form form) =>
        MarkingInput.Named(form.Marking, [Agency.SocialCare])
        ?? (string.IsNullOrWhiteSpace(form.Reason) ? Audience.Professionals : Audience.Only(Agency.SocialCare));

    private static CannotBe? Wrong(Form form) =>
        form.Answer is { Length: > 0 } && Read(form).Answer is null
            ? new CannotBe("Choose again under “Your answer”: what was chosen is not offered.")
        : form.Reason?.Trim().Length > FormCard.LongText
            ? new CannotBe($"The reason is longer than {FormCard.LongText:N0} characters. Shorten it.")
        : null;

    private static UrgentQuestion Read(Form form) => new(
        Enum.TryParse<YesNo>(form.Answer, ignoreCase: true, out var answer) && Enum.IsDefined(answer) ? answer : null,
        [.. form.Which ?? []],
        form.Reason ?? "");
}

/// <summary>What every new case begins with: a reference, and the authority's whole procedure as it is now (design §7).</summary>
internal sealed class CaseStart(References references, ProcedureProfile profile)
{
    public ProcedureProfile Profile => profile;

    public Decision Facts(Reference reference, Asker convener, UrgentQuestion typed, Audience audience, string jobTitle = "") =>
        UrgencyRule.Open(
        reference.Id,
        reference.CheckWord,
        profile,
        BankHolidays.Newest.Version,
        new(new("person-1"), convener.Name, Agency.SocialCare, "", "", convener.Mail ?? "", "", [Role.Chair], convener.Id)
        {
            ChannelId = convener.ChannelId,
        },
        typed,
        audience,
        jobTitle);

    /// <summary>The same ticket of the same person gets the same reference, however often it is sent.</summary>
    public Task<Reference> ReferenceAsync(Asker convener, string ticket, CancellationToken cancellationToken) =>
        references.TakeAsync($"{convener.Id.Value}/{ticket}", cancellationToken);
}
