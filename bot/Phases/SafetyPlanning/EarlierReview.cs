namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The plan's review on the next working day, where it is set for later or not at all (R73, R86). Pure.</summary>
internal static class EarlierReview
{
    /// <param name="why">Why, where the meeting had set another day.</param>
    /// <returns><c>null</c> where it is reviewed as soon already.</returns>
    public static SafetyReviewSet? Set(Case @case, DateOnly today, string why)
    {
        var (next, review) = (@case.Clocks.Days.After(today, 1), @case.Meeting.Safety.Review);
        return review is { Fact.On: var on } && on >= today && on <= next ? null : new SafetyReviewSet(next)
        {
            Meeting = @case.Meeting.Id,
            Change = review is not null && @case.Meeting.HasClosed(review.At) ? new(PlanChangeKind.Event, why) : null,
        };
    }
}
