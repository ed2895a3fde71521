using StrategyBot.Oversight;
using StrategyBot.Records.Anchors;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Keeping;

/// <summary>How long a case is kept once it is closed, and what keeps it longer (P16). Pure.</summary>
/// <param name="Until">The day until which it is kept.</param>
/// <param name="At">When its time is over.</param>
/// <param name="Keeps">What keeps it beyond that, a sentence each.</param>
internal sealed record RetentionRule(DateOnly Until, DateTimeOffset At, IReadOnlyList<string> Keeps)
{
    /// <summary>How many days before its end somebody hears of it.</summary>
    public const int Warning = 14;

    /// <returns><c>null</c> of a case that is open: nothing of it is deleted.</returns>
    public static RetentionRule? Of(Case @case)
    {
        if ((@case.Ended?.At ?? @case.Closed?.At) is not { } closed)
        {
            return null;
        }

        var (retention, words) = (@case.Profile.Retention, @case.Clocks.Words);
        var until = words.LocalDate(closed).AddDays(retention.Keeps);
        return new(until, words.At(until, @case.Profile.Calendar.DigestAt), [.. Reasons(@case, retention.IsWorkingCopy)]);
    }

    /// <summary>A working copy goes by itself; a record only when information governance says so.</summary>
    public static bool GoesByItself(Case @case) => @case.Profile.Retention.IsWorkingCopy;

    /// <summary>Its time is over and it is being deleted, unless a court asked for it meanwhile: then what is left stays.</summary>
    public static bool IsGoing(Case @case) => @case.Keeping.Expired is not null && HoldRule.Standing(@case).Count == 0;

    /// <summary>What is kept of it from then on.</summary>
    public static Decision Expire(Case @case, DateTimeOffset now) => Of(@case) is not { } kept ? new CannotBe("The case is not closed.")
        : now < kept.At ? new CannotBe($"The record is kept until {@case.Clocks.Words.Date(kept.Until)}.")
        : kept.Keeps.Count > 0 ? new CannotBe(string.Join(' ', kept.Keeps))
        : @case.Keeping.Expired is not null ? Decision.Already
        : Expired(@case, kept.Until);

    /// <summary>A case that was deleted since a copy was taken that stands in the record's place now, deleted again.</summary>
    public static IReadOnlyList<Fact> Again(Case @case, Withdrawal gone) =>
        @case.Keeping.Expired is null ? [Expired(@case, gone.Until!.Value)] : [];

    /// <summary>In one line, for who is on the case.</summary>
    public string Say(Case @case, Words words) => GoesByItself(@case)
        ? $"This copy is deleted {words.When(At)}{(Keeps.Count == 0 ? "." : ", once nothing keeps it: " + string.Join(' ', Keeps))}"
        : $"The record is kept until {words.Date(Until)}." + string.Concat(Keeps.Select(why => $" {why}"));

    private static RecordExpired Expired(Case @case, DateOnly until) => new(until, @case.Version)
    {
        Measures = MeasureRow.Of(@case).Select(month => new KeptMeasures(month.Month, month.Row.OfAGoneCase().Write())).ToValueList(),
    };

    private static IEnumerable<string> Reasons(Case @case, bool isWorkingCopy)
    {
        if (@case.Keeping.Holds.Exists(hold => hold.Released is null))
        {
            yield return "It is kept for a court or an inquiry.";
        }

        if (@case.Keeping.Reports.Exists(report => report.Answer is null))
        {
            yield return "A report about the record is not answered.";
        }

        if (@case.Keeping.Requests.Exists(request => request.Answered is null))
        {
            yield return "Somebody asked for the record, and is not answered.";
        }

        // Nothing goes that stands nowhere else.
        if (isWorkingCopy && @case.Meetings.Any(meeting => meeting.Attendance.EndedAt is not null
            && !(meeting.Minutes.Version > 0 && @case.Children.All(child => meeting.Minutes.IsEntered(child.Id)))))
        {
            yield return "Its minutes do not stand on each child's record.";
        }
    }
}
