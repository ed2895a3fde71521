using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Governing;

/// <summary>The rule of when a case goes over to newer bank holidays (design §7). Pure.</summary>
internal static class CalendarRule
{
    /// <summary>The fact that takes the case over; <c>null</c> while it keeps the calendar it has.</summary>
    /// <remarks>
    /// A case goes over only if a limit that is still to be kept moves, or is certain now and was not.
    /// Then every limit that has another date is named, so that none moves unsaid.
    /// </remarks>
    public static CalendarChanged? For(Case @case, BankHolidays newest, DateTimeOffset now)
    {
        // Versions are ISO dates, so that text order is their order; a release that was taken back knows less.
        if (string.CompareOrdinal(newest.Version, @case.Calendar.Version) <= 0)
        {
            return null;
        }

        var changed = CaseClocks.Of(@case)
            .Join(CaseClocks.Of(@case, newest), before => before.Id, after => after.Id, (before, after) => new Change(before, after))
            .Where(change => change.Moves || change.IsCertainNow).ToList();
        return changed.Any(change => change.IsStillToCome(now))
            ? Fact(@case.Calendar, newest, changed.Where(change => change.Moves)) : null;
    }

    /// <summary><c>Mon 7 Dec 2026 is a bank holiday now.</c></summary>
    /// <remarks>A newer calendar knows whole further years: only what lies among the case's own dates moved them.</remarks>
    public static string Why(Case @case, CalendarChanged changed, Words words)
    {
        var first = words.LocalDate(
            @case.Circumstances?.ConcernIdentifiedAt is { } concern && concern < @case.OpenedAt ? concern : @case.OpenedAt);
        var last = changed.Moved.Select(moved => moved.After > moved.Before ? moved.After : moved.Before).Max();
        IReadOnlyList<DateOnly> Among(IEnumerable<DateOnly> days) => [.. days.Where(day => day >= first && day <= last)];
        return string.Join(" ", new[]
        {
            Said(Among(changed.Proclaimed), "a bank holiday now", "bank holidays now", words),
            Said(Among(changed.Withdrawn), "no longer a bank holiday", "no longer bank holidays", words),
        }.Where(sentence => sentence.Length > 0));
    }

    /// <summary><c>Conference by Mon 14 Dec 2026, not Fri 11 Dec 2026</c>.</summary>
    public static string Say(MovedLimit moved, Words words) => $"{moved.Label} {words.Date(moved.After)}, not {words.Date(moved.Before)}";

    private static CalendarChanged Fact(BankHolidays before, BankHolidays newest, IEnumerable<Change> moved) => new(
        before.Version,
        newest.Version,
        newest.Dates.Except(before.Dates).Order().ToValueList(),
        before.Dates.Except(newest.Dates).Order().ToValueList(),
        newest.FirstYear,
        newest.LastYear,
        moved.Select(change => new MovedLimit(change.Before.Id, change.Before.Label, change.Before.Due.On, change.After.Due.On))
            .ToValueList());

    private static string Said(IReadOnlyList<DateOnly> days, string one, string several, Words words) => days.Count switch
    {
        0 => "",
        1 => $"{words.Date(days[0])} is {one}.",
        _ => $"{string.Join(", ", days.Select(words.Date))} are {several}.",
    };

    private sealed record Change(CaseClock Before, CaseClock After)
    {
        public bool Moves => Before.Due.On != After.Due.On;

        public bool IsCertainNow => Before.Due.Warning is not null && After.Due.Warning is null;

        public bool IsStillToCome(DateTimeOffset now) => Before.DoneAt is null && !(Before.Due.IsPast(now) && After.Due.IsPast(now));
    }
}
