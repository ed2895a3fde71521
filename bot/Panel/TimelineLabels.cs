namespace StrategyBot.Panel;

/// <summary>A label that found its place beside its line.</summary>
/// <param name="Lines">Each with its base line, from the line of marks.</param>
internal sealed record PlacedLabel(
    double X, string Anchor, IReadOnlyList<(double Y, IReadOnlyList<PictureRun> Runs)> Lines, PictureBox Box);

/// <summary>Finds room for the labels of one line: above it first, where two collide below, then only its number. Pure.</summary>
/// <param name="from">Where words may begin.</param>
/// <param name="to">Where they end.</param>
/// <param name="standing">What no word may cross, measured from the line.</param>
internal sealed class TimelineLabels(double from, double to, IReadOnlyList<PictureBox> standing)
{
    private const int MostRows = 4;

    private const double AboveLine = 13, BelowLine = 22, OnLine = 4, Rise = 11, Fall = 4, Aside = 5, Beyond = 9, Behind = 12, Room = 4;

    private readonly List<PlacedLabel> placed = [];

    public IReadOnlyList<PlacedLabel> Placed => placed;

    /// <param name="forms">How it can be said, the longest first; of none that fits nothing is said, and its mark stands alone.</param>
    /// <param name="marks">Where other marks stand on the line.</param>
    /// <param name="endsLine">Nothing of the line is behind it: there is room on the line itself.</param>
    public void Place(
        double x, IReadOnlyList<IReadOnlyList<IReadOnlyList<PictureRun>>> forms, IReadOnlyList<double> marks, bool endsLine)
    {
        foreach (var form in forms)
        {
            var best = (endsLine ? Ways(x, form).Prepend(Along(x, form)) : Ways(x, form)).Where(way => IsFree(way.Label.Box))
                .OrderBy(way => way.Cost + marks.Count(mark => mark > way.Label.Box.Left + Aside && mark < way.Label.Box.Right - Aside
                    && Math.Abs(mark - x) > Aside) * 3).FirstOrDefault();
            if (best.Label is not null)
            {
                placed.Add(best.Label);
                return;
            }
        }
    }

    private bool IsFree(PictureBox box) => box.Left >= from && box.Right <= to && !standing.Any(box.Meets)
        && !placed.Exists(other => other.Box.Meets(box));

    /// <summary>In one line, behind the last mark.</summary>
    private static (PlacedLabel Label, double Cost) Along(double x, IReadOnlyList<IReadOnlyList<PictureRun>> form)
    {
        var runs = form.SelectMany((line, at) => at == 0 ? line : line.Prepend(new PictureRun(", ", line[0].Class))).ToList();
        return (new(x + Behind, "start", [(OnLine, runs)],
            new(x + Behind - Room, OnLine - Rise, x + Behind + PictureText.Width(runs) + Room, OnLine + Fall)), -1);
    }

    private static IEnumerable<(PlacedLabel Label, double Cost)> Ways(double x, IReadOnlyList<IReadOnlyList<PictureRun>> form)
    {
        var width = form.Max(PictureText.Width);
        foreach (var row in Enumerable.Range(0, MostRows))
        {
            foreach (var isAbove in new[] { true, false })
            {
                foreach (var (anchor, left, cost) in new[]
                {
                    ("start", x - Aside, 0.0), ("middle", x - (width / 2), 1), ("end", x - width + Aside, 2),
                    // Beside a line that stands on the mark.
                    ("start", x + Beyond, 3), ("end", x - width - Beyond, 4),
                })
                {
                    var lines = form.Select((runs, at) => (Y: isAbove
                        ? -AboveLine - ((row + form.Count - 1 - at) * PictureText.Row)
                        : BelowLine + ((row + at) * PictureText.Row), runs)).ToList();
                    yield return (new(anchor switch { "start" => left, "middle" => x, _ => left + width }, anchor, lines,
                        new(left - Room, lines[0].Y - Rise, left + width + Room, lines[^1].Y + Fall)),
                        (row * 6) + (isAbove ? 0 : 2) + cost);
                }
            }
        }
    }
}
