using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Tests.Rules.Deadlines;

/// <summary>What holds for every date and every number of working days, not only for those we thought of.</summary>
public sealed class WorkingDaysProperties
{
    private static readonly WorkingDays Days = new(BankHolidays.Newest, [new DateOnly(2026, 7, 15)]);

    private static readonly Arbitrary<DateOnly> Dates =
        Gen.Choose(new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2028, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<int> Counts = Gen.Choose(0, 60).ToArbitrary();

    [Fact]
    public void Adding_is_monotone_in_the_days() =>
        Prop.ForAll(Dates, Counts, (start, days) => Days.After(start, days) < Days.After(start, days + 1)).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_is_monotone_in_the_start() =>
        Prop.ForAll(Dates, Counts, (start, days) => Days.After(start, days) <= Days.After(start.AddDays(1), days))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_is_the_inverse_of_adding() =>
        Prop.ForAll(Dates, Counts, (start, days) => Days.Between(start, Days.After(start, days)) == days).QuickCheckThrowOnFailure();

    [Fact]
    public void Going_back_is_the_inverse_of_adding_from_a_working_day() =>
        Prop.ForAll(Dates, Counts, (start, days) => Days.Before(Days.After(Days.OnOrAfter(start), days), days) == Days.OnOrAfter(start))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Never_lands_on_a_day_that_is_not_worked() =>
        Prop.ForAll(Dates, Counts, (start, days) =>
            Days.IsWorkingDay(Days.After(start, days + 1)) && Days.IsWorkingDay(Days.Before(start, days + 1))
                && Days.IsWorkingDay(Days.DayNumber(start, days + 1)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_a_walk_over_every_date() =>
        Prop.ForAll(Dates, Counts, (start, days) => Days.After(start, days + 1) == Walk(start).Skip(days).First())
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_numbered_day_is_one_fewer_working_day_after_the_first() =>
        Prop.ForAll(Dates, Counts, (start, days) => Days.DayNumber(start, days + 1) == Days.After(Days.DayNumber(start, 1), days))
            .QuickCheckThrowOnFailure();

    // Written the other way round, so that one mistake can't hide in both.
    private static IEnumerable<DateOnly> Walk(DateOnly start) => Enumerable.Range(1, 200)
        .Select(start.AddDays)
        .Where(date => !new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }.Contains(date.DayOfWeek))
        .Except([.. BankHolidays.Newest.Dates, new DateOnly(2026, 7, 15)]);
}
