using StrategyBot.Oversight;

namespace StrategyBot.Phases.Reviewing;

/// <summary>What the hub draws of this phase.</summary>
internal static class ReviewingHub
{
    // From then on it waits in one's own part.
    private const int Ahead = 5, ReviewAhead = 20;

    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var (@case, me) = (view.Whole, view.Reader);
        if (me.May(CaseTimelinePage.Needs) && me.May(Capability.KeepEnquiry) && @case.Meeting.Attendance.EndedAt is not null)
        {
            yield return new(PartIds.CaseTimeline, HubSection.Reviews, CaseTimelinePage.Title, "from the concern on",
                CaseTimelinePage.Button(view.Case), IsOpen: false)
            { IsOffered = true };
        }

        if (me.May(ReopenPart.Needs) && @case.Ended is { } ended)
        {
            yield return new("reviewing/reopen", HubSection.Reviews, ReopenPart.Title,
                $"closed {Words.English.Date(Words.English.LocalDate(ended.At))}", ReopenPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }
        else if (me.May(CaseEndPart.Needs) && me.Agency == Agency.SocialCare && @case.Meeting.Attendance.EndedAt is not null)
        {
            yield return new("reviewing/close", HubSection.Reviews, CaseEndPart.Title,
                CaseEndRule.Open(@case) is { Count: > 0 } open ? open[0].TrimEnd('.').ToLowerInvariant() : "once all is done",
                CaseEndPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        foreach (var entry in OfConferences(@case, me, now))
        {
            yield return entry;
        }

        if (OutlinePlanRule.Readable(@case, me) is { Count: > 0 } outlines)
        {
            yield return new("reviewing/outline", HubSection.Reviews, OutlinePlanPage.Title,
                $"written {Words.English.Date(Words.English.LocalDate(outlines.Max(one => one.Said.At)))}",
                OutlinePlanPage.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        var plans = IsOurs(me) ? PlanLines.Grouped(@case) : [];
        if (plans.Count == 0)
        {
            yield break;
        }

        yield return new(PartIds.ProtectionPlan, HubSection.Reviews, ProtectionPlanPage.Title, Stage(plans),
            ProtectionPlanPage.Button(@case), IsOpen: false)
        { IsOffered = true };
        foreach (var group in plans.Where(group => group[0].Runs && @case.Ended is null))
        {
            foreach (var entry in Waiting(@case, me, group, now))
            {
                yield return entry;
            }
        }
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (view.Whole.Ended is { } ended)
        {
            yield return new(1, $"The case is closed since {Words.English.Date(Words.English.LocalDate(ended.At))}: "
                + $"{WordTables.CaseEndCause.InList(ended.Fact.Cause)}.");
        }

        foreach (var one in ConferenceViews.Challenges(view.Whole).Where(one => one.IsOpen
            && (one.Said.Fact.Participant == view.Reader.Id || IsOurs(view.Reader))))
        {
            yield return new(1, $"{view.Whole.Find(one.Said.Fact.Participant)?.Agency.Name() ?? "An agency"} challenges "
                + $"{ChildConference.NameOf(one.Said.Fact.Conference)} on {one.Child.Number.ToLowerInvariant()}. It is not settled.");
        }

        if (!IsOurs(view.Reader))
        {
            foreach (var line in ForMembers(view, now))
            {
                yield return line;
            }

            yield break;
        }

        foreach (var group in PlanLines.Grouped(view.Whole))
        {
            var (plan, whose) = (group[0], PlanLines.Whose(view.Whole, group));
            var late = (plan.NextGroup is { } one && PlanLines.IsLate(one, now))
                || (plan.NextReview is { } other && PlanLines.IsLate(other, now));
            yield return new(late ? 0 : 2, $"{whose}{PlanLines.Say(plan, Words.English)}"
                + (plan.NextGroup is { } core ? $" {PlanLines.Say(core, Words.English, now)}" : "")
                + (plan.NextReview is { } review ? $" {PlanLines.Say(review, Words.English, now)}" : ""));
            foreach (var line in PlanLines.Stands(plan, Words.English))
            {
                yield return new(1, $"{whose}{line}");
            }

            if (plan.Groups.LastOrDefault(held => held.Held is not null)?.Held is { Fact.Going: PlanGoing.NotSafer } worse && plan.Runs)
            {
                yield return new(0, $"{whose}At the core group of {Words.English.Date(worse.Fact.On)} the child was no safer. "
                    + "Bring the review forward, or call a meeting.");
            }
        }
    }

    /// <summary>The next core group and the next review of each plan that runs.</summary>
    public static IEnumerable<BoardStep> Steps(Case @case)
    {
        foreach (var plan in ProtectionPlan.Of(@case))
        {
            if (plan.NextGroup is { } group)
            {
                yield return BoardStep.By($"Hold core group {group.Number}", group.Due,
                    BoardPerson.With(@case, Role.SocialWorker, "social worker")) with
                {
                    Booked = group.Stands?.Fact.At,
                };
            }

            if (plan.NextReview is { } review)
            {
                yield return BoardStep.By($"Hold review {review.Number}", review.Due,
                    BoardPerson.With(@case, Role.ConferenceService, "conferences")) with
                {
                    Booked = review.Arranged?.Fact.At,
                    Why = review.Late is { Fact.Cause: var cause } ? WordTables.LatenessCause.InList(cause)
                        + (review.MayBeLate ? ". Both managers agreed" : "") : null,
                };
            }
        }
    }

    /// <summary>What a person owes by when, across cases.</summary>
    public static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now)
    {
        var @case = view.Whole;
        if (!view.Reader.May(ProtectionPlanPage.Needs) || @case.Ended is not null)
        {
            yield break;
        }

        foreach (var group in PlanLines.Grouped(@case).Where(group => group[0].Runs))
        {
            var (plan, chosen) = (group[0], PlanMeant.Chosen(@case, group));
            if (plan.NextGroup is { } core && PlanMeant.With(@case, Role.SocialWorker).Contains(view.Reader.Id))
            {
                yield return new(core.Stands?.Fact.At ?? core.Due.At, $"Core group {core.Number}", Open(@case, chosen, core));
            }

            if (plan.NextReview is { } review
                && PlanMeant.With(@case, Role.SocialWorker, Role.ConferenceChair, Role.ConferenceService).Contains(view.Reader.Id))
            {
                yield return new(review.Arranged?.Fact.At ?? review.Due.At, $"Review conference {review.Number}",
                    Open(@case, chosen, review));
            }
        }
    }

    private static IEnumerable<HubEntry> Waiting(
        Case @case, Participant me, IReadOnlyList<ProtectionPlan> group, DateTimeOffset now)
    {
        var (plan, chosen, words) = (group[0], PlanMeant.Chosen(@case, group), Words.English);
        var (whose, today) = (group[0].Child.Id.Value, words.LocalDate(now));
        bool Is(params IReadOnlyList<Role> roles) => PlanMeant.With(@case, roles).Contains(me.Id);
        if (OutlinePlanRule.IsAsked(@case, plan) && Is(Role.SocialWorker, Role.ConferenceChair))
        {
            yield return new($"{PartIds.OutlinePlan}/{whose}", HubSection.Reviews, OutlinePlanPart.Title, "not sent yet",
                OutlinePlanPart.Button(@case, chosen), IsOpen: true);
        }

        if (plan.Members is null && Is(Role.SocialWorker))
        {
            yield return new($"reviewing/members/{whose}", HubSection.Reviews, CoreGroupMembersPart.Title, "not said yet",
                CoreGroupMembersPart.Button(@case, chosen), IsOpen: true);
        }

        var core = plan.NextGroup!;
        if (Is(Role.SocialWorker) && (core.Stands is { } at ? words.LocalDate(at.Fact.At) <= today
            : @case.Clocks.Days.Between(today, core.Due.On) <= Ahead))
        {
            yield return new($"{PartIds.CoreGroup}/{whose}", HubSection.Reviews,
                core.Stands is null ? CoreGroupPart.Title : CoreGroupHeldPart.Title,
                $"{(PlanLines.IsLate(core, now) ? "was due" : "by")} {words.Date(core.Due.On)}", Open(@case, chosen, core),
                IsOpen: true);
        }

        var review = plan.NextReview!;
        if (Is(Role.SocialWorker, Role.ConferenceChair, Role.ConferenceService)
            && (review.Arranged is { } day ? words.LocalDate(day.Fact.At) <= today
                : @case.Clocks.Days.Between(today, review.Due.On) <= ReviewAhead))
        {
            yield return new($"{PartIds.ReviewConference}/{whose}", HubSection.Reviews,
                review.Arranged is null ? ReviewConferencePart.Title : ReviewConferenceHeldPart.Title,
                $"{(PlanLines.IsLate(review, now) ? "was due" : "by")} {words.Date(review.Due.On)}", Open(@case, chosen, review),
                IsOpen: true);
        }

        if (review.Asked is { } asked && ReviewRule.MayAnswer(me, asked))
        {
            yield return new($"{PartIds.ReviewLateAnswer}/{whose}", HubSection.Reviews, ReviewLateAnswerPart.Title, "you are asked",
                ReviewLateAnswerPart.Button(@case, chosen, review), IsOpen: true);
        }

        if (plan.IsMoveOpen && Is(Role.SocialWorker))
        {
            yield return new($"reviewing/move-answered/{whose}", HubSection.Reviews, MoveAnsweredPart.Title, "not said yet",
                MoveAnsweredPart.Button(@case, chosen), IsOpen: true);
        }
    }

    private static bool IsOurs(Participant me) => me.May(ProtectionPlanPage.Needs) && me.Agency == Agency.SocialCare;

    /// <summary>One's own view for a conference that is to be, and a challenge of what one decided; to settle one, for social care.
    /// </summary>
    private static IEnumerable<HubEntry> OfConferences(Case @case, Participant me, DateTimeOffset now)
    {
        foreach (var same in @case.Children.SelectMany(child => ConferenceViews.Of(@case, child))
            .Where(one => ConferenceViews.IsOf(@case, me.Id, one)).GroupBy(one => (one.Number, one.IsDecided)))
        {
            var (number, decided) = same.Key;
            foreach (var chosen in same.Count() == @case.Children.Count ? [ChildChoice.All]
                : same.Select(one => PlanMeant.Chosen(@case, one.Child.Id)))
            {
                var voice = new ConferenceVoice(me.Id.Value, "", me);
                var isSaid = same.All(one => ConferenceViews.Said(@case, one.Child.Id, number, voice) is not null);
                yield return decided
                    ? new($"reviewing/challenge/{number}/{chosen}", HubSection.Reviews, ChallengePart.Title,
                        ChildConference.NameOf(number), ChallengePart.Button(@case, chosen, number), IsOpen: false)
                    { IsOffered = true }
                    : new($"{PartIds.OwnConferenceView}/{number}/{chosen}", HubSection.Reviews, OwnConferenceViewPart.Title,
                        same.Min(one => one.At) is { } at ? Words.English.When(at) : ChildConference.NameOf(number),
                        OwnConferenceViewPart.Button(@case, chosen, number), IsOpen: !isSaid && me.Agency != Agency.SocialCare)
                    { IsOffered = isSaid };
            }
        }

        foreach (var one in ConferenceViews.Challenges(@case).Where(one => one.IsOpen
            && PlanMeant.With(@case, Role.SocialWorker, Role.ConferenceChair).Contains(me.Id) && IsOurs(me)))
        {
            yield return new($"reviewing/challenge-step/{one.Child.Id.Value}/{one.Said.Fact.Conference}/{one.Said.Fact.Participant.Value}",
                HubSection.Reviews, ChallengeStepPart.Title, "not settled",
                ChallengeStepPart.Button(@case, PlanMeant.Chosen(@case, one.Child.Id), one.Said.Fact), IsOpen: true);
        }
    }

    /// <summary>Who is in a core group knows its day and place.</summary>
    private static IEnumerable<StatusLine> ForMembers(CaseView view, DateTimeOffset now) =>
        from plan in ProtectionPlan.Of(view.Case)
        where plan.Members?.Fact.Professionals.Contains(view.Reader.Id) == true && plan.NextGroup is { Stands: not null }
        let arranged = plan.NextGroup!.Stands!.Fact
        where arranged.At > now
        group arranged by arranged.At into same
        let place = same.First().Where
        select new StatusLine(2, $"The core group meets {Words.English.When(same.Key)}"
            + $"{(place.Length > 0 ? $", {CardText.Plain(place)}" : "")}. You are in it.");

    /// <summary>What is to be done with it next.</summary>
    internal static PartButton Open(Case @case, string chosen, CoreGroup group) => group.Stands is null
        ? CoreGroupPart.Button(@case, chosen, group.Number) : CoreGroupHeldPart.Button(@case, chosen, group.Number);

    /// <inheritdoc cref="Open(Case, string, CoreGroup)"/>
    internal static PartButton Open(Case @case, string chosen, ReviewConference review) => review.Arranged is null
        ? ReviewConferencePart.Button(@case, chosen, review.Number) : ReviewConferenceHeldPart.Button(@case, chosen, review.Number);

    private static string Stage(IReadOnlyList<IReadOnlyList<ProtectionPlan>> plans) => plans.All(group => !group[0].Runs) ? "ended"
        : plans.Count > 1 ? $"{plans.Count(group => group[0].Runs)} running"
        : $"core group {plans[0][0].NextGroup!.Number} by {Words.English.Date(plans[0][0].NextGroup!.Due.On)}";
}
