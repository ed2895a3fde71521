namespace StrategyBot.Phases.Safeguarding;

/// <summary>A meeting that ended without anybody having said where each child is safe: before the chair leaves (P27).</summary>
internal sealed class PositionClock : IClock
{
    private static readonly TimeSpan Leaving = TimeSpan.FromMinutes(10);

    public static string Kind => "safeguarding/position";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that nobody has said where a child is safe";

    public static string Watches => "each child's position, once the meeting has ended";

    public static string Until => "it is said where the child is, with whom and on what footing";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "Something about a child's safety is not said yet; open your part now.";

    /// <summary>An agreement that was withdrawn has a clock of its own.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) => @case.Meeting.Attendance.EndedAt is not { } ended
        ? []
        : from child in @case.Children
          where !SafeguardingHub.IsComplete(@case.Meeting.Safety, child) && !@case.Meeting.Safety.Withdrawn.ContainsKey(child.Id)
          select new RunningClock($"{@case.Meeting.Id.Value}/{child.Id.Value}", ended + Leaving, DecideByClock.Owners(@case))
          {
              Child = child.Id,
          };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"{@case.Find(running.Child!.Value)!.Number}: the meeting has ended, and it is not said in full where the child is safe.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Find(running.Child!.Value) is { } child ? [PositionPart.Button(@case, child)] : [];
}
