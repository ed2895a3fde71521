namespace StrategyBot.Phases.Reviewing;

/// <summary>A conference made a plan, and nobody has written down what it agreed: nobody who was there has it (R113).</summary>
internal sealed class OutlinePlanClock : IClock
{
    public static string Kind => "reviewing/outline-plan";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an outline plan is to be sent";

    public static string Watches => "the outline plan of each conference, from the working day after what it decided was written down";

    public static string Until => "it is written down for each child, and so sent; or the plan has ended";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A plan is to be written down and sent; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where OutlinePlanRule.IsAsked(@case, plan)
        let outcome = @case.EnquiryOf(plan.Child.Id).Outcome!
        select new RunningClock(plan.Child.Id.Value,
            @case.Clocks.Words.At(@case.Clocks.Days.After(@case.Clocks.Words.LocalDate(outcome.At), 1), @case.Profile.Calendar.DigestAt),
            PlanMeant.With(@case, Role.SocialWorker, Role.ConferenceChair))
        {
            Child = plan.Child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "Nobody who was at the conference has the outline plan yet.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(OutlinePlanPart.Needs) ? [OutlinePlanPart.Button(@case, running.Child?.Value ?? ChildChoice.All)] : [];
}
