using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Convening;

/// <summary>The rules of when the meeting is (R6, R16–R24). Pure.</summary>
internal static class TimeRule
{
    public const int ShortestMinutes = 15, LongestMinutes = 240, UsualMinutes = 60;

    // Nobody calls a meeting under these limits further ahead: a later date is a slip in the year.
    private const int MostDaysAhead = 60;

    private const int MostProposed = 6;

    // "Now" takes a few minutes to type.
    private static readonly TimeSpan JustPast = TimeSpan.FromMinutes(15);

    // Agencies check their records before they come (R11).
    private static readonly TimeSpan Notice = TimeSpan.FromHours(1);

    private static readonly TimeSpan Grid = TimeSpan.FromMinutes(30);

    private static readonly TimeOnly First = new(9, 0), Last = new(16, 30);

    /// <summary>Why the meeting can't be called; <c>null</c> if it can.</summary>
    public static Refusal? Uncallable(Case @case) => CircumstancesRule.WhyFirst(@case)
        ?? (@case.Meeting.IsConvened ? new CannotBe("The meeting is called already. Use “Move the meeting” for another time.") : null);

    /// <summary>When it is to be, as it is checked before anybody is invited.</summary>
    public static Decision Plan(Case @case, TimePart.Form typed, DateTimeOffset now, Words words, Readers? readers = null)
    {
        if (@case.Children.Count == 0)
        {
            return NoChild;
        }

        var (at, why) = Read(@case, (typed.On, typed.Time, typed.Minutes), now, words);
        if (why is not null)
        {
            return why;
        }

        var stands = @case.Meeting.Room.Planned;
        var planned = new TimeChosen(at.Starts, at.Ends, AsTyped.Text(typed.LateReason))
        {
            Meeting = @case.Meeting.Id,
            Audience = readers?.Audience ?? stands?.Audience ?? Audience.Professionals,
            LateCause = typed.LateCause,
            ChairReason = AsTyped.Text(typed.ChairReason) is { Length: > 0 } chair ? chair : null,
        };
        return WhyNot(@case, planned, now) is { } not ? not
            : planned == stands ? Decision.Already
            : stands is { LateReason.Length: > 0 } or { ChairReason: not null }
                && readers?.WhyNot("These reasons", @case.Meeting.Room.PlannedBy, stands.Audience) is { } widens ? widens
            : planned;
    }

    /// <summary>Calls the meeting as it was planned: from here the invitations are owed. Judged again, as the limit may be another by now,
    /// and the time past.</summary>
    public static Decision Call(Case @case, DateTimeOffset now, Words words)
    {
        if (Uncallable(@case) is { } not)
        {
            return not;
        }

        if (@case.Meeting.Room.Planned is not { } planned)
        {
            return new CannotBe("Say first when it is held.");
        }

        var (holdBy, missed) = (MeetingDue.Of(@case, now), MeetingDue.Missed(@case, planned.StartsAt));
        return @case.Children.Count == 0 ? NoChild
            : Past(@case, planned.StartsAt, now, words) is { Length: > 0 } past ? new CannotBe(past)
            : WhyNot(@case, planned, now) is { } no ? no
            : new MeetingConvened(
                planned.StartsAt, planned.EndsAt, (missed ?? holdBy.Due).At, Rule(missed ?? holdBy.Due), planned.LateReason)
            {
                Meeting = @case.Meeting.Id,
                Audience = planned.Audience,
                LateCause = planned.LateCause,
                ChairReason = planned.ChairReason ?? "",
            };
    }

    private static CannotBe NoChild { get; } =
        new("Name at least one child first, so that the agencies know whose records to check.");

    private static CannotBe? WhyNotChair(Case @case, TimeChosen planned, DateTimeOffset now) =>
        AsksForChair(@case, MeetingDue.Of(@case, now)) is { } title && planned.ChairReason is null
            ? new CannotBe($"A case like this is chaired by a {title}. Give the reason why you do, or ask them to take the chair.")
            {
                Field = "chairReason",
            }
            : null;

    private static Refusal? WhyNot(Case @case, TimeChosen planned, DateTimeOffset now) =>
        MeetingDue.Missed(@case, planned.StartsAt) is { } missed
            && planned is { LateReason.Length: 0, LateCause: null or LateCause.Other }
            ? new LaterThanLimit(missed) { Field = "lateReason" }
            : WhyNotChair(@case, planned, now);

    private static string Past(Case @case, DateTimeOffset at, DateTimeOffset now, Words words) =>
        @case.HappenedAlready || at >= now - JustPast ? ""
        : $"{words.When(at)} is past. Choose a time that is still to come, or say under “How it is held” that it happened already.";

    /// <summary>Why the meeting can't be moved; <c>null</c> if it can.</summary>
    public static Refusal? Unmovable(Case @case) => @case.Meeting switch
    {
        { Room.Convened: null } => new CannotBe("The meeting is not called yet."),
        { Attendance.StartedAt: not null } => new CannotBe("The meeting has begun, so it can't be moved."),
        _ => null,
    };

    /// <summary>Gives a meeting that is called another time.</summary>
    public static Decision Move(Case @case, MovePart.Form typed, DateTimeOffset now, Words words, Readers? readers = null)
    {
        var (at, why) = Read(@case, (typed.On, typed.Time, typed.Minutes), now, words);
        var (convened, reason) = (@case.Meeting.Room.Convened!, AsTyped.Text(typed.LateReason));
        return why is not null ? why
            : (convened.StartsAt, convened.EndsAt) == at
            ? reason.Length == 0 || reason == @case.Meeting.Room.MovedBecause
                ? Decision.Already
                : new CannotBe("It is called for that time already. Choose another time, or leave the reason empty.")
                {
                    Field = "lateReason",
                }
            : reason.Length == 0 ? new CannotBe("Everybody was told the first time, so moving it needs a reason.") { Field = "lateReason" }
            : new MeetingMoved(at.Starts, at.Ends, reason)
            {
                Meeting = @case.Meeting.Id,
                Audience = readers?.Audience ?? Audience.Professionals,
                HoldBy = Limit(@case, at.Starts, now).At,
                HoldByRule = Rule(Limit(@case, at.Starts, now)),
            };
    }

    /// <summary>Why the meeting is later than its limit, said once it is called.</summary>
    public static Decision Explain(Case @case, LateCause? cause, string? typed, Readers? readers = null)
    {
        var (reason, stands) = (AsTyped.Text(typed), MeetingDue.Unexplained(@case) is null ? @case.Meeting.Room.Late : null);
        var audience = readers?.Audience ?? stands?.Audience ?? Audience.Professionals;
        return MeetingDue.Missed(@case) is not { } missed ? InTime
            : reason.Length == 0 && cause is null or LateCause.Other
                ? new CannotBe("Say in a few words why it is later than the limit.") { Field = "reason" }
            : stands is { Reason.Length: > 0 }
                && readers?.WhyNot("Why it is later", stands.By, stands.Audience) is { } widens ? widens
            : @case.Meeting.Room.Late is { } said
                && (said.HoldBy, said.StartsAt, said.Cause, said.Reason, said.Audience)
                    == (missed.Limit.At, missed.StartsAt, cause, reason, audience)
                ? Decision.Already
            : new MeetingLateExplained(missed.Limit.At, missed.StartsAt, reason)
            {
                Meeting = @case.Meeting.Id,
                Cause = cause,
                Audience = audience,
            };
    }

    public static CannotBe InTime { get; } = new("The meeting is within its limit, so there is nothing to explain.");

    private static Deadline Limit(Case @case, DateTimeOffset starts, DateTimeOffset now) =>
        MeetingDue.Missed(@case, starts) ?? MeetingDue.Of(@case, now).Due;

    private static string Rule(Deadline limit) => $"{limit.Rule} – {limit.Source.Guide}";

    /// <summary>The title that should chair and doesn't (R6); <c>null</c> where the chair may.</summary>
    public static string? AsksForChair(Case @case, HoldBy holdBy) =>
        holdBy.MustChair is { } must && !@case.Chair.JobTitle.Contains(must.Title, StringComparison.OrdinalIgnoreCase) ? must.Title : null;

    /// <summary>The times that a meeting of a case could have, the earliest first.</summary>
    public static IReadOnlyList<DateTimeOffset> Candidates(Case @case, DateTimeOffset now, Words words)
    {
        var due = MeetingDue.Of(@case, now).Due;
        var earliest = OnGrid(now + Notice, words);
        var today = words.LocalDate(now);
        // A limit that ends today takes any hour of today; after it is past, as soon as can be.
        if (due.On <= today)
        {
            var steps = Enumerable.Range(0, MostProposed).Select(step => earliest + (step * Grid));
            return [.. steps.Where((at, index) => index == 0 || at <= due.At)];
        }

        var days = @case.Clocks.Days;
        var office = Enumerable.Range(0, due.On.DayNumber - today.DayNumber + 1).Select(today.AddDays).Where(days.IsWorkingDay)
            .SelectMany(day => Hours().Select(time => words.At(day, time)))
            .Where(at => at >= earliest && at <= due.At).Take(MostProposed).ToList();
        return office.Count > 0 ? office : [earliest];
    }

    private static ((DateTimeOffset Starts, DateTimeOffset Ends) At, Refusal? Why) Read(
        Case @case, (DateOnly? On, TimeOnly? Time, int? Minutes) typed, DateTimeOffset now, Words words)
    {
        var held = @case.HappenedAlready;
        var (at, why) = held
            ? AsTyped.Past("the meeting was held", typed.On, typed.Time, ("on", "time"), now, words)
            : AsTyped.Moment("the meeting starts", typed.On, typed.Time, ("on", "time"), now, words);
        var minutes = typed.Minutes ?? UsualMinutes;
        var past = why is null ? Past(@case, at, now, words) : "";
        var (sentence, field) = true switch
        {
            _ when minutes is < ShortestMinutes or > LongestMinutes =>
                ($"A meeting lasts from {ShortestMinutes} minutes to {LongestMinutes / 60} hours. Check its length.", "minutes"),
            _ when past.Length > 0 => (past, "on"),
            _ when at > now.AddDays(MostDaysAhead) =>
                ($"{words.When(at)} is more than {MostDaysAhead} days ahead. Check the month and the year.", "on"),
            _ => ("", ""),
        };
        return ((at, at.AddMinutes(minutes)), why ?? (sentence.Length > 0 ? new CannotBe(sentence) { Field = field } : null));
    }

    private static IEnumerable<TimeOnly> Hours()
    {
        for (var time = First; time <= Last; time = time.Add(Grid))
        {
            yield return time;
        }
    }

    private static DateTimeOffset OnGrid(DateTimeOffset at, Words words)
    {
        var local = TimeZoneInfo.ConvertTime(at, words.Zone);
        var over = local.Ticks % Grid.Ticks;
        return over == 0 ? local : local.AddTicks(Grid.Ticks - over);
    }
}

/// <summary>Later than the limit, and no reason for it yet.</summary>
internal sealed record LaterThanLimit(Deadline Limit) : Refusal
{
    public override string Say(Words words) =>
        $"That is later than the limit. Hold by {Limit.SayRule(words)}. Choose an earlier time, or give the reason why it is later.";
}
