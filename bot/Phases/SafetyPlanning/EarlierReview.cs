using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan's review within the procedure's limit for an emergency, where it is set for later or not at all (R73, R86). Pure.
/// </summary>
internal static class EarlierReview
{
    /// <param name="why">Why, where the meeting had set another day.</param>
    /// <returns><c>null</c> where it is reviewed as soon already.</returns>
    public static SafetyReviewSet? Set(Case @case, DateTimeOffset now, Words words, string why)
    {
        var (limit, review) = (SafetyLimits.EmergencyReview(@case.Clocks, @case.Profile, now).On, @case.Meeting.Safety.Review);
        return review is { Fact.On: var on } && on >= words.LocalDate(now) && on <= limit ? null : new SafetyReviewSet(limit)
        {
            Meeting = @case.Meeting.Id,
            Change = review is not null && @case.Meeting.HasClosed(review.At) ? new(PlanChangeKind.Event, why) : null,
        };
    }
}
