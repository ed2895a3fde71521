using System.Globalization;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>Which line of a case's timeline something stands on: the children share one to the meeting, then each has one, and one of core
/// groups.</summary>
internal enum TimelineLine
{
    Shared,
    Child,
    CoreGroups,
}

/// <summary>What a mark is, told apart by its shape.</summary>
internal enum TimelineMark
{
    Step,
    Conference,
    CoreGroup,
    Closed,
}

/// <summary>Whether something was done, has a day, or has only its limit.</summary>
internal enum TimelineState
{
    Done,
    Booked,
    Open,
}

/// <summary>One thing that happened in a case, has a day, or is due.</summary>
/// <param name="On">When; of what has no day yet, its limit's.</param>
/// <param name="Of">Whose; <c>null</c> on the shared line.</param>
/// <param name="What">In words without anybody's name.</param>
internal sealed record TimelineEvent(DateOnly On, TimelineLine Line, Child? Of, TimelineMark Mark, TimelineState State, string What)
{
    /// <summary>The day by which it is held; <c>null</c> where it has no limit.</summary>
    public DateOnly? HoldBy { get; init; }

    /// <summary><c>4 days</c>; empty in time.</summary>
    public string LateBy { get; init; } = "";

    /// <summary>Which day of the enquiry that is: <c>Day 14</c>; empty where none is counted.</summary>
    public string Day { get; init; } = "";

    /// <summary>What else is known of it.</summary>
    public string How { get; init; } = "";

    /// <summary>What a picture calls it; empty: as the text does.</summary>
    public string Short { get; init; } = "";

    public TimeOnly? Time { get; init; }

    /// <summary>Which of its kind; all that stands at its mark where there is no room.</summary>
    public int? Number { get; init; }

    /// <summary>What stands before its day: <c>hold by </c>.</summary>
    public string Lead => State != TimelineState.Open ? "" : IsOverdue ? "was due " : "hold by ";

    /// <summary>What stands before its limit.</summary>
    public string ByWhen => IsOverdue ? "was due by" : "hold by";

    /// <summary>It is late, was not done, and has no day to come.</summary>
    public bool IsOverdue { get; init; }

    /// <summary><c>1 day late</c>; empty in time.</summary>
    public string Late => LateBy.Length > 0 ? $"{LateBy} late" : "";

    public bool IsLate => LateBy.Length > 0;

    /// <summary>Beside how late it is: <c>Day 14, in time</c>, <c>booked</c>; empty where nothing is to be said.</summary>
    public string Else => string.Join(", ", new[]
    {
        State switch
        {
            _ when IsOverdue => "not done",
            TimelineState.Booked => "booked",
            TimelineState.Open => "no day yet",
            _ => Day,
        },
        State == TimelineState.Done && HoldBy is not null && !IsLate ? "in time" : "",
        How,
    }.Where(part => part.Length > 0));

    /// <summary><c>4 days late</c>, <c>1 day late, booked</c>.</summary>
    public string Went => string.Join(", ", new[] { Late, Else }.Where(part => part.Length > 0));

    /// <summary>The mark in a line of text: full once it was done, hollow while it has only a day, a bar for a limit.</summary>
    public string Sign => (Mark, State) switch
    {
        _ when IsLate => "▲",
        (_, TimelineState.Open) => "┃",
        (TimelineMark.Closed, _) => "▬",
        (TimelineMark.Conference, TimelineState.Done) => "■",
        (TimelineMark.Conference, _) => "□",
        (TimelineMark.CoreGroup, TimelineState.Done) => "◆",
        (TimelineMark.CoreGroup, _) => "◇",
        (_, TimelineState.Done) => "●",
        _ => "○",
    };

    public static string Legend =>
        "● done · ○ booked · ■ conference · ◆ core group · ┃ only its limit · ▲ late · ▬ closed. Hollow: booked.";
}

/// <summary>An event as the text has it: once for all children of whom the same is to be said.</summary>
/// <param name="Who"><c>Both</c>, <c>Child 2</c>.</param>
internal sealed record TimelineRow(TimelineEvent One, IReadOnlyList<Child> Whose, string Who);

/// <summary>A day of the enquiry that the procedure names.</summary>
internal sealed record TimelineGuide(string Label, DateOnly On);

/// <summary>A case from the concern to the plan's end, as one reader may know it: what happened, what has a day, what is due, and how late.
/// Nobody's name is in it. Pure.</summary>
/// <param name="Start">Working days count from it: the day on which the enquiry began, else the meeting's.</param>
/// <param name="Guides">The enquiry's days; none where none runs.</param>
/// <param name="Events">Oldest first.</param>
internal sealed record CaseTimeline(
    CaseId Case, string Word, IReadOnlyList<Child> Children, Clocks Clocks, DateTimeOffset Now, DateOnly Start,
    IReadOnlyList<TimelineGuide> Guides, IReadOnlyList<TimelineEvent> Events)
{
    public DateOnly Today => Words.LocalDate(Now);

    public string Title => $"{Case} {Word}";

    public string Count => Children.Count switch
    {
        0 => "No child is named.",
        1 => "1 child.",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} children."),
    };

    private Words Words => Clocks.Words;

    /// <summary>As the text has them, oldest first.</summary>
    public IReadOnlyList<TimelineRow> Rows { get; } =
    [
        .. Events.GroupBy(one => one with { Of = null }).Select(same => new TimelineRow(same.First(),
            same.Key.Line == TimelineLine.Shared ? Children : [.. same.Select(one => one.Of!)],
            Whom(Children, same.Key.Line == TimelineLine.Shared ? Children : [.. same.Select(one => one.Of!)]))),
    ];

    /// <summary>What has more than the events before it: the first row after today.</summary>
    public int TodayAt => Rows.TakeWhile(row => row.One.On <= Today).Count();

    /// <summary>The line that all share has this label; the others have their child's number.</summary>
    public string SharedLabel => Children.Count switch
    {
        0 or 1 => "The case",
        2 => "Both children",
        var count => string.Create(CultureInfo.InvariantCulture, $"All {count} children"),
    };

    public static CaseTimeline Of(CaseView view, DateTimeOffset now)
    {
        var (whole, clocks) = (view.Whole, view.Whole.Clocks);
        var enquiry = view.Reader.May(Capability.KeepEnquiry)
            ? EnquiryPipeline.Of(whole).Where(one => one.StartedOn is not null).MinBy(one => one.StartedOn) : null;
        var first = view.AboutEach().LastOrDefault()?.Whole ?? whole;
        var start = enquiry?.StartedOn
            ?? (first.Meeting.IsConvened ? CaseClocks.On(first.Meeting) : MeetingDue.Of(first, first.OpenedAt).Due.On);
        return new(whole.Id, whole.CheckWord, view.Case.Children, clocks, now, start, Named(whole, clocks, enquiry),
            TimelineEvents.Of(view, now));
    }

    /// <summary><c>Tue 2 Jun 2026, 09:30</c> the first time, then <c>Wed 3 Jun</c>, as long as the year is the same.</summary>
    public string When(TimelineEvent one, TimelineEvent? before) =>
        (before?.On.Year == one.On.Year ? Words.ShortDate(one.On) : Words.Date(one.On))
        + (one.Time is { } at ? $", {Words.Time(at)}" : "");

    public string HoldBy(TimelineEvent one) => one.HoldBy is { } by
        ? by.Year == one.On.Year ? Words.ShortDate(by) : Words.Date(by)
        : "";

    public string TodayShort => $"Today, {Words.ShortDate(Today)}";

    public string TodaySaid => $"Today, {Words.Date(Today)}";

    /// <summary>A sentence for each child, then what the rows say.</summary>
    public IReadOnlyList<string> Sentences => Children.Count == 0 ? [Sentence("The case", Events)]
        : [.. Children.Select(child => Sentence(child.Number, [.. Events.Where(one => one.Of is null || one.Of.Id == child.Id)]))];

    private string Sentence(string who, IReadOnlyList<TimelineEvent> events)
    {
        var done = events.Where(one => one.State == TimelineState.Done && one.On <= Today).ToList();
        var last = done.LastOrDefault(one => one.Of is not null) ?? done.LastOrDefault();
        var next = events.Where(one => one.State != TimelineState.Done && !one.IsOverdue).ToList();
        var late = events.Where(one => one.IsLate).ToList();
        return $"{who}: " + string.Join("; ", new[]
        {
            last is null ? "nothing has happened yet"
                : $"from {Lower(done[0].What)} on {Words.Date(done[0].On)} to {Lower(last.What)} on {Words.Date(last.On)}",
            late.Count == 0 ? "nothing late" : "late: " + string.Join(", ", late.Select(one =>
                $"{Lower(one.What)} ({one.LateBy}{(one.IsOverdue ? ", not done" : "")})")),
            next.Count == 0 ? ""
                : "next: " + string.Join(", ", next.Select(one => one.State == TimelineState.Booked
                    ? $"{Lower(one.What)} on {Words.Date(one.On)}" : $"{Lower(one.What)}, by {Words.Date(one.On)}")),
        }.Where(part => part.Length > 0)) + ".";
    }

    private static string Lower(string text) => text.StartsWith("Day ", StringComparison.Ordinal) ? text
        : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Whom(IReadOnlyList<Child> all, IReadOnlyList<Child> whose) => whose.Count == all.Count
        ? all.Count switch { 0 => "", 1 => all[0].Number, 2 => "Both", _ => "All" }
        : whose is [var one] ? one.Number
        : $"Children {string.Join(", ", whose.Select(child => child.Number["Child ".Length..]))}";

    private static IReadOnlyList<TimelineGuide> Named(Case @case, Clocks clocks, ChildEnquiry? enquiry) => enquiry is null ? [] :
    [
        .. enquiry.Steps.Where(state => TimelineEvents.Checks.Contains(state.Step.Id) && state.Step.Day is not null)
            .Select(state => new TimelineGuide(TimelineEvents.DayOf(state.Step), state.Due!.On))
            .Append(new TimelineGuide(
                string.Create(CultureInfo.InvariantCulture, $"Day {@case.Profile.Conference.LastSlot.Day}"),
                EnquiryDays.For(clocks, @case.Profile, enquiry.StartedOn!.Value).LastSlot.On))
            .DistinctBy(guide => guide.On).OrderBy(guide => guide.On),
    ];
}
