namespace StrategyBot.Phases.Reviewing;

/// <summary>The rules of review conferences (R116–R119). Pure.</summary>
internal static class ReviewRule
{
    /// <summary>Whether somebody may say that a review will be late: who chairs conferences, their service, and who leads the case.
    /// </summary>
    public static bool MaySayLate(Participant me) => me.May(Capability.Decide) || me.Roles.Contains(Role.ConferenceChair)
        || me.Roles.Contains(Role.ConferenceService) || me.Roles.Contains(Role.BusinessSupport);

    public static bool MayAnswer(Participant me, LateAnswerOf whose) => me.Roles.Contains(Role.Manager)
        || me.Roles.Contains(whose == LateAnswerOf.AreaManager ? Role.AreaManager : Role.OperationsManager);

    public static Decision Arrange(
        Case @case, Participant me, string? child, int? number, DateTimeOffset at, string? where, string? because, DateTimeOffset now,
        Words words)
    {
        var (meant, place, why) = (PlanMeant.Reviews(@case, child, number), where?.Trim() ?? "", because?.Trim() ?? "");
        if (PlanMeant.WhyNotReview(me, @case, child, number) is { } not)
        {
            return not;
        }

        var open = meant.Where(one => one.One.Held is null).ToList();
        if (open.Count == 0)
        {
            return new CannotBe("That review was held already.");
        }

        var due = open.MinBy(one => one.One.Due.On).One.Due;
        var isMoved = open.Exists(one => one.One.Arranged is { } stands && stands.Fact.At != at);
        return new Unsaid().Day(@case, at, now, words)
            .If(words.LocalDate(at) > due.On && !open.TrueForAll(one => one.One.MayBeLate), "day",
                $"Hold it on or before {words.Date(@case.Clocks.Days.OnOrBefore(due.On))}. "
                + "If it can't be, say that it will be late: two managers are asked.")
            .If(isMoved && why.Length == 0, "because", "Say why it is moved, and that conference chair and team manager talked it over.")
            .Text("where", place, null, FormCard.Line).Text("because", why, null, FormCard.Line).Why
            ?? PlanMeant.Write(@case, open.Select(one => one.Plan),
                plan => new ReviewArranged(number!.Value, at, place, isMoved ? why : "")
                {
                    Audience = isMoved ? PlanMeant.Readers : Audience.Professionals,
                }, fact => fact.Number == number,
                // R118: they hear of a move.
                isMoved ? PutOn.Managers(@case, Area(@case, open)) : []);
    }

    public static Decision SayLate(
        Case @case, Participant me, string? child, int? number, LatenessCause? cause, string? words, DateOnly? expected,
        DateTimeOffset now, Words says)
    {
        var (meant, text) = (PlanMeant.Reviews(@case, child, number), words?.Trim() ?? "");
        if (PlanMeant.WhyNotReview(me, @case, child, number) is { } not)
        {
            return not;
        }

        var open = meant.Where(one => one.One.Held is null).ToList();
        return !MaySayLate(me) ? new NotYourPart()
            : open.Count == 0 ? new CannotBe("That review was held already.")
            : new Unsaid().If(cause is null, "cause", "Choose the reason.")
                .If(expected < says.LocalDate(now), "expected", "That day is over.")
                .Text("words", text, "Say in a line why, and what was tried.").Why
            ?? PlanMeant.Write(@case, open.Select(one => one.Plan),
                plan => new ReviewLateSaid(number!.Value, cause!.Value, text, expected)
                {
                    Audience = PlanMeant.Readers,
                }, fact => fact.Number == number, [.. PutOn.OperationsManager(@case)]);
    }

    /// <summary>First the operations manager, then, where that agrees, the area manager (R119).</summary>
    public static Decision Answer(
        Case @case, Participant me, string? child, int? number, LateAnswerOf? whose, YesNo? agrees, string? words)
    {
        var text = words?.Trim() ?? "";
        return WhyNotAnswer(@case, me, child, number, whose) is { } not ? not
            : new Unsaid().If(agrees is null, "agrees", "Say whether you agree.")
                .Text("words", text, "Say why: it goes on the record.").Why
            ?? PlanMeant.Write(@case, Asked(@case, child, number, whose).Select(one => one.Plan),
                _ => new ReviewLateAnswered(number!.Value, whose!.Value, agrees!.Value, text) { Audience = PlanMeant.Readers },
                // Each answer is to what was asked last.
                _ => false,
                whose == LateAnswerOf.OperationsManager && agrees == YesNo.Yes
                    ? [.. PutOn.AreaManager(@case, Area(@case, Asked(@case, child, number, whose)))] : []);
    }

    public static Refusal? WhyNotAnswer(Case @case, Participant me, string? child, int? number, LateAnswerOf? whose) =>
        PlanMeant.WhyNot(me, @case, child)
        ?? (Asked(@case, child, number, whose).Count == 0 ? new CannotBe("Nobody waits for that answer on a late review any more.")
            : MayAnswer(me, whose!.Value) ? null : new NotYourPart());

    public static IReadOnlyList<(ProtectionPlan Plan, ReviewConference One)> Asked(
        Case @case, string? child, int? number, LateAnswerOf? whose) =>
        [.. PlanMeant.Reviews(@case, child, number).Where(one => whose is not null && one.One.Asked == whose)];

    public static Decision Held(
        Case @case, Participant me, string? child, int? number, DateOnly? on, ReviewOutcome? outcome, string? category, string? words,
        DateTimeOffset now, Words says)
    {
        var (meant, text, today) = (PlanMeant.Reviews(@case, child, number), words?.Trim() ?? "", says.LocalDate(now));
        if (PlanMeant.WhyNotReview(me, @case, child, number) is { } not)
        {
            return not;
        }

        var chosen = HarmCategory.Read(category);
        return new Unsaid().If(outcome is null, "outcome", "Say what the review decided.")
            .If(outcome is ReviewOutcome.GoesOn or ReviewOutcome.Changed && chosen.Length == 0, "category", "Choose the category of harm.")
            .If(outcome == ReviewOutcome.Ends && chosen.Length > 0, "category", "Without a plan there is no category: leave it out.")
            .Text("words", text, outcome == ReviewOutcome.Ends ? "Say why the plan ends, and what follows."
                : "Say how far the plan has come, and what changes.").Why
            ?? PlanMeant.WhyNotOn(on, today, meant.Max(one => Since(one.Plan, one.One)), "on")
            ?? PlanMeant.Write(@case, meant.Select(one => one.Plan),
                plan => new ReviewHeld(number!.Value, on ?? today, outcome!.Value, chosen, text)
                {
                    Audience = PlanMeant.Readers,
                },
                // Taken back as a slip, the same may be said again.
                fact => fact.Number == number && meant.Any(one => one.Plan.Child.Id == fact.Child && one.One.Held is not null));
    }

    /// <summary>Why that one can't be taken back as a slip: only the last that was held.</summary>
    public static Refusal? WhyNotBack(Participant me, Case @case, string? child, int? number) =>
        PlanMeant.WhyNotReview(me, @case, child, number)
        ?? (PlanMeant.Reviews(@case, child, number).Any(one => IsLast(one.Plan, one.One)) ? null
            : PlanMeant.Reviews(@case, child, number).Any(one => one.One.Held is not null)
                ? new CannotBe("A later review was held since. Take that one back first.")
            : new CannotBe("Nobody has said that this review was held."));

    /// <summary>That it was held was a slip: its limit and its day stand again, and so does the plan where it had ended.</summary>
    public static Decision TakeBack(Case @case, Participant me, string? child, int? number, string? words)
    {
        var text = words?.Trim() ?? "";
        return WhyNotBack(me, @case, child, number) is { } not ? not
            : new Unsaid().Text("words", text, "Say why it is taken back.").Why
            ?? PlanMeant.Write(@case,
                PlanMeant.Reviews(@case, child, number).Where(one => IsLast(one.Plan, one.One)).Select(one => one.Plan),
                _ => new ReviewNotHeld(number!.Value, text) { Audience = PlanMeant.Readers }, _ => false);
    }

    private static bool IsLast(ProtectionPlan plan, ReviewConference review) =>
        review.Held is not null && !plan.Reviews.Any(other => other.Held is not null && other.Number > review.Number);

    /// <summary><c>the plan goes on, under neglect</c>.</summary>
    public static string Words(ReviewHeld held) => held.Outcome == ReviewOutcome.Ends
        ? WordTables.ReviewOutcome.InList(held.Outcome)
        : $"{WordTables.ReviewOutcome.InList(held.Outcome)}, under {HarmCategory.InList(held.Category)}";

    private static DateOnly Since(ProtectionPlan plan, ReviewConference review) =>
        plan.Reviews.FirstOrDefault(one => one.Number == review.Number - 1)?.Held?.Fact.On ?? plan.StartedOn;

    /// <summary>Whose area it is, as the convening form said.</summary>
    private static string Area(Case @case, IEnumerable<(ProtectionPlan Plan, ReviewConference One)> meant) =>
        meant.Select(one => @case.EnquiryOf(one.Plan.Child.Id).Form?.Fact.Area).FirstOrDefault(area => area is { Length: > 0 }) ?? "";
}
