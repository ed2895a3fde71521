using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>A case's timeline as the panel shows it: as pictures, and as the text that says the same. Pure.</summary>
/// <param name="Version">The case's.</param>
/// <param name="Scale">What a reader of the wide picture has to know of its scale.</param>
/// <param name="TodayAt">Before which row today stands.</param>
internal sealed record TimelineDrawing(
    string Title, int Version, string Count, string Scale, string Wide, string Tall, IReadOnlyList<string> Sentences,
    IReadOnlyList<TimelineDrawing.Row> Rows, int TodayAt, string Today, string Printed)
{
    // Wider than any screen, and what a client may ask for.
    private const int Widest = 2400;

    public sealed record Row(string When, string Who, string What, string HoldBy, string Late, string Went);

    /// <param name="width">Of the place that it has.</param>
    public static TimelineDrawing Of(CaseView view, int? width, Words words, DateTimeOffset now)
    {
        var timeline = CaseTimeline.Of(view, now);
        var room = width >= WideTimeline.Narrowest ? Math.Min(width.Value, Widest) : WideTimeline.Usual;
        return new(timeline.Title, view.Whole.Version, timeline.Count, WideTimeline.Scale(timeline),
            WideTimeline.Of(timeline, room).Svg, TallTimeline.Of(timeline).Svg, timeline.Sentences,
            [.. timeline.Rows.Select((row, at) => new Row(timeline.When(row.One, at == 0 ? null : timeline.Rows[at - 1].One), row.Who,
                row.One.What, timeline.HoldBy(row.One), row.One.Late, row.One.Else))],
            timeline.TodayAt, timeline.TodaySaid, $"Printed {words.When(now)}");
    }

    /// <summary>The verb of the part that is shown so; <c>null</c> where the reader has none.</summary>
    public static string? Verb(IReadOnlyList<HubEntry> entries) =>
        entries.FirstOrDefault(entry => entry.Id == PartIds.CaseTimeline)?.Open.Verb;
}
