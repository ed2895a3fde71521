namespace StrategyBot.Phases.Safeguarding;

/// <summary>Police protection that was said at convening, as long as no child's position is written down (P4).</summary>
internal sealed class SaidProtectionClock : IClock
{
    private static readonly TimeSpan[] Order = [TimeSpan.FromHours(24), TimeSpan.FromHours(4)];

    public static string Kind => "safeguarding/protection";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that police protection ends";

    public static string Watches => "the end of police protection, before any position is written down (72 hours)";

    public static string Until => "a child's position is written down";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => DecideByClock.Sentence;

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from clock in ProtectionClocks.Of(@case, @case.Clocks)
        where clock.Id == ProtectionClocks.OfCase && @case.Meeting.Id == @case.Meetings[^1].Id
        select new RunningClock($"{clock.Due.At.UtcDateTime:yyyyMMddHHmm}", clock.Due.At, DecideByClock.Owners(@case))
        {
            Before = [.. Order.Select(ahead => clock.Due.At - ahead).Where(at => at > @case.OpenedAt)],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"Police protection {(step == ClockStep.Before ? "ends" : "ended")} {words.When(running.EndsAt)}"
            + $"{(ProtectionClocks.IsToConfirm(@case) ? " at the earliest: since when is to be confirmed" : "")}. "
            + "Nobody has written down where each child is safe.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Meeting.IsConvened ? @case.Children.Take(4).Select(child => PositionPart.Button(@case, child)) : [];
}
