using StrategyBot.Rules;

namespace StrategyBot.Phases.Safeguarding;

/// <param name="Given">The number of the fact that handed it over.</param>
internal sealed record HandoverForm(string Case, int Given = 0) : ICaseForm;

/// <summary>The case goes into other hands for the night or the weekend, and back in the morning (P27).</summary>
internal sealed class CaseHandoverPart : IPart<CaseHandoverPart.Form>
{
    public const string Title = "Hand the case over";

    /// <param name="Name">Of the out-of-hours team, who has no account here.</param>
    public sealed record Form(
        string Case, string? To = null, string? What = null, string? Name = null, string? Mail = null, string? Marking = null) : ICaseForm
    {
        public bool IsByLink => !string.IsNullOrWhiteSpace(Name) || !string.IsNullOrWhiteSpace(Mail);
    }

    public static PartId Id => new(PartIds.Handover);

    public static Capability Needs => Capability.Act;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        page.Case.Meeting.IsConvened && CaseHandoverRule.MayGive(page.Whole, page.Me) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new ChoiceSetInput("to", "To whom?",
        [
            .. CaseHandoverRule.Receivers(page.Whole, page.Me)
                .Select(one => new Choice(Shortened.To(FormCard.Line, one.Label), one.Whom)),
        ]),
        new TextInput("name", $"Or who is on duty at the {page.Case.Profile.OutOfHours.Title}, to have it by a link of their own")
        {
            MaxLength = FormCard.Line,
        },
        new TextInput("mail", "Their own work address") { MaxLength = FormCard.Line },
        new TextInput("what", "What do they have to know until then?") { IsMultiline = true, MaxLength = FormCard.LongText },
        new TextBlock("Where each child is, what is due until morning, the safety plan and the numbers go with it."),
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new("Hand over")],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, null, typed.What) is not { } readers ? MarkingInput.NotSaid
        : !typed.IsByLink ? CaseHandoverRule.Give(page.Whole, page.Me, typed.To, typed.What, readers)
        : string.IsNullOrEmpty(typed.To) || typed.To == Handover.OutOfHours
            ? CaseHandoverRule.GiveByLink(page.Whole, page.Me, (typed.Name, typed.Mail), typed.What, readers)
        : new CannotBe("Choose somebody of the list, or name who is on duty: not both.") { Field = "to" };

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var (@case, one) = (page.Whole, Given(page, kept)!);
        var to = CardText.Plain(one.To(@case));
        return CaseHandoverRule.Receiver(@case, one) is { } receiver && receiver.Mail.Length > 0
            ? new($"handed over to {to}, who is told. It is theirs once they accept: by "
                + page.Words.When(CaseHandoverRule.AcceptBy(@case, one)))
            {
                Notes = @case.Find(receiver.Id) is not null && one.Given.Fact.Audience.Admits(receiver.Agency) ? []
                    : [new TextBlock("They don't read here what you wrote: ring them, and tell them.")],
            }
            : new($"to be handed over to {to}, who reads no mail here. {CardText.Plain(one.Ring(@case))} Then note who answered");
    }

    /// <summary>Where it is written down that they took it on.</summary>
    public PartButton? Next(FormPage page, Kept<Form> kept) => HandoverPage.Button(page.Whole, Given(page, kept)!);

    private static Handover? Given(FormPage page, Kept<Form> kept) =>
        page.Whole.Meeting.Safety.Handovers.FindLast(one => kept.Typed.IsByLink
            ? MailAddress.Same(CaseHandoverRule.Receiver(page.Whole, one)?.Mail, MailAddress.Visible(kept.Typed.Mail))
            : one.Given.Fact.Whom == kept.Typed.To);
}

/// <summary>What was handed over, for who takes it on and who gave it.</summary>
internal sealed class HandoverPage : IPage<HandoverForm>
{
    public static PartId Id => new("safeguarding/handover-given");

    public static Capability Needs => Capability.Act;

    public static PartButton Button(Case @case, Handover one) =>
        Id.Button("The handover", new HandoverForm(@case.Ref.Value, one.Given.Seq));

    public Refusal? Bars(FormPage page, HandoverForm asked) => CaseHandoverRule.Find(page.Whole, asked.Given) is { } one
        && (CaseHandoverRule.IsTo(one, page.Me) || CaseHandoverRule.IsFrom(page.Whole, one, page.Me)) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, HandoverForm asked)
    {
        var one = CaseHandoverRule.Find(page.Whole, asked.Given)!;
        return new("The handover", HandoverDrawing.Of(page.Whole, one, page.Me, page.Words))
        {
            Beside = !one.IsOpen ? []
                : CaseHandoverRule.IsTo(one, page.Me) ? [AcceptHandover.Button(page.Case, one)]
                : [HandoverToldPart.Button(page.Case, one).Send(), TakeHandoverBack.Button(page.Case, one)],
        };
    }
}

/// <summary>Who isn't in Teams took it on by telephone: whoever gave it writes that down under their own name.</summary>
internal sealed class HandoverToldPart : IPart<HandoverToldPart.Form>
{
    /// <param name="Who">Who took it on there.</param>
    /// <param name="At">At what time; now, if it is left out.</param>
    public sealed record Form(string Case, int Given = 0, string? Who = null, TimeOnly? At = null) : ICaseForm;

    public static PartId Id => new("safeguarding/handover-told");

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<string> Keys => ["given"];

    public static PartButton Button(Case @case, Handover one) =>
        Id.Button(one.IsToDesk(@case) ? "Note who answered" : "They took it on by telephone",
            new Form(@case.Ref.Value, one.Given.Seq));

    public Refusal? Bars(FormPage page, Form asked) => CaseHandoverRule.Find(page.Whole, asked.Given) is { } one
        && CaseHandoverRule.IsFrom(page.Whole, one, page.Me) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var one = CaseHandoverRule.Find(page.Whole, asked.Given)!;
        return new("Accepted by telephone",
        [
            new PlainText($"{one.To(page.Whole)}{(one.Phone(page.Whole) is { Length: > 0 } phone ? $", {phone}" : "")}")
            {
                Weight = TextWeight.Bolder,
            },
            new TextInput("who", one.IsToDesk(page.Whole) ? "Who answered there: name and role" : "Who took it on?")
            {
                MaxLength = FormCard.Line,
                Value = one.Accepted?.Fact.Who,
            },
            new TimeInput("at", "At what time? Leave it out for now")
            {
                Value = one.Accepted?.Fact.HappenedAt is { } at ? page.Words.LocalTime(at) : null,
            },
        ])
        {
            Saves = [new("They took it on")],
        };
    }

    public Decision Decide(FormPage page, Form typed) => At(page, typed).Match(
        at => CaseHandoverRule.Told(page.Whole, page.Me, typed.Given, typed.Who, at),
        why => new CannotBe(why) { Field = "at" });

    /// <summary>Said past midnight of a time before it.</summary>
    private static Typed<DateTimeOffset?> At(FormPage page, Form typed)
    {
        var stands = CaseHandoverRule.Find(page.Whole, typed.Given)?.Accepted?.Fact.HappenedAt;
        if (typed.At is not { } time || (stands is { } said && page.Words.LocalTime(said) == time))
        {
            return new Typed<DateTimeOffset?>.Understood(typed.At is null ? null : stands);
        }

        var today = page.Words.LocalDate(page.Now);
        var day = time > page.Words.LocalTime(page.Now) ? today.AddDays(-1) : today;
        return page.Words.OnTheClock(day, time, page.Now).Then<DateTimeOffset?>(at => new Typed<DateTimeOffset?>.Understood(at));
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new($"accepted by telephone, {page.Words.When(Accepted(page, kept).Fact.HappenedAt ?? Accepted(page, kept).At)}");

    private static Decided<HandoverAccepted> Accepted(FormPage page, Kept<Form> kept) =>
        CaseHandoverRule.Find(page.Whole, kept.Typed.Given)!.Accepted!;
}

/// <summary>Whoever it is handed over to takes it on, in one tap.</summary>
internal sealed class AcceptHandover : IAct<HandoverForm>
{
    public static string Verb => "safeguarding/accept-handover";

    public static Capability Needs => Capability.Act;

    public static SubmitAction Button(Case @case, Handover one) =>
        Actions.Send("I take it on", Verb, new HandoverForm(@case.Ref.Value, one.Given.Seq));

    public Decision Decide(FormPage page, HandoverForm pressed) => CaseHandoverRule.Accept(page.Whole, page.Me, pressed.Given);

    public Echo Saved(FormPage page, Kept<HandoverForm> kept) => new("you took it on. The case is in your hands");

    /// <summary>What the night's team chaired goes on under a chair of the day.</summary>
    public PartButton? Next(FormPage page, Kept<HandoverForm> kept) =>
        page.Me.May(Capability.TakeChair) && OutOfHoursDesk.IsOf(page.Case.Chair)
            ? new PartButton("Take over as chair", PartIds.TakeOver, CaseForm.Of(page.Case))
            : null;
}

/// <summary>It stays with who gave it.</summary>
internal sealed class TakeHandoverBack : IAct<HandoverForm>
{
    public static string Verb => "safeguarding/take-handover-back";

    public static Capability Needs => Capability.Act;

    public static SubmitAction Button(Case @case, Handover one) =>
        Actions.Send("Take it back", Verb, new HandoverForm(@case.Ref.Value, one.Given.Seq));

    public Decision Decide(FormPage page, HandoverForm pressed) => CaseHandoverRule.TakeBack(page.Whole, page.Me, pressed.Given);

    public Echo Saved(FormPage page, Kept<HandoverForm> kept) => new("it is handed over no more. It stays with you");
}
