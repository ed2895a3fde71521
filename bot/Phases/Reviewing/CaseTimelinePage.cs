namespace StrategyBot.Phases.Reviewing;

/// <summary>The case from the concern to the plan's end as marks on a line, with the words that say the same (issue 15.8).</summary>
internal sealed class CaseTimelinePage : IPage<CaseTimelinePage.Form>
{
    public const string Title = "Timeline";

    private const int RowsAPage = 20;

    /// <param name="Page">From 1; of none, the one that has today.</param>
    public sealed record Form(string Case, int? Page = null) : ICaseForm;

    public static PartId Id => new(PartIds.CaseTimeline);

    public static Capability Needs => Capability.ReadContent;

    public static PartButton Button(Case @case, int? page = null) => Id.Button(Title, new Form(@case.Ref.Value, page));

    public Drawn Draw(FormPage page, Form asked)
    {
        var timeline = CaseTimeline.Of(page.View, page.Now);
        var (rows, today) = (timeline.Rows, timeline.TodayAt);
        var pages = Math.Max(1, (rows.Count + RowsAPage - 1) / RowsAPage);
        var shown = Math.Clamp(asked.Page ?? (Math.Max(today - 1, 0) / RowsAPage) + 1, 1, pages);
        return new($"{Title}: {timeline.Title}",
        [
            new TextBlock($"{timeline.Count} Not to scale: read the dates.") { IsSubtle = true },
            .. timeline.Sentences.Select(sentence => new TextBlock(CardText.Plain(sentence))),
            new TextBlock(TimelineEvent.Legend) { IsSubtle = true, Size = TextSize.Small },
            .. rows.Index().Skip((shown - 1) * RowsAPage).Take(RowsAPage).SelectMany(one => (IEnumerable<CardElement>)
            [
                .. one.Index == today ? [TodayLine(timeline)] : (IEnumerable<CardElement>)[],
                Line(timeline, one.Item, one.Index == 0 ? null : rows[one.Index - 1].One),
            ]),
            .. shown == pages && today == rows.Count ? [TodayLine(timeline)] : (IReadOnlyList<CardElement>)[],
            .. pages > 1 ? (IReadOnlyList<CardElement>)[new TextBlock($"Page {shown} of {pages}.") { IsSubtle = true }] : [],
        ])
        {
            Beside =
            [
                .. shown > 1 ? (IReadOnlyList<CardAction>)[(Button(page.Case, shown - 1) with { Title = "Earlier" }).Send()] : [],
                .. shown < pages ? (IReadOnlyList<CardAction>)[(Button(page.Case, shown + 1) with { Title = "Later" }).Send()] : [],
            ],
        };
    }

    /// <summary>A mark, the line that goes on below it, and what it says.</summary>
    private static ColumnSet Line(CaseTimeline timeline, TimelineRow row, TimelineEvent? before)
    {
        var (one, who) = (row.One, row.One.Of is null || timeline.Children.Count < 2 ? "" : row.Who);
        var until = timeline.HoldBy(one) is { Length: > 0 } by && one.State != TimelineState.Open ? $"{one.ByWhen} {by}" : "";
        return new(
            new ColumnSet.Cell("28px",
                new TextBlock(one.Sign)
                {
                    Color = one.IsLate ? TextColor.Warning : TextColor.Default,
                    Weight = TextWeight.Bolder,
                    Wrap = false,
                },
                new TextBlock("│") { IsSubtle = true, Spacing = Spacing.None, Wrap = false }),
            new ColumnSet.Cell("stretch",
            [
                new TextBlock(CardText.Plain(one.What + (who.Length > 0 ? $" ({who})" : ""))) { Weight = TextWeight.Bolder },
                new TextBlock(CardText.Plain(one.Lead + timeline.When(one, before)
                    + (one.Went.Length > 0 ? $": {one.Went}" : "")))
                {
                    Color = one.IsLate ? TextColor.Warning : TextColor.Default,
                    Spacing = Spacing.None,
                },
                .. until.Length > 0
                    ? (CardElement[])[new TextBlock(until) { IsSubtle = true, Spacing = Spacing.None }] : [],
            ]))
        {
            Spacing = Spacing.None,
        };
    }

    private static ColumnSet TodayLine(CaseTimeline timeline) => new(
        new ColumnSet.Cell("28px", new TextBlock("▶") { Color = TextColor.Accent, Weight = TextWeight.Bolder, Wrap = false }),
        new ColumnSet.Cell("stretch",
            new TextBlock(timeline.TodaySaid) { Weight = TextWeight.Bolder, Color = TextColor.Accent }))
    {
        Spacing = Spacing.None,
    };
}
