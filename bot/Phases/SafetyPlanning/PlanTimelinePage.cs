namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>What became of the safety plan and what is due of it, as marks on a line, oldest first (issue 13.8): who and when, no word of
/// anybody's text.</summary>
internal sealed class PlanTimelinePage : IPage<PlanTimelinePage.Form>
{
    public const string Title = "Timeline of the safety plan";

    private const int LinesAPage = 20;

    /// <param name="Page">From 1.</param>
    public sealed record Form(string Case, int Page = 1) : ICaseForm;

    public static PartId Id => new(PartIds.PlanTimeline);

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case, int page = 1) => Id.Button(Title, new Form(@case.Ref.Value, page));

    public Refusal? Bars(FormPage page, Form asked) =>
        PlanTimeline.Of(page.Case, page.Me).Count > 0 ? null : new CannotBe("Nothing has happened to a safety plan yet.");

    public Drawn Draw(FormPage page, Form asked)
    {
        var steps = PlanTimeline.Whole(page.Case, page.Me, page.Now);
        var pages = (steps.Count + LinesAPage - 1) / LinesAPage;
        var shown = Math.Clamp(asked.Page, 1, pages);
        var today = steps.TakeWhile(step => step.At <= page.Now).Count();
        return new(Title,
        [
            new TextBlock(PlanStep.Legend) { IsSubtle = true, Size = TextSize.Small },
            .. steps.Select((step, at) => (step, at)).Skip((shown - 1) * LinesAPage).Take(LinesAPage).SelectMany(one =>
                (IEnumerable<CardElement>)
                [
                    .. one.at == today ? [Today(page)] : (IEnumerable<CardElement>)[],
                    Line(one.step.Mark, ColorOf(one.step), new PlainText(Say(page, one.step))),
                ]),
            .. shown == pages && today == steps.Count ? [Today(page)] : (IReadOnlyList<CardElement>)[],
            .. pages > 1 ? (IReadOnlyList<CardElement>)[new TextBlock($"Page {shown} of {pages}.") { IsSubtle = true }] : [],
        ])
        {
            Beside =
            [
                .. PlanFile.Is(page.Whole)
                    ? (IReadOnlyList<CardAction>)[OfferPlanPaper.Button(page.Case), OfferPlanRows.Button(page.Case)] : [],
                .. WhoHasPlanPage.Is(page) ? (IReadOnlyList<CardAction>)[WhoHasPlanPage.Button(page.Case).Send()] : [],
                .. shown > 1 ? (IReadOnlyList<CardAction>)[(Button(page.Case, shown - 1) with { Title = "Earlier" }).Send()] : [],
                .. shown < pages ? (IReadOnlyList<CardAction>)[(Button(page.Case, shown + 1) with { Title = "Later" }).Send()] : [],
            ],
        };
    }

    /// <summary>A mark, the line that goes on below it, and what it says.</summary>
    private static ColumnSet Line(string mark, TextColor color, CardElement says) => new(
        new ColumnSet.Cell("28px",
            new TextBlock(mark) { Color = color, Weight = TextWeight.Bolder, Wrap = false },
            new TextBlock("│") { IsSubtle = true, Spacing = Spacing.None, Wrap = false }),
        new ColumnSet.Cell("stretch", says))
    {
        Spacing = Spacing.None,
    };

    private static ColumnSet Today(FormPage page) => Line("▶", TextColor.Accent,
        new TextBlock($"Today, {page.Words.Date(page.Words.LocalDate(page.Now))}")
        {
            Weight = TextWeight.Bolder,
            Color = TextColor.Accent,
        });

    private static TextColor ColorOf(PlanStep step) => step.Stands switch
    {
        PlanStep.Time.Late => TextColor.Attention,
        PlanStep.Time.Ahead => TextColor.Accent,
        _ => TextColor.Good,
    };

    private static string Say(FormPage page, PlanStep step) =>
        $"{step.Word}{step.When(page.Words)}: {step.What}{(step.By.Length > 0 ? $" ({step.By})" : "")}";
}
