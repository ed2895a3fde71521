namespace StrategyBot.Phases.Safeguarding;

/// <summary>The interim safety plan was reviewed, with the family first: does it keep the children safe, and when is it reviewed next
/// (R83–R85)?</summary>
internal sealed class ReviewHeldPart : IPart<ReviewHeldPart.Form>
{
    public const string Title = "Safety plan reviewed";

    // Within the week.
    private const int WorkingDaysAhead = 5;

    public sealed record Form(
        string Case, DateOnly? On = null, ReviewedHow? How = null, PlanWorks? Works = null, string? What = null, DateOnly? Next = null,
        string? Marking = null) : ICaseForm;

    public static PartId Id => new(PartIds.SafetyReviewHeld);

    public static Capability Needs => Capability.FillForm;

    public static PartButton Button(Case @case) => Id.Button(Title, new Form(@case.Ref.Value));

    public Refusal? Bars(FormPage page, Form asked) =>
        SafetyPlanRule.CanBeReviewed(page.Case) ? null : SafetyPlanRule.NothingToReview;

    public Drawn Draw(FormPage page, Form asked) => new(Title,
    [
        new TextBlock("The family reviews it first, then the agencies. Where it is not kept to, ask the family why."),
        .. Lines(page.Case, page.Words).Take(1),
        new DateInput("on", "On which day was it reviewed? Leave it out for today"),
        new ChoiceSetInput("how", "How was it reviewed?", Choices.Of(WordTables.ReviewedHow)),
        Choices.Radios("works", "Does it keep the children safe?", WordTables.PlanWorks, null),
        new TextInput("what", "What was found, and what the family says. If they were not asked, why")
        {
            IsMultiline = true,
            MaxLength = FormCard.LongText,
        },
        new DateInput("next", "On which day is it reviewed next?") { Value = Ahead(page) },
        MarkingInput.For(page.Case, page.Me.Agency),
    ])
    {
        Preselected = ["next", MarkingInput.Id],
    };

    public Decision Decide(FormPage page, Form typed) => MarkingInput.Said(page, typed.Marking, null, typed.What) is { } readers
        ? SafetyPlanRule.Held(page.Whole, page.Me, typed.On, typed.How, typed.Works, typed.What, typed.Next, page.Now, page.Words,
            readers)
        : MarkingInput.NotSaid;

    public Echo Saved(FormPage page, Kept<Form> kept)
    {
        var next = page.Case.Meeting.Safety.ReviewOn!.Value;
        var told = kept.Typed.Works == PlanWorks.NotFollowed ? ". Chair and social worker are told now that it is not being followed" : "";
        return new($"the plan was reviewed. The next review is on {page.Words.Date(next)}"
            + $"{SafetyPlanRule.NotWorked(page.Case, next, page.Words)}{told}");
    }

    /// <summary>A day that was chosen already and lies ahead stands.</summary>
    private static DateOnly Ahead(FormPage page)
    {
        var today = page.Words.LocalDate(page.Now);
        return page.Case.Meeting.Safety.ReviewOn is { } on && on > today ? on : page.Case.Clocks.Days.After(today, WorkingDaysAhead);
    }

    /// <summary>Each review, the last first.</summary>
    public static IEnumerable<PlainText> Lines(Case @case, Words words) => Safety.ReviewsOf(@case).Reverse().Select(review =>
        new PlainText(Shortened.To(FormCard.LongText, Line(@case, review, words))) { IsSubtle = true });

    private static string Line(Case @case, Decided<SafetyReviewHeld> review, Words words)
    {
        var (fact, by) = (review.Fact, @case.Find(review.By)?.Name ?? "somebody");
        return $"Reviewed {words.Date(SafetyPlanRule.Day(review))} by {by}, {fact.SayHow()}: "
            + $"{WordTables.PlanWorks.InList(fact.Works)}.{(fact.What.Length > 0 ? $" {fact.What}" : "")}";
    }
}
