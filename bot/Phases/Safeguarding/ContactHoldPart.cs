namespace StrategyBot.Phases.Safeguarding;

/// <summary>Police or chair hold contact with the family: everything is filled in, so that it is one tap (P5).</summary>
internal sealed class ContactHoldPart : IPart<ContactHoldPart.Form>
{
    public const string Title = "Hold on contact with the family";

    private static readonly TimeOnly Morning = new(10, 0);

    public sealed record Form(
        string Case, string? Adult = null, DateOnly? Day = null, TimeOnly? Time = null, string? Because = null, string? MaySay = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.ContactHold);

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static IReadOnlyList<string> Keys => ["adult"];

    public static PartButton Button(Case @case, StandingHold? hold = null) => Id.Button(Title, new Form(@case.Ref.Value, hold?.Whom));

    /// <summary>Whom nobody holds yet: what is held has a form of its own.</summary>
    public static IReadOnlyList<Choice> Offered(Case @case) =>
    [
        .. new[] { new Choice("Everybody in the family", StandingHold.Everybody) }
            .Concat(@case.Adults.Select(adult => new Choice(@case.NameOf(adult.Id.Value), adult.Id.Value)))
            .Where(whom => StandingHold.Find(@case, whom.Value) is null),
    ];

    public Refusal? Bars(FormPage page, Form asked) =>
        !page.Case.Meeting.IsConvened || !ContactHoldRule.May(page.Whole, page.Me) ? new NotYourPart()
            : asked.Adult is null && Offered(page.Case).Count == 0 ? new CannotBe("Contact with everybody is held already.")
            : null;

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, words) = (page.Case, page.Words);
        var (hold, whole) = (StandingHold.Find(@case, asked.Adult), StandingHold.Find(page.Whole, asked.Adult));
        var review = hold?.Held.Fact.ReviewAt ?? words.At(words.LocalDate(page.Now).AddDays(1), Morning);
        return new(Title,
        [
            new TextBlock($"{HoldLines.NotDelayed} It stays on until the police lift it."),
            hold is null
                ? new ChoiceSetInput("adult", "Whom does it hold?", Offered(@case)) { Value = asked.Adult ?? Offered(@case)[0].Value }
                : new PlainText($"It holds {StandingHold.Named(@case, hold.Adult)}.") { Weight = TextWeight.Bolder },
            new DateInput("day", "On which day do you look at it again?") { Value = words.LocalDate(review) },
            new TimeInput("time", "At what time?") { Value = words.LocalTime(review) },
            new TextInput("because", "Why")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
                Value = hold is null ? "The police speak with them first." : hold.Held.Fact.Because,
            },
            new TextInput("maySay", "What staff may say, in one sentence. Everybody at the meeting reads it")
            {
                MaxLength = FormCard.Line,
                Value = hold is null ? "I can't speak about that just now. Somebody will ring you." : hold.Held.Fact.MaySay,
            },
            .. MarkingInput.Beside(page, hold?.Held.Fact, whole?.Held.Fact, hold?.Held.Fact.Audience),
        ])
        {
            Saves = [new("Hold")],
            Preselected = hold is null ? ["adult", "day", "time", "because", "maySay", MarkingInput.Id] : [],
            Beside = hold is null ? [] : [ContactHoldLiftPart.Button(@case, hold).Send()],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, StandingHold.Find(page.Whole, typed.Adult)?.Held.Fact.Audience, typed.Because)
            is not { } readers ? MarkingInput.NotSaid
            : typed.Day is { } day
                ? page.Words.OnTheClock(day, typed.Time ?? Morning, page.Now).Match(
                    at => Hold(page, typed, at, readers), why => new CannotBe(why) { Field = "time" })
                : Hold(page, typed, null, readers);

    private static Decision Hold(FormPage page, Form typed, DateTimeOffset? at, Readers readers) =>
        ContactHoldRule.Hold(page.Whole, page.Me, typed.Adult, at, typed.Because, typed.MaySay, page.Now, readers);

    public Echo Saved(FormPage page, Kept<Form> kept) => new("contact is held. Everybody at the meeting reads whom to ask first",
    [
        new TextBlock("Is something kept from the family by it? Say what and why under “Information not shared”."),
    ]);
}

/// <summary>Contact is held no more: the police say so, or the chair with a reason after trying them.</summary>
internal sealed class ContactHoldLiftPart : IPart<ContactHoldLiftPart.Form>
{
    private const string Title = "Lift the hold";

    public sealed record Form(string Case, string? Adult = null, string? Because = null, string? Tried = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new("safeguarding/lift-contact-hold");

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<string> Keys => ["adult"];

    public static PartButton Button(Case @case, StandingHold hold) => Id.Button(Title, new Form(@case.Ref.Value, hold.Whom));

    /// <summary>Pressed once more, it is lifted already.</summary>
    public Refusal? Bars(FormPage page, Form asked) => !ContactHoldRule.May(page.Whole, page.Me) ? new NotYourPart()
        : StandingHold.WasHeld(page.Whole, asked.Adult) ? null
        : new CannotBe("Nothing was held there.");

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        .. HoldLines.On(page.Case),
        .. ContactHoldRule.IsPolice(page.Me) ? (IReadOnlyList<CardElement>)[]
            : [new TextInput("tried", "Whom of the police did you try, and when?") { MaxLength = FormCard.Line }],
        new TextInput("because", "Why") { IsMultiline = true, MaxLength = FormCard.LongText },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Saves = [new(Title)],
        Preselected = [MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, null, typed.Because, typed.Tried) is { } readers
            ? ContactHoldRule.Lift(page.Whole, page.Me, typed.Adult, typed.Because, typed.Tried, readers)
            : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new("contact is held no more");
}
