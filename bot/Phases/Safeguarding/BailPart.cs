namespace StrategyBot.Phases.Safeguarding;

/// <summary>Police or chair write down bail or court conditions on an adult, or that they were varied (P32).</summary>
internal sealed class BailPart : IPart<BailPart.Form>
{
    public const string Title = "Bail or court conditions";

    /// <param name="Said">The number of those that are varied.</param>
    public sealed record Form(
        string Case, int? Said = null, string? Adult = null, BailKind? Kind = null, string? Conditions = null, DateOnly? Day = null,
        TimeOnly? Time = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.Bail);

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<string> Keys => ["said"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public static PartButton Vary(Case @case, Bail bail) => Id.Button("Varied", new Form(@case.Ref.Value, bail.Said.Seq));

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Meeting.IsConvened && ContactHoldRule.May(page.Whole, page.Me)
        && (asked.Said is null || Bail.Find(page.Whole, asked.Said) is not null) ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var (@case, words) = (page.Case, page.Words);
        var (bail, whole) = (Bail.Find(@case, asked.Said), Bail.Find(page.Whole, asked.Said));
        var stands = bail?.Said.Fact;
        return new(Title,
        [
            new TextBlock("Everybody at the meeting reads on whom, and until when. Is there no end? Say when you look at it again."),
            new ChoiceSetInput("adult", "On whom?",
            [
                .. @case.Adults.Select(adult => new Choice(Shortened.Name(@case.NameOf(adult.Id.Value)), adult.Id.Value)),
                new("Somebody who is not on the case: say who in the conditions", Bail.SomebodyElse),
            ])
            {
                Value = stands is not null ? stands.Adult?.Value ?? Bail.SomebodyElse
                    : @case.Adults is [var only] ? only.Id.Value : null,
            },
            Choices.Radios("kind", "Which is it?", WordTables.Bail, stands?.Kind ?? BailKind.PoliceBail),
            .. bail is null || BailRule.MayRead(whole!, page.Me) ? (IReadOnlyList<CardElement>)
                [
                    new TextInput("conditions", "What are the conditions?")
                    {
                        IsMultiline = true,
                        MaxLength = FormCard.LongText,
                        Value = stands?.Conditions,
                    },
                ]
                : [new TextBlock("The conditions are marked for others. They stay as they are: ask the police to change them.")],
            new DateInput("day", "Until which day? Leave it out if nobody knows yet")
            {
                Value = stands?.EndsAt is { } day ? words.LocalDate(day) : null,
            },
            new TimeInput("time", "At what time? Leave it out if only the day is known")
            {
                Value = stands is { EndsAt: { } time, TimeToConfirm: not true } ? words.LocalTime(time) : null,
            },
            .. MarkingInput.Beside(page, stands, whole?.Said.Fact, stands?.Audience, "Who may read the conditions"),
        ])
        {
            Preselected = stands is null ? ["adult", "kind", MarkingInput.Id] : [],
        };
    }

    public Decision Decide(FormPage page, Form typed) =>
        MarkingInput.Said(page, typed.Marking, Bail.Find(page.Whole, typed.Said)?.Said.Fact.Audience, typed.Conditions)
            is not { } readers ? MarkingInput.NotSaid
            : (typed.Day, typed.Time) switch
            {
                (null, null) => Say(page, typed, null, readers),
                ({ } day, null) => Say(page, typed, page.Words.At(day, default), readers),
                // A time alone is today's: asked too early rather than too late.
                (var day, { } time) => page.Words.OnTheClock(day ?? page.Words.LocalDate(page.Now), time, page.Now).Match(
                    at => Say(page, typed, at, readers), why => new CannotBe(why) { Field = "time" }),
            };

    private static Decision Say(FormPage page, Form typed, DateTimeOffset? at, Readers readers) => BailRule.Say(
        page.Whole, page.Me, typed.Said, typed.Adult, typed.Kind, typed.Conditions, at, typed.Time is null, readers);

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var said = Bail.Of(page.Whole).Where(bail => page.Me.Is(bail.Said.By)).MaxBy(bail => bail.Said.Seq)!;
        return new(said.Said.Fact.EndsAt is not { } at ? "nobody knows yet until when. You are asked for it in a day"
            : at <= page.Now ? "the end has passed. Say what stands now"
            : "police, chair and social worker are told a day and an hour before the end");
    }
}

/// <summary>Bail or court conditions stand no more: lifted, no further action, or ended in another way (P32).</summary>
internal sealed class BailEndPart : IPart<BailEndPart.Form>
{
    private const string Title = "Bail or court conditions ended";

    /// <param name="Said">The number of those that ended.</param>
    /// <param name="Chosen">What the button said.</param>
    public sealed record Form(
        string Case, int Said = 0, BailEnd? Chosen = null, BailEnd? How = null, string? What = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new("safeguarding/bail-ended");

    public static Capability Needs => Capability.Act;

    public static IReadOnlyList<string> Keys => ["said"];

    /// <summary>A button for each answer that needs no words, which it brings.</summary>
    public static IEnumerable<PartButton> Buttons(Case @case, Bail bail) =>
        new BailEnd?[] { BailEnd.Lifted, BailEnd.NoFurtherAction, null }.Select(how => Id.Button(
            how is { } one ? WordTables.BailEnd.InForm(one) : "Ended otherwise", new Form(@case.Ref.Value, bail.Said.Seq, how)));

    public Refusal? Bars(FormPage page, Form asked) =>
        ContactHoldRule.May(page.Whole, page.Me) && Bail.Find(page.Whole, asked.Said) is not null ? null : new NotYourPart();

    public Drawn Draw(FormPage page, Form asked)
    {
        var bail = Bail.Find(page.Case, asked.Said)!;
        return new(Title,
        [
            .. BailDrawing.Lines(page.Case, bail, page.Me, page.Words),
            Choices.Radios("how", "How did it end?", WordTables.BailEnd, asked.Chosen),
            new TextInput("what", "What was said, and by whom? Leave it out if there is nothing to add")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
            },
            MarkingInput.For(page.Case, page.Me.Agency),
        ])
        {
            Saves = [new("It ended")],
            Preselected = ["how", MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.What) is { } readers
        ? BailRule.End(page.Whole, page.Me, typed.Said, typed.How, typed.What, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new("it stands no more. Chair, social worker and whoever keeps the safety plan are being told");
}
