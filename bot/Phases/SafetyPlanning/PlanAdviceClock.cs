using System.Globalization;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>A manager is asked whether a safety plan is right here, and hasn't answered (R68).</summary>
internal sealed class PlanAdviceClock : IClock
{
    public static string Kind => "safety-planning/advice";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that advice on a safety plan is asked for";

    public static string Watches => "advice on whether a safety plan is right, from when a manager is asked for it";

    public static string Until => "they give it, or it is said otherwise whether a plan is right";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "You are asked for advice that can't wait; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        @case.Meeting.SafetyPlan is { IsAdviceAwaited: true, Considered: { } asked }
            ? [new(string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{asked.Seq}"), asked.At, Overseers.Of(@case))]
            : [];

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "You are asked whether a safety plan is right here, before it is agreed.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(PlanAdvicePart.Needs) ? [PlanAdvicePart.Button(@case)] : [];
}
