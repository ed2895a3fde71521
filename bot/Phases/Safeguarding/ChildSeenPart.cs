namespace StrategyBot.Phases.Safeguarding;

/// <summary>The child must be seen (P29): seen, alone, when, by whom; or that somebody went and could not.</summary>
internal sealed class ChildSeenPart : IPart<ChildSeenPart.Form>
{
    public const string Title = "Child seen";

    public sealed record Form(
        string Case, string? Child = null, VisitOutcome? Outcome = null, string? ByWhom = null, DateOnly? Day = null, TimeOnly? Time = null,
        string? What = null, string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.ChildSeen);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["day", "time"]];

    public static PartButton Button(Case @case, Child child) =>
        Id.Button($"{Title} – {child.Number}", new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => page.Case.Meeting.IsConvened
        && PositionDrawing.Whom(page.Case, asked.Child) is { Details.Unborn: false } ? null : new NoChildMeant();

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = PositionDrawing.Whom(page.Case, asked.Child)!;
        return new($"{Title} – {child.Number}",
        [
            new PlainText(Shortened.To(FormCard.Line, ChildChoice.Named(child))) { Weight = TextWeight.Bolder },
            .. SeenDrawing.Stands(page.Case, child, page.Words).Select(line => new PlainText(line)),
            Choices.Radios("outcome", "Was the child seen?", WordTables.Visit, null),
            new TextInput("byWhom", "By whom? Leave it out if it was you") { MaxLength = FormCard.Line },
            new DateInput("day", "On which day? Leave it out for today"),
            new TimeInput("time", "At what time? Leave it out for now, or if only the day is known"),
            new TextInput("what", "How the child was; or what was said at the door") { IsMultiline = true, MaxLength = FormCard.LongText },
            MarkingInput.For(page.Case, page.Me.Agency),
        ])
        {
            Frame = Title,
            Preselected = [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        if (MarkingInput.Said(page, typed.Marking, null, typed.ByWhom, typed.What) is not { } readers)
        {
            return MarkingInput.NotSaid;
        }

        var today = page.Words.LocalDate(page.Now);
        Decision Visit(DateTimeOffset? at, bool isDay) => SeenRule.Visit(page.Whole, page.Me, ChildChoice.Read(page.Whole, typed.Child),
            typed.Outcome, typed.ByWhom, typed.What, at, isDay, page.Now, readers);
        return (typed.Day, typed.Time) switch
        {
            (null, null) => Visit(null, false),
            ({ } day, null) => day == today ? Visit(null, false) : Visit(page.Words.At(day, default), true),
            // Said past midnight of a time before it.
            (var day, { } time) => page.Words.OnTheClock(
                day ?? (time > page.Words.LocalTime(page.Now) ? today.AddDays(-1) : today), time, page.Now).Match(
                at => Visit(at, false), why => new CannotBe(why) { Field = "time" }),
        };
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Outcome is VisitOutcome.SeenAlone or VisitOutcome.SeenWithOthers
        ? "the child was seen"
        : "the child was not seen. Take legal advice today, and say what it came to");

    public PartButton? Next(FormPage page, Kept<Form> kept) =>
        PositionDrawing.Whom(page.Case, kept.Typed.Child) is { } child && SeenRule.Refused(page.Whole, child) is not null
            ? LegalAdvicePart.Button(page.Case, child)
            : null;
}

/// <summary>A child could not be seen: what legal advice came to that day (section 47(6), P29).</summary>
internal sealed class LegalAdvicePart : IPart<LegalAdvicePart.Form>
{
    public const string Title = "Legal advice";

    public sealed record Form(string Case, string? Child = null, AdviceOutcome? Outcome = null, string? What = null, string? Marking = null)
        : ICaseForm;

    public static PartId Id => new(PartIds.LegalAdvice);

    public static Capability Needs => Capability.FillForm;

    public static IReadOnlyList<string> Keys => ["child"];

    public static PartButton Button(Case @case, Child child) =>
        Id.Button($"{Title} – {child.Number}", new Form(@case.Ref.Value, child.Id.Value));

    public Refusal? Bars(FormPage page, Form asked) => PositionDrawing.Whom(page.Case, asked.Child) is { } child
        && SeenRule.Last(page.Case, child) is { Fact.IsSeen: false } ? null : new NoChildMeant();

    public Drawn Draw(FormPage page, Form asked)
    {
        var child = PositionDrawing.Whom(page.Case, asked.Child)!;
        return new($"{Title} – {child.Number}",
        [
            .. SeenDrawing.Law(page.Case),
            .. SeenDrawing.Stands(page.Case, child, page.Words).Select(line => new PlainText(line)),
            Choices.Radios("outcome", "What did legal advice come to?", WordTables.Advice, null),
            new TextInput("what", "Which order, and who applies; or why the child is safeguarded without")
            {
                IsMultiline = true,
                MaxLength = FormCard.LongText,
            },
            MarkingInput.For(page.Case, page.Me.Agency),
        ])
        {
            Frame = Title,
            Preselected = [MarkingInput.Id],
        };
    }

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.What) is { } readers
        ? SeenRule.Advise(page.Whole, page.Me, ChildChoice.Read(page.Whole, typed.Child), typed.Outcome, typed.What, readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept) => new(kept.Typed.Outcome == AdviceOutcome.OrderAppliedFor
        ? "an order is applied for. The child is still to be seen"
        : "why the child is safeguarded without an order");
}
