using System.Reflection;
using StrategyBot.Cases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

/// <summary>Every moment that a fact can hold is one of the past, or something watches it: a clock without a watcher fails here.</summary>
public sealed class MomentsTests
{
    private const string Past = "";

    /// <summary>Fact and moment, and the kinds of duty that tell of it.</summary>
    private static readonly Dictionary<string, string> Watched = new()
    {
        ["ActionAgreed.DueAt"] = "following-up/remind, following-up/overdue, following-up/safety-row",
        ["CircumstancesGiven.ConcernIdentifiedAt"] = Past,
        ["CircumstancesGiven.ReferralReceivedAt"] = Past,
        ["CircumstancesGiven.ImmediateActionAt"] = "safeguarding/protection",
        ["TransferInSaid.NotifiedOn"] = Past,
        ["TransferInSaid.ConfirmedAt"] = Past,
        ["MeetingOpened.By"] = "convening/uncalled",
        ["TimeChosen.StartsAt"] = "convening/uncalled",
        ["TimeChosen.EndsAt"] = "convening/uncalled",
        ["MeetingConvened.StartsAt"] = "holding/not-started, minuting/remind, minuting/late",
        ["MeetingConvened.EndsAt"] = "attending/idle",
        ["MeetingConvened.HoldBy"] = "convening/tell-late",
        ["MeetingMoved.StartsAt"] = "holding/not-started",
        ["MeetingMoved.EndsAt"] = "attending/idle",
        ["MeetingMoved.HoldBy"] = "convening/tell-late",
        ["MeetingLateExplained.HoldBy"] = Past,
        ["MeetingLateExplained.StartsAt"] = Past,
        // Days that the case system has, for the returns.
        ["CaseSystemMore.DiedOn"] = Past,
        ["CaseSystemMore.NeedPlanFrom"] = Past,
        ["CaseSystemMore.NeedPlanTo"] = Past,
        ["CaseSystemSaid.ReferredOn"] = Past,
        ["CaseSystemSaid.AssessedOn"] = Past,
        ["CaseSystemSaid.ClosedOn"] = Past,
        ["EscalationStepTaken.DueAt"] = "assessing/escalation",
        ["AwaitedSaid.DueAt"] = "assessing/awaited, assessing/awaited-for-safety",
        ["EnquiryStartGiven.On"] = Past,
        ["ConveningFormCompleted.ToldAt"] = Past,
        ["CallNoted.EndedAt"] = Past,
        ["ConferenceArranged.At"] = "enquiring/conference-day, enquiring/step",
        // The time with which it was put there.
        ["ConferenceEventCreated.At"] = Past,
        ["ConferenceHeld.On"] = Past,
        ["OutOfTimescaleSaid.Expected"] = "enquiring/conference-day",
        ["CapacityReviewed.On"] = "enquiring/conference-day",
        // A link's own end, which it says.
        ["DocumentOffered.Until"] = Past,
        ["GapsListed.DueAt"] = "attending/gaps, holding/gaps-late",
        ["WhereaboutsSaid.Until"] = "convening/whereabouts",
        ["PositionRecorded.BasisFrom"] = "safeguarding/decide-by",
        ["PositionRecorded.DecideBy"] = "safeguarding/decide-by",
        ["PositionRecorded.OrderEnds"] = "safeguarding/decide-by",
        ["ContactHeld.ReviewAt"] = "safeguarding/contact-hold",
        ["BailSaid.EndsAt"] = "safeguarding/bail-ends",
        // The day of a meeting that was.
        ["PlanHandedOn.Met"] = Past,
        ["SafetyReviewSet.On"] = "safeguarding/review",
        ["SafetyPlanGoesOn.LookAt"] = "safety-planning/look-again",
        ["CoreGroupArranged.At"] = "reviewing/core-group, reviewing/core-group-late",
        ["CoreGroupHeld.On"] = Past,
        ["CoreGroupNotHeld.On"] = Past,
        ["ReviewArranged.At"] = "reviewing/review",
        ["ReviewLateSaid.Expected"] = "reviewing/review",
        ["ReviewHeld.On"] = Past,
        ["ChallengeStepTaken.DueOn"] = "reviewing/challenge",
        ["DeputySaid.From"] = "deputising/take-on",
        // Told the morning after, to both.
        ["DeputySaid.Until"] = Past,
        ["MinutesGiven.On"] = Past,
        ["MisplacedAnswered.On"] = Past,
        ["RecordExpired.Until"] = Past,
        ["RecordRestored.TakenAt"] = Past,
        // Asked of the clock with each reading: nothing has to run for it to end.
        ["GlassBroken.Until"] = Past,
        ["RecordAsked.On"] = Past,
        ["RecordAsked.By"] = "disclosing/request",
        // Silence stops nothing: who decides reads that there is no answer.
        ["AgenciesAsked.By"] = Past,
        ["RequestAnswered.On"] = Past,
        ["MinutesDelegateNamed.From"] = "minuting/draft-ready",
        // From then on the chair alone is asked.
        ["MinutesDelegateNamed.Until"] = Past,
        ["MovedOut.On"] = Past,
        ["MoveAnswered.On"] = Past,
        // As it is printed for the family; who keeps the plan is asked by the plan's own day.
        ["FamilyWordsTyped.On"] = "safeguarding/review",
    };

    private static readonly Type[] Moments = [typeof(DateTimeOffset), typeof(DateOnly)];

    [Fact]
    public void Each_moment_of_a_fact_is_past_or_watched()
    {
        var moments =
            from fact in typeof(Program).Assembly.GetTypes()
            where fact.IsAssignableTo(typeof(Fact)) && !fact.IsAbstract
            from moment in fact.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where Moments.Contains(Nullable.GetUnderlyingType(moment.PropertyType) ?? moment.PropertyType)
                && moment.Name != nameof(Fact.HappenedAt)
            select $"{fact.Name}.{moment.Name}";

        Assert.Equal([], moments.Except(Watched.Keys));
        Assert.Equal([], Watched.Keys.Except(moments));
    }

    [Fact]
    public void Whatever_watches_is_a_duty_of_the_program() => Assert.Equal([],
        Watched.Values.Where(kinds => kinds != Past).SelectMany(kinds => kinds.Split(", ")).Except(Timeline.OfProgram().Kinds));
}
