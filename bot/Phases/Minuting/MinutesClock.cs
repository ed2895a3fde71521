using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Minuting;

/// <summary>The minutes' own clock: from the date the meeting started, also when it ended past midnight (R88).</summary>
internal static class MinutesClock
{
    /// <summary><c>null</c> until the meeting has ended.</summary>
    public static MinutesLimits? Of(Case @case, Meeting meeting)
    {
        if (meeting.Attendance.EndedAt is not { } ended)
        {
            return null;
        }

        var clocks = @case.Clocks;
        return MinutesLimits.For(clocks, @case.Profile.Minutes, clocks.Words.LocalDate(meeting.Attendance.StartedAt ?? ended));
    }

    /// <summary>Whether every child's record has the version that stands.</summary>
    public static bool IsEntered(Case @case, Meeting meeting) =>
        @case.Children.Count > 0 && @case.Children.All(child => meeting.Minutes.IsEntered(child.Id));
}
