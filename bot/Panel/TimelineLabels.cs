using Form = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<StrategyBot.Panel.PictureRun>>;

namespace StrategyBot.Panel;

/// <summary>A label that found its place beside its line.</summary>
/// <param name="Lines">Each with its base line, from the line of marks.</param>
internal sealed record PlacedLabel(
    double X, string Anchor, IReadOnlyList<(double Y, IReadOnlyList<PictureRun> Runs)> Lines, PictureBox Box)
{
    /// <summary>From its mark to it, where it is not beside its mark and nothing lies between.</summary>
    public PictureBox? Leader { get; init; }
}

/// <summary>Finds room for the labels of one line: above it first, where two collide below, then only its number. Pure.</summary>
/// <param name="from">Where words may begin.</param>
/// <param name="to">Where they end.</param>
/// <param name="standing">What no word may cross, measured from the line.</param>
/// <param name="shorter">What it costs to say less, where a row further from its mark costs 6; 0: only where more fits nowhere.</param>
internal sealed class TimelineLabels(double from, double to, IReadOnlyList<PictureBox> standing, double shorter = 0)
{
    private const int MostRows = 4;

    private const double AboveLine = 13, BelowLine = 22, OnLine = 4, Rise = 11, Fall = 4, Aside = 5, Beyond = 9, Behind = 12, Room = 4;

    private const double MarkHeight = 9, NoLeader = 2, OverAnother = 16;

    private readonly List<PlacedLabel> placed = [];

    public IReadOnlyList<PlacedLabel> Placed => placed;

    /// <param name="forms">How it can be said, the longest first, and what it is alone; where nothing fits, its mark stands alone.</param>
    /// <param name="marks">Where other marks stand on the line.</param>
    /// <param name="endsLine">Nothing of the line is behind it: there is room on the line itself.</param>
    public void Place(double x, (IReadOnlyList<Form> Whole, IReadOnlyList<Form> Bare) forms, IReadOnlyList<double> marks, bool endsLine)
    {
        // Where less may be said all are weighed against each other; else each form only if the one before fits nowhere.
        var tries = shorter > 0 ? [forms.Whole, forms.Bare] : forms.Whole.Concat(forms.Bare).Select(form => (IReadOnlyList<Form>)[form]);
        if (tries.Select(some => Best(x, some, marks, endsLine)).FirstOrDefault(label => label is not null) is { } best)
        {
            placed.Add(best);
        }
    }

    private PlacedLabel? Best(double x, IReadOnlyList<Form> forms, IReadOnlyList<double> marks, bool endsLine) => forms.Index()
        .SelectMany(form => Fitting(x, form.Item, marks, endsLine).Select(way => way with { Cost = way.Cost + (form.Index * shorter) }))
        .OrderBy(way => way.Cost).FirstOrDefault().Label;

    private IEnumerable<(PlacedLabel Label, double Cost)> Fitting(
        double x, Form form, IReadOnlyList<double> marks, bool endsLine) =>
        from way in endsLine ? Ways(x, form).Prepend(Along(x, form)) : Ways(x, form)
        where IsFree(way.Label.Box)
        let label = way.Label.Leader is { } leader && !IsFree(leader) ? way.Label with { Leader = null } : way.Label
        let crossed = marks.Count(mark => mark > label.Box.Left + Aside && mark < label.Box.Right - Aside && Math.Abs(mark - x) > Aside)
        select (label, way.Cost + (crossed * (shorter == 0 ? 3 : OverAnother)) + (label.Leader == way.Label.Leader ? 0 : NoLeader));

    private bool IsFree(PictureBox box) => box.Left >= from && box.Right <= to && !standing.Any(box.Meets)
        && !placed.Exists(other => other.Box.Meets(box) || other.Leader?.Meets(box) == true);

    /// <summary>In one line, behind the last mark.</summary>
    private static (PlacedLabel Label, double Cost) Along(double x, Form form)
    {
        var runs = form.SelectMany((line, at) => at == 0 ? line : line.Prepend(new PictureRun(", ", line[0].Class))).ToList();
        return (new(x + Behind, "start", [(OnLine, runs)],
            new(x + Behind - Room, OnLine - Rise, x + Behind + PictureText.Width(runs) + Room, OnLine + Fall)), -1);
    }

    private static IEnumerable<(PlacedLabel Label, double Cost)> Ways(double x, Form form)
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
                    var box = new PictureBox(left - Room, lines[0].Y - Rise, left + width + Room, lines[^1].Y + Fall);
                    yield return (new(anchor switch { "start" => left, "middle" => x, _ => left + width }, anchor, lines, box)
                    {
                        Leader = row == 0 || x < box.Left || x > box.Right ? null
                            : isAbove ? new(x - 1, box.Bottom, x + 1, -MarkHeight) : new(x - 1, MarkHeight, x + 1, box.Top),
                    }, (row * 6) + (isAbove ? 0 : 2) + cost);
                }
            }
        }
    }
}
