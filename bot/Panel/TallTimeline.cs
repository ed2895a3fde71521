using System.Globalization;
using System.Text;

namespace StrategyBot.Panel;

/// <summary>A case's timeline from top to bottom, 280 wide and not to scale: the dates are read. Pure.</summary>
internal sealed class TallTimeline
{
    public const double Width = 280;

    private const double Row = PictureText.Row, RowGap = 8, Mark = 10, FirstRail = 10, Ends = Width - 2, LeastBeside = 110;

    private readonly CaseTimeline timeline;
    private readonly IReadOnlyList<Child> rails;
    private readonly double apart;
    private readonly StringBuilder lines = new(), marks = new(), words = new();
    private readonly List<PictureBox> boxes = [];

    // Where each rail was left off, and whether it has begun.
    private readonly Dictionary<int, double> reached = [];

    // The first row that is a child's own.
    private readonly int branchesAt;

    private TallTimeline(CaseTimeline timeline)
    {
        this.timeline = timeline;
        rails = [.. timeline.Children.Where(child => timeline.Events.Any(one => one.Of?.Id == child.Id))];
        apart = rails.Count > 2 ? 12 : 18;
        branchesAt = timeline.Rows.TakeWhile(row => row.One.Of is null).Count();
    }

    private double Words => FirstRail + (Math.Max(rails.Count - 1, 0) * apart) + 26;

    public static Picture Of(CaseTimeline timeline) => new TallTimeline(timeline).Draw();

    private Picture Draw()
    {
        var (y, rows) = (0.0, timeline.Rows);
        PictureBox? today = null;
        for (var at = 0; at <= rows.Count; at++)
        {
            if (at == timeline.TodayAt)
            {
                today = Today(y);
                y = today.Bottom + RowGap;
            }

            if (at < rows.Count)
            {
                y = Event(y, rows[at], at == 0 ? null : rows[at - 1].One, at) + RowGap;
            }
        }

        return new(PictureText.Svg("tall", Width, y, timeline, lines.Append(marks).Append(words)), y, boxes, today);
    }

    private double Event(double top, TimelineRow row, TimelineEvent? before, int at)
    {
        var (one, y) = (row.One, top + Mark);
        if (at == 0 || (one.Of is null && one.On <= timeline.Start && branchesAt >= at))
        {
            branch = y;
        }

        foreach (var rail in RailsOf(row).OrderDescending())
        {
            Lead(rail, y, isAhead: at >= timeline.TodayAt);
            marks.Append(PictureMark.Of(one, X(rail), y) is var mark && one.Mark == TimelineMark.Closed && !one.IsLate
                ? Bar(X(rail), y) : mark);
        }

        var (who, line) = (one.Of is null || timeline.Children.Count < 2 ? "" : row.Who, y + 4);
        var beside = Ends - Words - PictureText.Width(who) - 10;
        // Whose it is stands at the end of the line, or below where many are named.
        var isBeside = who.Length > 0 && beside >= LeastBeside;
        var room = isBeside ? beside : Ends - Words;
        foreach (var said in Wrapped(one.What, room))
        {
            Line(line, [new(said, "name")]);
            line += Row;
        }

        if (isBeside)
        {
            Line(y + 4, [new(who, "quiet")], Ends);
        }
        else if (who.Length > 0)
        {
            Line(line, [new(who, "quiet")]);
            line += Row;
        }

        foreach (var runs in Below(one, before))
        {
            Line(line, runs);
            line += Row;
        }

        return line - 8;
    }

    /// <summary>Its day and how it went, then what else is known.</summary>
    private IEnumerable<IReadOnlyList<PictureRun>> Below(TimelineEvent one, TimelineEvent? before)
    {
        var room = Ends - Words;
        var when = one.Lead + timeline.When(one, before);
        IReadOnlyList<PictureRun> late = [new($"{when}: "), new(one.Late, "late")];
        var fits = !one.IsLate && one.Else.Length > 0 && PictureText.Width($"{when}, {one.Else}", isBold: true) <= room;
        if (one.IsLate && PictureText.Width(late) <= room)
        {
            yield return late;
        }
        else
        {
            foreach (var line in Wrapped(fits ? $"{when}, {one.Else}" : when, room))
            {
                yield return [new(line)];
            }

            if (one.IsLate)
            {
                yield return [new(one.Late, "late")];
            }
        }

        foreach (var line in Wrapped(fits ? "" : one.Else, room).Concat(Wrapped(HoldBy(one), room)))
        {
            yield return [new(line, "quiet")];
        }
    }

    /// <summary>Of what comes again and again, and was in time, the text alone has the limit.</summary>
    private string HoldBy(TimelineEvent one) =>
        one.State != TimelineState.Open && one.On != one.HoldBy && timeline.HoldBy(one) is { Length: > 0 } limit
            && !(one is { Number: not null, State: TimelineState.Done, IsLate: false }) ? $"{one.ByWhen} {limit}" : "";

    private PictureBox Today(double top)
    {
        var (y, said) = (top + Mark, timeline.TodayShort);
        foreach (var rail in reached.Keys.Order().ToList())
        {
            // Whose line goes on is drawn to here.
            if (timeline.Rows.Skip(timeline.TodayAt).Any(row => RailsOf(row).Contains(rail)))
            {
                Lead(rail, y, isAhead: false);
            }
        }

        var ends = Words + PictureText.Width(said, isBold: true);
        lines.Append(CultureInfo.InvariantCulture,
            $"<path class=\"today\" d=\"M0 {N(y)}H{N(Words - 4)}M{N(ends + 12)} {N(y)}H{N(Width)}\"/>\n");
        Line(y + 4, [new(said, "now")]);
        return new(0, y - 7, Width, y + 8);
    }

    /// <summary>The line goes on from the mark before; another child's begins on the first one's.</summary>
    private void Lead(int rail, double y, bool isAhead)
    {
        var kind = isAhead ? "line ahead" : "line";
        if (reached.TryGetValue(rail, out var from))
        {
            lines.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"M{N(X(rail))} {N(from)}V{N(y)}\"/>\n");
        }
        else if (rail > 0 && reached.Count > 0)
        {
            var (begins, x) = (branch, X(rail));
            lines.Append(CultureInfo.InvariantCulture, $"<path class=\"line\" d=\"M{N(FirstRail)} {N(begins)}");
            lines.Append(CultureInfo.InvariantCulture,
                $"C{N(FirstRail)} {N(begins + 30)} {N(x)} {N(begins + 8)} {N(x)} {N(begins + 36)}V{N(y)}\"/>\n");
        }

        reached[rail] = y;
    }

    // Where the children's lines part: at the last that they share before the enquiry begins.
    private double branch;

    private IReadOnlyList<int> RailsOf(TimelineRow row) => row.One.Of is null ? [0]
        : [.. row.Whose.Select(child => rails.Index().First(rail => rail.Item.Id == child.Id).Index)];

    private double X(int rail) => FirstRail + (rail * apart);

    /// <summary>Lies across a line that comes from above.</summary>
    private static string Bar(double x, double y) =>
        $"<rect class=\"mark\" x=\"{N(x - 8)}\" y=\"{N(y - 2)}\" width=\"16\" height=\"4\"/>\n";

    private void Line(double y, IReadOnlyList<PictureRun> runs, double? ends = null)
    {
        var wide = PictureText.Width(runs);
        var left = ends is { } end ? end - wide : Words;
        words.Append(PictureText.Line(ends ?? Words, y, runs, ends is null ? "start" : "end"));
        boxes.Add(new(left, y - 10, left + wide, y + 4));
    }

    private static IEnumerable<string> Wrapped(string text, double room)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && PictureText.Width($"{line} {word}", isBold: true) > room)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private static string N(double value) => PictureText.Number(value);
}
