namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan ended, others go on, and it is not said yet what they have and who was told (R87).</summary>
internal sealed class PlanHandedOnClock : IClock
{
    // The paper names none: within a week, as a review would be.
    private const int WorkingDays = 5;

    public static string Kind => "safety-planning/handed-on";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that others are to be told of a plan's end";

    public static string Watches => "what early help or the family have of an ended safety plan, five working days from its end";

    public static string Until => "it is said what they have, and who was told";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A safety plan has ended, and others are to be told; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.Meeting.SafetyPlan is { IsHandingOnOwed: true, Ended: { } ended })
        {
            var (clocks, at) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
            yield return new(@case.Meeting.Id.Value, clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(ended.At), WorkingDays), at),
                FamilyAskedClock.Owners(@case));
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        PlanHandedOnRule.ToEarlyHelp(@case)
            ? "The safety plan has ended. Early help is to have the assessment and the plan, and you go to its first meeting."
            : "The safety plan has ended. The school, the GP and the health visitor are to be told.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(PlanHandedOnPart.Needs) ? [PlanHandedOnPart.Button(@case)] : [];
}
