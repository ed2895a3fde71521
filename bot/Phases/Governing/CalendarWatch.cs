using StrategyBot.Obligations;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Governing;

/// <summary>Looks daily whether this release knows newer bank holidays than a case with a limit to keep is counted by.</summary>
internal sealed class CalendarWatch(BankHolidays newest, TimeProvider clock) : IWatch
{
    // A calendar changes with a release, so no oftener than once in a day; proclamations come weeks ahead.
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public static string Kind => "governing/calendar";

    public static bool IsOfCase => true;

    public static Watching? Over(Case @case) =>
        CaseClocks.Of(@case).Where(limit => limit.DoneAt is null).Select(limit => (DateTimeOffset?)limit.Due.At).Max() is { } last
            ? new(@case.OpenedAt, last, Every)
            : null;

    public Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken) =>
        Task.FromResult<Func<Case, IReadOnlyList<Cases.Fact>>>(now =>
            CalendarRule.For(now, newest, clock.GetUtcNow()) is { } changed ? [changed] : []);
}
