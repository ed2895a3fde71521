using System.Globalization;
using System.Text;

namespace StrategyBot.Panel;

/// <summary>A case's timeline from left to right: the children's shared line, then one each, core groups branching at the conference;
/// working days, then months. Pure.</summary>
internal sealed class WideTimeline
{
    public const double Narrowest = 520, Usual = 952;

    // Below it the names of the lines take no more than they need, and the lines stand further apart, as more stands between them.
    private const double Roomy = 760;

    // What the names of the lines take; the lines begin behind it.
    private const double Names = 122, NamesAside = 14;

    private const double HeadRow = 16, LeastAbove = 16, LeastBelow = 14, Bend = 10, Aside = 4, Clear = 4;

    private const string Days = "Working days";

    private static readonly string[] Anchors = ["middle", "start", "end"];

    private static readonly IReadOnlyList<PictureRun> CoreGroups = [new("Core groups")];

    private readonly CaseTimeline timeline;
    private readonly double width, names, laneGap;
    private readonly TimelineScale scale;
    private readonly StringBuilder leaders = new(), lines = new(), marks = new(), words = new();
    private readonly List<PictureBox> boxes = [];

    private WideTimeline(CaseTimeline timeline, double width)
    {
        (this.timeline, this.width) = (timeline, width);
        (names, laneGap) = width >= Roomy ? (Names, 12) : (NamesAside + Math.Max(PictureText.Width(Days), timeline.Children
            .Select(child => child.Number).Append(timeline.SharedLabel).Max(name => PictureText.Width(name, isBold: true))), 18);
        scale = new(timeline, names + Bend, width - Bend);
    }

    /// <summary>One line of marks.</summary>
    /// <param name="From">Where it branches off; <c>null</c> for the first.</param>
    private sealed record Lane(TimelineLine Line, Child? Of, IReadOnlyList<TimelineEvent> Events, double? From)
    {
        public double Y { get; init; }
    }

    public static Picture Of(CaseTimeline timeline, double width = Usual) => new WideTimeline(timeline, Math.Max(Narrowest, width)).Draw();

    /// <summary>What its reader has to know of its scale; empty where all is in working days.</summary>
    public static string Scale(CaseTimeline timeline) => !new TimelineScale(timeline, 0, Usual).HasMonths ? ""
        : timeline.Guides is [.., var last] ? $"The scale changes after {last.Label}: working days, then months."
        : "The scale changes: working days, then months.";

    private Picture Draw()
    {
        var today = scale.X(timeline.Today);
        var top = Head(today);
        var lanes = new List<Lane>();
        var y = top;
        foreach (var lane in Lanes())
        {
            var labels = Labelled(lane, today);
            var above = Math.Max(LeastAbove, labels.Select(label => -label.Box.Top).DefaultIfEmpty().Max());
            var below = Math.Max(LeastBelow, labels.Select(label => label.Box.Bottom).DefaultIfEmpty().Max());
            lanes.Add(lane with { Y = y + above });
            Write(labels, y + above);
            y += above + below + laneGap;
        }

        lanes.ForEach(lane => Line(lane, lanes, today));
        var guides = new StringBuilder();
        foreach (var x in timeline.Guides.Select(guide => scale.X(guide.On)))
        {
            guides.Append(CultureInfo.InvariantCulture, $"<path class=\"guide\" d=\"M{N(x)} {N(top - 4)}V{N(y)}\"/>\n");
        }

        Axis(y);
        var now = new StringBuilder($"<path class=\"today\" d=\"M{N(today)} {N(top - 4)}V{N(y)}\"/>\n");
        var height = y + 26;
        var content = guides.Append(leaders).Append(lines).Append(now).Append(marks).Append(words);
        return new(PictureText.Svg("wide", width, height, timeline, content), height, boxes, new(today - 1, top, today + 1, y));
    }

    private IEnumerable<Lane> Lanes()
    {
        var start = scale.X(timeline.Start);
        IReadOnlyList<TimelineEvent> On(TimelineLine line, Child? of) =>
            [.. timeline.Events.Where(one => one.Line == line && one.Of?.Id == of?.Id)];
        yield return new(TimelineLine.Shared, null, On(TimelineLine.Shared, null), null);
        foreach (var child in timeline.Children)
        {
            var (own, groups) = (On(TimelineLine.Child, child), On(TimelineLine.CoreGroups, child));
            if (own.Count + groups.Count > 0)
            {
                yield return new(TimelineLine.Child, child, own, start);
            }

            if (groups.Count > 0)
            {
                yield return new(TimelineLine.CoreGroups, child, groups,
                    own.FirstOrDefault(one => one.Mark == TimelineMark.Conference) is { } conference ? scale.X(conference.On) : start);
            }
        }
    }

    /// <returns>Where the lines may begin below it.</returns>
    private double Head(double today)
    {
        var said = PictureText.Width(timeline.TodayShort, isBold: true);
        var at = Math.Clamp(today, names + (said / 2), width - (said / 2));
        var taken = new List<PictureBox> { new(at - (said / 2) - Aside, 0, at + (said / 2) + Aside, HeadRow) };
        Text(at, 12, [new(timeline.TodayShort, "now")], "middle", taken[0]);
        foreach (var (guide, index) in timeline.Guides.Select((guide, index) => (guide, index)))
        {
            var runs = new[] { new PictureRun(guide.Label, index == timeline.Guides.Count - 1 ? "name" : "quiet") };
            var (x, wide) = (scale.X(guide.On), PictureText.Width(runs));
            var place = (from row in Enumerable.Range(0, 5)
                         from anchor in Anchors
                         let begins = anchor == "middle" ? x - (wide / 2) : anchor == "start" ? x + Aside : x - wide - Aside
                         let box = new PictureBox(begins - Aside, row * HeadRow, begins + wide + Aside, (row + 1) * HeadRow)
                         where !taken.Exists(box.Meets)
                         select (Box: box, begins)).First();
            taken.Add(place.Box);
            Text(place.begins, place.Box.Top + 12, runs, "start", place.Box);
        }

        return taken.Max(box => box.Bottom) + 10;
    }

    private List<PlacedLabel> Labelled(Lane lane, double today)
    {
        // The lines that come down through it.
        var (start, high) = (scale.X(timeline.Start), 1000.0);
        var branch = lane.Line == TimelineLine.Child
            ? timeline.Events.FirstOrDefault(one => one.Of?.Id == lane.Of?.Id && one.Mark == TimelineMark.Conference) : null;
        var hasGroups = timeline.Events.Any(one => one.Line == TimelineLine.CoreGroups && one.Of?.Id == lane.Of?.Id);
        var hasLines = timeline.Events.Any(one => one.Of is not null);
        PictureBox[] standing =
        [
            new(today - Clear, -high, today + Clear, high),
            .. hasLines ? [new(start - Clear, lane.From is null ? 0 : -high, start + Clear, high)] : (PictureBox[])[],
            .. branch is not null && hasGroups ? [new(scale.X(branch.On) - Clear, 0, scale.X(branch.On) + Clear, high)] : (PictureBox[])[],
            .. lane is not { Line: TimelineLine.CoreGroups, From: { } from } ? (PictureBox[])[] :
            [
                new(from - Clear, -high, from + Clear, 0),
                new(Groups(from, today), -PictureText.Row / 2, Groups(from, today) + PictureText.Width(CoreGroups), PictureText.Row / 2),
            ],
        ];
        var at = Spread(lane);
        var labels = new TimelineLabels(names, width, standing, width >= Roomy ? 0 : 5);
        var ends = at.Count > 0 && lane.Events.All(one => one.State == TimelineState.Done) ? at.Max(mark => mark.X) : double.MaxValue;
        foreach (var (one, x) in at.OrderBy(mark => !mark.Event.IsLate).ThenBy(mark => mark.Event.State == TimelineState.Done)
            .ThenBy(mark => mark.X))
        {
            labels.Place(x, TimelineWords.Forms(one, timeline), [.. at.Select(mark => mark.X)],
                x >= ends && !lane.Events.Any(other => other.HoldBy is { } by && scale.X(by) > x - Aside));
        }

        return [.. labels.Placed];
    }

    /// <summary>Marks of one day stand beside each other.</summary>
    private List<(TimelineEvent Event, double X)> Spread(Lane lane)
    {
        const double Apart = 12;
        var at = new List<(TimelineEvent Event, double X)>();
        foreach (var one in lane.Events)
        {
            var x = scale.X(one.On);
            at.Add((one, at.Count > 0 && x - at[^1].X < Apart ? Math.Min(at[^1].X + Apart, width - 6) : x));
        }

        return at;
    }

    private void Write(IReadOnlyList<PlacedLabel> labels, double y)
    {
        foreach (var label in labels)
        {
            foreach (var (below, runs) in label.Lines)
            {
                words.Append(PictureText.Line(label.X, y + below, runs, label.Anchor));
            }

            boxes.Add(new(label.Box.Left, label.Box.Top + y, label.Box.Right, label.Box.Bottom + y));
            if (label.Leader is { } leader)
            {
                leaders.Append(CultureInfo.InvariantCulture,
                    $"<path class=\"leader\" d=\"M{N((leader.Left + leader.Right) / 2)} {N(leader.Top + y)}V{N(leader.Bottom + y)}\"/>\n");
            }
        }
    }

    private void Line(Lane lane, IReadOnlyList<Lane> lanes, double today)
    {
        var (y, at) = (lane.Y, Spread(lane));
        var done = at.Where(mark => mark.Event.State == TimelineState.Done).Select(mark => mark.X).ToList();
        var ahead = lane.Events.Where(one => one.State != TimelineState.Done).SelectMany(one => new[] { one.On, one.HoldBy ?? one.On })
            .Select(scale.X).ToList();
        var begins = lane.From ?? at.Select(mark => mark.X).DefaultIfEmpty(scale.X(timeline.Start)).Min();
        // What goes on goes on to today.
        var ends = Math.Max(begins, Math.Max(done.DefaultIfEmpty(begins).Max(), ahead.Count > 0 ? today : begins));
        var from = lane.From is { } branch ? Branch(lane, lanes, branch) : begins;
        Along(from, ends, y, lane.Line == TimelineLine.CoreGroups ? "line thin" : "line");
        if (ahead.Count > 0 && ahead.Max() > ends)
        {
            Along(ends, ahead.Max(), y, "line ahead");
        }

        // What was done on its last day hides its limit.
        foreach (var limit in lane.Events.Where(one => one.HoldBy != one.On).Select(one => one.HoldBy).OfType<DateOnly>().Distinct()
            .Select(scale.X))
        {
            marks.Append(PictureMark.Tick(limit, y));
        }

        foreach (var (one, x) in at)
        {
            marks.Append(PictureMark.Of(one, x, y));
        }

        Name(lane, y, from, today);
    }

    private void Name(Lane lane, double y, double from, double today)
    {
        if (lane.Line != TimelineLine.CoreGroups)
        {
            Text(0, y + 4, [new(lane.Of?.Number ?? timeline.SharedLabel, "name")]);
            return;
        }

        Text(Groups(from - Bend, today), y + 4, CoreGroups);
    }

    /// <summary>Where their name begins: before their branch, as long as nothing stands there.</summary>
    private double Groups(double branch, double today)
    {
        var (width, begins) = (PictureText.Width(CoreGroups), branch - Aside - PictureText.Width(CoreGroups) - Aside);
        return begins > scale.X(timeline.Start) + Bend && (today < begins - Clear || today > begins + width + Clear) ? begins : 0;
    }

    /// <summary>Down from the line above, and along.</summary>
    /// <returns>Where it begins.</returns>
    private double Branch(Lane lane, IReadOnlyList<Lane> lanes, double x)
    {
        var above = lane.Line == TimelineLine.CoreGroups
            ? lanes.First(other => other.Line == TimelineLine.Child && other.Of?.Id == lane.Of?.Id) : lanes[0];
        lines.Append(CultureInfo.InvariantCulture,
            $"<path class=\"line{(lane.Line == TimelineLine.CoreGroups ? " thin" : "")}\" d=\"M{N(x)} {N(above.Y)}V{N(lane.Y - Bend)}");
        lines.Append(CultureInfo.InvariantCulture, $"Q{N(x)} {N(lane.Y)} {N(x + Bend)} {N(lane.Y)}\"/>\n");
        return x + Bend;
    }

    /// <summary>With the break, where it goes beyond.</summary>
    private void Along(double from, double to, double y, string kind)
    {
        if (!scale.HasMonths || from >= scale.RightStart || to <= scale.LeftEnd)
        {
            Stroke(from, to);
            return;
        }

        var middle = (scale.LeftEnd + scale.RightStart) / 2;
        Stroke(from, middle - 10);
        Stroke(middle + 10, to);
        lines.Append(CultureInfo.InvariantCulture,
            $"<path class=\"break\" d=\"M{N(middle - 7)} {N(y + 6)}l5-12M{N(middle + 2)} {N(y + 6)}l5-12\"/>\n");

        void Stroke(double begins, double ends)
        {
            if (ends > begins)
            {
                lines.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" d=\"M{N(begins)} {N(y)}H{N(ends)}\"/>\n");
            }
        }
    }

    private void Axis(double y)
    {
        lines.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{N(scale.Left)} {N(y)}H{N(scale.LeftEnd)}");
        foreach (var (day, x) in scale.WorkingDays)
        {
            lines.Append(CultureInfo.InvariantCulture, $"M{N(x)} {N(y)}v{(day % 5 == 0 ? 6 : 4)}");
        }

        lines.Append("\"/>\n");
        Text(0, y + 20, [new(Days, "quiet")]);
        foreach (var (day, x) in scale.WorkingDays.Where(tick => tick.Day >= 0 && tick.Day % 5 == 0))
        {
            Text(x, y + 20, [new(day.ToString(CultureInfo.InvariantCulture), "quiet")], "middle");
        }

        if (scale.HasMonths)
        {
            Months(y);
        }
    }

    private void Months(double y)
    {
        const double Apart = 34;
        lines.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" d=\"M{N(scale.RightStart)} {N(y)}H{N(scale.Right)}");
        var (months, last) = (scale.Months.ToList(), double.MinValue);
        foreach (var (_, x) in months)
        {
            lines.Append(CultureInfo.InvariantCulture, $"M{N(x)} {N(y)}v6");
        }

        lines.Append("\"/>\n");
        foreach (var (first, x) in months)
        {
            // A year is said where it begins.
            var says = first.Month == 1 ? first.ToString("yyyy", CultureInfo.InvariantCulture)
                : first.ToString("MMM", timeline.Clocks.Words.Culture);
            if (x + Aside >= last + Aside && x + Apart <= width)
            {
                Text(x + Aside, y + 20, [new(says, "quiet")]);
                last = x + Apart;
            }
        }
    }

    private void Text(double x, double y, IReadOnlyList<PictureRun> runs, string anchor = "start", PictureBox? box = null)
    {
        var (wide, left) = (PictureText.Width(runs), x);
        left -= anchor == "middle" ? wide / 2 : anchor == "end" ? wide : 0;
        boxes.Add(box ?? new(left, y - 11, left + wide, y + 4));
        words.Append(PictureText.Line(x, y, runs, anchor));
    }

    private static string N(double value) => PictureText.Number(value);
}
