using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>Core groups and review conferences, R114–R117.</summary>
internal static class ReviewLimits
{
    /// <summary>R114.</summary>
    public static Deadline FirstCoreGroup(Clocks clocks, ProcedureProfile.ReviewRule rule, DateOnly conferenceOn) =>
        clocks.WithinWorkingDays(conferenceOn, rule.FirstCoreGroup);

    /// <summary>R115, in calendar days from the core group before.</summary>
    public static Deadline NextCoreGroup(Clocks clocks, ProcedureProfile.ReviewRule rule, DateOnly coreGroupOn) =>
        OnAWorkingDay(clocks, clocks.WithinDays(coreGroupOn, rule.NextCoreGroup));

    /// <summary>R116.</summary>
    public static Deadline FirstReview(Clocks clocks, ProcedureProfile.ReviewRule rule, DateOnly conferenceOn) =>
        OnAWorkingDay(clocks, clocks.WithinMonths(conferenceOn, rule.First));

    /// <summary>R117, from the review before.</summary>
    public static Deadline LaterReview(Clocks clocks, ProcedureProfile.ReviewRule rule, DateOnly reviewOn) =>
        OnAWorkingDay(clocks, clocks.WithinMonths(reviewOn, rule.Later));

    // The limit itself isn't moved: only people can't meet on it, so the day to book is said beside it (requirements 1.10).
    private static Deadline OnAWorkingDay(Clocks clocks, Deadline due)
    {
        var book = clocks.Days.OnOrBefore(due.On);
        string?[] said = [book == due.On ? null : $"Hold on or before {clocks.Words.Date(book)}.", clocks.Days.Warning(due.On, due.On)];
        return due with { Warning = said.Any(s => s is not null) ? string.Join(" ", said.OfType<string>()) : null };
    }
}
