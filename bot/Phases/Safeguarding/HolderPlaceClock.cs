using System.Globalization;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>A place that holds a child does not know what stands, or its shift has changed (P35).</summary>
internal sealed class HolderPlaceClock : IClock
{
    public static string Kind => "safeguarding/holder-place";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a place that holds a child is to be rung";

    public static string Watches =>
        "a ward or school that holds a child, when the outcome is agreed or changed, and at each change of its shift";

    public static string Until => "somebody says who answered there, or nobody holds the child any more";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "Somebody has to be rung about a child's safety; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from held in HolderPlace.On(@case)
        let at = held.RingAt(@case)
        where at is not null
        select new RunningClock(string.Create(CultureInfo.InvariantCulture,
            $"{@case.Meeting.Id.Value}/{held.First.Id.Value}/{held.Of.Seq}/{held.Number(@case)}/{held.Rung(@case)?.Seq ?? 0}"), at.Value,
            DecideByClock.Owners(@case));

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        Find(@case, running) is { } held
            ? $"Ring now: {HolderPlace.Named(@case, held.Of.Fact)}. They hold {held.Numbers().ToLowerInvariant()}, and "
                + (Telling.IsRung(@case, held.Children) ? "the shift changes there." : "do not know the outcome yet.")
            : "A place that holds a child was to be rung.";

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) => HoldLines.On(@case);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        Find(@case, running) is { } held && to.May(HolderRungPart.Needs) ? [HolderRungPart.Button(@case, held)] : [];

    private static HolderPlace? Find(Case @case, RunningClock running) => HolderPlace.Find(@case, running.Id.Split('/')[1]);
}
