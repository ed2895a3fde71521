using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>What the board says of who comes, who is there and what is open, the chair's with the numbers to ring.</summary>
internal static class AttendingStatus
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public static IEnumerable<StatusLine> For(CaseView view, DateTimeOffset now) => !view.Case.Meeting.IsConvened
        ? []
        : [.. Times(view.Case, now), .. view.Reader.May(Capability.Lead) ? Chair(view.Case, now) : []];

    private static IEnumerable<StatusLine> Times(Case @case, DateTimeOffset now)
    {
        var (held, convened) = (@case.Meeting.Attendance, @case.Meeting.Room.Convened!);
        if (held.StartedAt is null && now >= convened.StartsAt + Late && @case.Circumstances?.Mode != MeetingMode.AlreadyHappened)
        {
            yield return new(1, $"Late: it should have started {Words.English.Day(now, convened.StartsAt)}.");
        }
    }

    private static IEnumerable<StatusLine> Chair(Case @case, DateTimeOffset now)
    {
        var held = @case.Meeting.Attendance;
        if (held.ReadBack.Values.Count(answer => !answer.Agreed) is > 0 and var objections)
        {
            yield return new(1, $"Read-back: {objections} {(objections == 1 ? "says" : "say")} it is not what they said.");
        }

        if (held is { EndedAt: not null, CompletedAt: null, Gaps: { } gaps })
        {
            yield return new(gaps.DueAt < now ? 0 : 1, $"The record is not complete; what is open is due {Words.English.Day(now, gaps.DueAt)}.");
        }
    }
}
