using StrategyBot.Obligations;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Holding;

/// <summary>Asks Teams who is in the call, as no event tells of people who come and go (design §8).</summary>
internal sealed class AttendanceWatch(CallRoster call, WallClock wall, TimeProvider clock) : IWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    // No meeting lasts as long; one that nobody ended is not asked about for ever.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public static string Kind => "attending/attendance";

    public static Watching? Over(Case @case) =>
        @case.Meeting is { Room: { Reachable: not null, Convened: { } convened }, Attendance: { EndedAt: null } held }
        ? new(held.StartedAt ?? convened.StartsAt, (held.StartedAt ?? convened.StartsAt) + Longest, Every)
        : null;

    public async Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken)
    {
        var (roster, inCall) = await call.LookAsync(@case, new(wall.Time), cancellationToken);
        return now => [.. AttendanceRule.Recognised(now, roster), .. AttendanceRule.Seen(now, inCall, clock.GetUtcNow())];
    }
}
