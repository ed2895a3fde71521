using System.Globalization;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Reviewing;

/// <summary>Each review conference: its day, at the latest its limit; the later day where both managers agreed to it (R116–R119).</summary>
internal sealed class ReviewClock : IClock
{
    // To find a room and a chair, and to hold it.
    private static readonly int[] Ahead = [20, 5];

    public static string Kind => "reviewing/review";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a review conference";

    public static string Watches => "each review conference, from the working day after its day; the ladder hears with its owners";

    public static string Until => "it was held, or has a later day that both managers agree to; or the plan has ended";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A conference on a child's plan has a date to keep; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where plan.NextReview is not null
        let day = Day(@case, plan.NextReview!)
        where day >= @case.Clocks.Words.LocalDate(Since)
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{plan.Child.Id.Value}/{plan.NextReview!.Number}/{day:yyyyMMdd}"),
            At(@case, @case.Clocks.Days.After(day, 1)),
            PlanMeant.With(@case, Role.SocialWorker, Role.ConferenceChair, Role.ConferenceService))
        {
            Child = plan.Child.Id,
            ClimbsAtOnce = true,
            // Who has a day is reminded of it once.
            Before = Ahead.Skip(plan.NextReview!.Arranged is null ? 0 : 1)
                .Select(ahead => At(@case, @case.Clocks.Days.Before(day, ahead))).Where(at => at > Known(@case, plan)).ToValueList(),
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == running.Child) is not { NextReview: { } review } plan
            ? "A review conference was to be held."
            : PlanLines.Whose(@case, [plan]) + (step == ClockStep.Before
                ? PlanLines.Say(review, words, now)
                : $"Review conference {review.Number} was to be held by {words.Date(Day(@case, review))}, "
                    + "and nobody has said that it was.");

    public static string Line(RunningClock running) => running.Id[(running.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to)
    {
        if (to.May(ReviewConferencePart.Needs) && running.Child is { } child
            && ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == child)?.NextReview is { } review)
        {
            yield return ReviewingHub.Open(@case, PlanMeant.Chosen(@case, child), review);
            yield return ProtectionPlanPage.Button(@case);
        }
    }

    /// <summary>Since when that day is the one to keep.</summary>
    private static DateTimeOffset Known(Case @case, ProtectionPlan plan) => new[]
    {
        plan.NextReview!.Arranged?.At, plan.NextReview.Area?.At,
        plan.Reviews is [.., { Held: { } held }, _] ? held.At : @case.EnquiryOf(plan.Child.Id).Outcome!.At,
    }.Max()!.Value;

    private static DateOnly Day(Case @case, ReviewConference review)
    {
        var meant = review.Arranged is { } at ? @case.Clocks.Words.LocalDate(at.Fact.At) : review.Late?.Fact.Expected;
        return meant is { } day && (review.MayBeLate || day < review.Due.On) ? day : review.Due.On;
    }

    private static DateTimeOffset At(Case @case, DateOnly on) => @case.Clocks.Words.At(on, @case.Profile.Calendar.DigestAt);
}

/// <summary>A manager is asked whether a review may be late, and hasn't answered (R119).</summary>
internal sealed class ReviewLateAskedClock : IClock
{
    public static string Kind => "reviewing/review-late";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a manager is asked about a late review";

    public static string Watches =>
        "a manager's answer on a review conference that will be late: the operations manager, then the area manager";

    public static string Until => "they answer, or the review is held";

    public static Climb Climb => Climb.Hours with { RestsAtWeekends = true };

    public static string Sentence => "You are asked whether a date may be later; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where plan.NextReview is { Asked: not null }
        let review = plan.NextReview!
        let isArea = review.Asked == LateAnswerOf.AreaManager
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture,
                $"{plan.Child.Id.Value}/{review.Number}/{(isArea ? review.Operations!.Seq : review.Late!.Seq)}"),
            isArea ? review.Operations!.At : review.Late!.At,
            PlanMeant.With(@case, isArea ? Role.AreaManager : Role.OperationsManager))
        {
            Child = plan.Child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "A review conference will be after its limit. Do you agree?";

    public static string Line(RunningClock running) => "";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == running.Child)?.NextReview is { Asked: { } whose } review
            && ReviewRule.MayAnswer(to, whose) && to.Agency == Agency.SocialCare
                ? [ReviewLateAnswerPart.Button(@case, PlanMeant.Chosen(@case, running.Child!.Value), review)] : [];
}

/// <summary>Another authority was asked to take a child's plan over, and has not said that it has it (R4).</summary>
internal sealed class MovedOutClock : IClock
{
    // The paper names none for the asking; its conference has 15 from the notice.
    private const int WorkingDays = 5;

    public static string Kind => "reviewing/moved-out";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that another authority has not taken a plan over";

    public static string Watches =>
        "another authority's answer on a child who moved there with a plan, five working days from when it was asked";

    public static string Until => "it says that it has the plan, or that it will not take it";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "Another authority has not answered; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where plan.IsMoveOpen
        let clocks = @case.Clocks
        select new RunningClock(string.Create(CultureInfo.InvariantCulture, $"{plan.Child.Id.Value}/{plan.Moved!.Seq}"),
            clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(plan.Moved!.At), WorkingDays), @case.Profile.Calendar.DigestAt),
            PlanMeant.With(@case, Role.SocialWorker))
        {
            Child = plan.Child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "A child with a plan has moved, and the other authority has not said that it has the plan. Until it does, the plan is ours.";

    public static string Line(RunningClock running) => "";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(MoveAnsweredPart.Needs) ? [MoveAnsweredPart.Button(@case, PlanMeant.Chosen(@case, running.Child!.Value))] : [];
}
