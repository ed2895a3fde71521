namespace StrategyBot.Panel;

/// <summary>Where a day stands from left to right: working days to the enquiry's last, then, after a break, months. Pure.</summary>
internal sealed class TimelineScale
{
    // What was longer ago stands at the beginning.
    private const int Before = -5;

    private const int FewestDays = 5, Days = 15, MostDays = 20, FewestCalendarDays = 21;

    private const double Gap = 48, WidestDay = 48;

    private readonly CaseTimeline timeline;
    private readonly int first, last;
    private readonly DateOnly leftEnds, rightEnds;

    /// <param name="left">Where the plot begins, behind the names of the lines.</param>
    public TimelineScale(CaseTimeline timeline, double left, double right)
    {
        this.timeline = timeline;
        var working = timeline.Clocks.Days;
        int Index(DateOnly on) => working.Between(timeline.Start, on);
        var held = timeline.Events.Where(one => one.Mark == TimelineMark.Conference).Select(one => one.HoldBy).OfType<DateOnly>();
        last = timeline.Guides.Count == 0 ? FewestDays
            : Math.Max(Days, timeline.Guides.Select(guide => guide.On).Concat(held).Select(Index).Where(at => at <= MostDays).Max());
        first = Math.Min(0, Math.Max(Before, timeline.Events.Select(one => Index(one.On)).DefaultIfEmpty().Min()));
        leftEnds = working.After(timeline.Start, last);
        var furthest = timeline.Events.SelectMany(one => new[] { one.On, one.HoldBy ?? one.On }).Append(timeline.Today).Max();
        HasMonths = furthest > leftEnds;
        (Left, Right) = (left, right);
        LeftEnd = left + (HasMonths ? (right - left - Gap) / 2 : Math.Min(right - left, (last - first) * WidestDay));
        RightStart = LeftEnd + Gap;
        rightEnds = leftEnds.AddDays(Math.Max(FewestCalendarDays, (int)((furthest.DayNumber - leftEnds.DayNumber) * 1.04) + 2));
    }

    public double Left { get; }

    public double Right { get; }

    /// <summary>Where the working days end.</summary>
    public double LeftEnd { get; }

    /// <summary>Where the months begin.</summary>
    public double RightStart { get; }

    /// <summary>Something lies beyond the working days.</summary>
    public bool HasMonths { get; }

    /// <summary>Working days from the start, each with where it stands.</summary>
    public IEnumerable<(int Day, double X)> WorkingDays => Enumerable.Range(first, last - first + 1).Select(day => (day, At(day)));

    /// <summary>The first of each month behind the break.</summary>
    public IEnumerable<(DateOnly First, double X)> Months
    {
        get
        {
            for (var month = new DateOnly(leftEnds.Year, leftEnds.Month, 1).AddMonths(1); HasMonths && month <= rightEnds;
                month = month.AddMonths(1))
            {
                yield return (month, X(month));
            }
        }
    }

    public double X(DateOnly on)
    {
        if (on > leftEnds)
        {
            return RightStart + ((Right - RightStart) * (on.DayNumber - leftEnds.DayNumber) / (rightEnds.DayNumber - leftEnds.DayNumber));
        }

        // A day that isn't worked lies between two that are.
        var between = timeline.Clocks.Days.IsWorkingDay(on) ? 0 : on < timeline.Start ? -.5 : .5;
        return Math.Clamp(At(timeline.Clocks.Days.Between(timeline.Start, on) + between), Left, LeftEnd);
    }

    private double At(double day) => Left + ((LeftEnd - Left) * (day - first) / (last - first));
}
