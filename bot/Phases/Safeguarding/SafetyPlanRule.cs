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
            _ when @case.Meeting.SafetyPlan.Considered?.Fact.Fit == PlanFit.LegalAction => new CannotBe(
                "Legal action is taken instead of a safety plan. Add a row that says what keeps the children safe until the order.")
            {
                Field = "because",
            },
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

    /// <summary>The day on which it is asked for: the working day before, where its own isn't worked.</summary>
    public static DateOnly AskedOn(Case @case, DateOnly on) =>
        @case.Clocks.Days is var days && days.IsWorkingDay(on) ? on : days.Before(on, 1);

    /// <summary>What a day that isn't worked means for whoever chose it; empty for a working day.</summary>
    public static string NotWorked(Case @case, DateOnly on, Words words) => AskedOn(@case, on) is var day && day == on ? ""
        : $". That day is not worked: you are asked on {words.Date(day)}";

    /// <summary>The day of a review.</summary>
    public static DateOnly Day(Decided<SafetyReviewHeld> review) => Words.English.LocalDate(review.Fact.HappenedAt ?? review.At);

    public static CannotBe NothingToReview { get; } = new("There is no plan to review here.");

    /// <summary>It can be reviewed once the meeting that agreed it is over.</summary>
    public static bool CanBeReviewed(Case @case) =>
        @case.Meeting.Attendance.EndedAt is not null && RowRules.Of(@case, ActionKind.SafetyPlan).Any();

    /// <summary>It was reviewed. That it is not being followed is told at once (P28).</summary>
    /// <param name="at">When; <c>null</c>: today.</param>
    /// <param name="next">When it is reviewed next.</param>
    public static Decision Held(
        Case @case, Participant me, DateOnly? at, ReviewedHow? how, PlanWorks? works, string? what, DateOnly? next, DateTimeOffset now,
        Words words, Readers readers)
    {
        var (text, today, meeting) = ((what ?? "").Trim(), words.LocalDate(now), @case.Meeting.Id);
        var on = at ?? today;
        if (!CanBeReviewed(@case))
        {
            return NothingToReview;
        }

        var unsaid = new Unsaid().If(on > today, "on", "That day lies ahead. Say on which day it was reviewed.")
            .If(how is null, "how", "Choose how it was reviewed.")
            .If(works is null, "works", "Say whether the plan keeps the children safe.")
            .Text("what", text, "Say what was found.")
            .If(next is null, "next", "Choose the day of the next review.")
            .If(next <= on || next < today, "next", "Choose a day for the next review that lies ahead.");
        if (unsaid.Why is { } missing)
        {
            return missing;
        }

        var held = new SafetyReviewHeld(how == ReviewedHow.WithoutFamily ? YesNo.No : YesNo.Yes, works!.Value, text)
        {
            How = how,
            Meeting = meeting,
            HappenedAt = on == today ? null : words.At(on, default),
            Audience = readers.Audience,
        };
        if (@case.Meeting.Safety.Reviews is [.., var last] && me.Is(last.By) && last.Fact == held && next == @case.Meeting.Safety.ReviewOn)
        {
            return Decision.Already;
        }

        var set = new SafetyReviewSet(next!.Value)
        {
            Meeting = meeting,
            Change = new(PlanChangeKind.Review, $"Reviewed on {words.Date(on)}."),
        };
        var danger = new DangerRaised(DangerKind.PlanNotFollowed, text) { Meeting = meeting, Audience = readers.Audience };
        return Decision.Of(
        [
            held,
            .. next == @case.Meeting.Safety.ReviewOn ? (IReadOnlyList<Fact>)[] : [set],
            .. works == PlanWorks.NotFollowed ? (IReadOnlyList<Fact>)[danger] : [],
        ]);
    }

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
