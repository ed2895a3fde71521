using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Returns;

/// <summary>The year of the census, from 1 April, and the day on which it looks.</summary>
/// <param name="Reference">31 March; within the year, today.</param>
internal sealed record ReturnYear(DateOnly From, DateOnly Reference, WorkingDays Days)
{
    private const int April = 4;

    /// <summary>If the return were made on that day.</summary>
    public static ReturnYear At(DateOnly today, WorkingDays days) =>
        new(new(today.Month < April ? today.Year - 1 : today.Year, April, 1), today, days);

    public bool Has(DateOnly day) => day >= From && day <= Reference;
}
