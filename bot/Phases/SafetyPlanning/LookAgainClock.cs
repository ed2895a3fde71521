namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The day on which a safety plan is looked at again that went on though the conference had decided (R65).</summary>
internal sealed class LookAgainClock : IClock
{
    public static string Kind => "safety-planning/look-again";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a safety plan is to be looked at again";

    public static string Watches => "the day on which a safety plan is looked at again that went on after the conference";

    public static string Until => "it ends, or it is said again that it goes on";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A child's safety plan is to be looked at again; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.Meeting.SafetyPlan is { GoesOn.Fact.LookAt: { } day } && PlanEndRule.CanEnd(@case))
        {
            yield return new($"{@case.Meeting.Id.Value}/{day:yyyyMMdd}",
                @case.Clocks.Words.At(day, @case.Profile.Calendar.DigestAt), [@case.Meeting.Chair]);
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "The conference has decided, and the interim safety plan went on until it is looked at again on "
            + $"{words.Date(@case.Meeting.SafetyPlan.GoesOn!.Fact.LookAt!.Value)}. Does it end, or go on?";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(PlanEndPart.Needs) ? [PlanEndPart.Button(@case), PlanGoesOnPart.Button(@case)] : [];
}
