namespace StrategyBot.Phases.Safeguarding;

/// <summary>The day on which the interim safety plan is to be reviewed (R83).</summary>
internal sealed class SafetyReviewClock : IClock
{
    public static string Kind => "safeguarding/review";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a safety plan is to be reviewed";

    public static string Watches => "the day of the interim safety plan's review";

    public static string Until => "the review is written down, or another day of review is set";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A child's safety plan is to be reviewed; open your part.";

    /// <summary>In the morning of that day; of the working day before, where it isn't worked.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var (meeting, clocks) = (@case.Meeting, @case.Clocks);
        if (meeting.Safety.ReviewOn is { } on && meeting.Attendance.EndedAt is not null
            && RowRules.Of(@case, ActionKind.SafetyPlan).Any(row => row.Progress is not ActionProgress.Done))
        {
            var day = SafetyPlanRule.AskedOn(@case, on);
            var morning = clocks.Words.At(day, @case.Profile.Calendar.DigestAt);
            yield return new($"{meeting.Id.Value}/{on:yyyyMMdd}", morning, DecideByClock.Owners(@case))
            {
                Before = [clocks.Words.At(clocks.Days.Before(day, 1), @case.Profile.Calendar.DigestAt)],
            };
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var on = @case.Meeting.Safety.ReviewOn!.Value;
        return now > words.EndOfDay(on)
            ? $"The interim safety plan was to be reviewed on {words.Date(on)}. Nobody has set the next review."
            : $"The interim safety plan is to be reviewed on {words.Date(on)}.";
    }

    /// <summary>Without an enquiry no conference ends it: it is reviewed, or it ends (P39).</summary>
    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
    [
        ReviewHeldPart.Button(@case), SafetyPlanPage.Button(@case), ReviewPart.Button(@case),
        .. !@case.Meeting.Plan.HasEnquiry && to.May(Capability.Decide)
            ? (IReadOnlyList<PartButton>)[new PartId(PartIds.PlanEnd).Button("End of the safety plan", CaseForm.Of(@case))] : [],
    ];
}
