namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of going without an interim safety plan (R61), and of its review (R83). Pure.</summary>
internal static class SafetyPlanRule
{
    public static Decision NoneNeeded(Case @case, string? because, Readers? readers = null)
    {
        var (reason, stands) = ((because ?? "").Trim(), @case.Meeting.Safety.NoneNeeded);
        var audience = readers?.Audience ?? stands?.Fact.Audience ?? Audience.Professionals;
        return reason switch
        {
            "" => new CannotBe("Say why no interim safety plan is needed: it was considered, and the reason stands in the minutes."),
            { Length: > FormCard.LongText } => new TooLong(FormCard.LongText),
            _ when RowRules.Of(@case, ActionKind.SafetyPlan).Any() => new CannotBe(
                "The plan has rows, so it can't say that none is needed. Withdraw the rows first.")
            {
                Field = "because",
            },
            _ when readers?.WhyNot("That reason", stands?.By, stands?.Fact.Audience) is { } widens => widens,
            _ when (stands?.Fact.Because, stands?.Fact.Audience) == (reason, audience) => Decision.Already,
            _ => new NoSafetyPlanNeeded(reason) { Meeting = @case.Meeting.Id, Audience = audience },
        };
    }

    /// <summary>Whether the meeting that set the date is over.</summary>
    public static bool IsReviewClosed(Case @case) => @case.Meeting.Safety.Review is { } review && @case.Meeting.HasClosed(review.At);

    public static Decision Review(
        Case @case, DateOnly? on, DateTimeOffset now, Words words, PlanChangeKind? change = null, string? because = null) => on switch
        {
            null => new CannotBe("Choose the date on which the interim safety plan is reviewed."),
            { } date when date < words.LocalDate(now) && !@case.HappenedAlready =>
                new CannotBe($"{words.Date(date)} has passed. Choose a date that lies ahead."),
            { } date when date == @case.Meeting.Safety.ReviewOn =>
                ChangeInputs.Same(@case.Meeting.Safety.Review!.Fact.Change, change, because),
            _ when IsReviewClosed(@case) && ChangeInputs.Fault(change, because) is { } unsaid => unsaid,
            { } date => new SafetyReviewSet(date)
            {
                Meeting = @case.Meeting.Id,
                Change = ChangeInputs.Read(IsReviewClosed(@case), change, because),
            },
        };
}
