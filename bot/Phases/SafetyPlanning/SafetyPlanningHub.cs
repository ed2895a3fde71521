namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>What the hub draws of this phase.</summary>
internal static class SafetyPlanningHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view)
    {
        var (@case, plan) = (view.Case, view.Case.Meeting.SafetyPlan);
        if (!@case.Meeting.IsConvened)
        {
            yield break;
        }

        if (view.Reader.May(ConsideredPart.Needs))
        {
            var isOpen = IsOpen(@case);
            var mine = AskedOf.Is(view.Reader, AskedOf.Now(view.Whole, WhoFills.SocialWorker));
            yield return new(PartIds.SafetyPlanConsidered, HubSection.Safety, ConsideredPart.Title,
                plan.Considered is { Fact.Fit: var fit } ? WordTables.PlanFit.InList(fit) : "not answered", ConsideredPart.Button(@case),
                IsOpen: isOpen && mine)
            { IsAwaited = isOpen };
        }

        if (view.Reader.May(PlanAdvicePart.Needs) && (plan.IsAdviceAwaited || plan.Advice is not null))
        {
            yield return new(PartIds.PlanAdvice, HubSection.Safety, PlanAdvicePart.Title,
                plan.IsAdviceAwaited ? "you are asked" : "given", PlanAdvicePart.Button(@case), plan.IsAdviceAwaited);
        }

        foreach (var talk in view.Reader.May(PlanOversightPart.Needs) ? PlanTalk.Standing(@case) : [])
        {
            if (talk.NeedsOversight)
            {
                yield return new($"{PartIds.PlanOversight}/{talk.Said.Seq}", HubSection.Safety,
                    $"{PlanOversightPart.Title} – {talk.Number(@case)}", talk.IsOversightOwed ? "you are asked" : "given",
                    PlanOversightPart.Button(@case, talk), talk.IsOversightOwed);
            }
        }

        if (view.Reader.May(PlanTalkPart.Needs) && RowRules.HasSafetyPlan(@case))
        {
            var open = PlanTalk.NotAsked(@case).Count;
            yield return new(PartIds.PlanTalk, HubSection.Safety, PlanTalkPart.Title,
                open == 0 ? "asked" : $"{@case.Adults.Count - open} of {@case.Adults.Count} adults asked", PlanTalkPart.Button(@case),
                IsOpen: open > 0 && @case.Meeting.Attendance.EndedAt is not null && AskedOf.Is(view.Reader, WhoFills.SocialWorker))
            { IsOffered = open == 0 || @case.Meeting.Attendance.EndedAt is null };
        }

        foreach (var talk in view.Reader.May(PlanConsentPart.Needs) ? PlanTalk.Standing(@case).Where(talk => talk.HasAgreed) : [])
        {
            if (talk.IsConsentOwed || talk.Consent is not null)
            {
                yield return new($"{PartIds.PlanConsent}/{talk.Said.Seq}", HubSection.Safety,
                    $"{PlanConsentPart.Title} – {talk.Number(@case)}",
                    talk.Consent is { } consent ? WordTables.AgreedHow.InList(consent.Fact.How) : "not said yet",
                    PlanConsentPart.Button(@case, talk),
                    IsOpen: talk.IsConsentOwed && (view.Reader.Is(talk.Said.By) || AskedOf.Is(view.Reader, WhoFills.SocialWorker)))
                { IsOffered = !talk.IsConsentOwed };
            }
        }

        if (view.Reader.May(PlanSupportPart.Needs))
        {
            yield return new(PartIds.PlanSupport, HubSection.Safety, PlanSupportPart.Title,
                plan.Support is null ? "not said" : plan.Support.Fact.Needed == YesNo.Yes ? "said which" : "none needed",
                PlanSupportPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (view.Reader.May(SignificantEventPart.Needs) && SignificantEventRule.CanBeSaid(@case))
        {
            yield return new(PartIds.SignificantEvent, HubSection.Safety, SignificantEventPart.Title, "if it does",
                SignificantEventPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }
    }

    /// <summary>What is left to do with the plan once it is agreed.</summary>
    public static IEnumerable<HubEntry> Later(CaseView view, DateTimeOffset now)
    {
        var (@case, plan) = (view.Case, view.Case.Meeting.SafetyPlan);
        if (view.Reader.May(PlanOnFilePart.Needs) && PlanOnFileClock.Due(view.Whole) is { } due)
        {
            var isOnFile = plan.IsOnFile(view.Whole) && !plan.IsCopyOwed(view.Whole);
            yield return new(PartIds.PlanOnFile, HubSection.Minutes, PlanOnFilePart.Title,
                isOnFile ? $"version {plan.OnFile[^1].Fact.Version}"
                : plan.IsCopyOwed(view.Whole) ? "a copy for the reviewing officer" : $"by {Words.English.Date(due.On)}",
                PlanOnFilePart.Button(view.Whole),
                IsOpen: !isOnFile && PlanOnFileClock.Runs(view.Whole).Any(running => running.Owners.Contains(view.Reader.Id)))
            { IsOffered = isOnFile, IsAwaited = !isOnFile };
        }

        if (view.Reader.May(PlanTimelinePage.Needs) && @case.Meeting.Attendance.EndedAt is not null
            && PlanTimeline.Of(@case, view.Reader).Count is > 0 and var count)
        {
            yield return new(PartIds.PlanTimeline, HubSection.Minutes, PlanTimelinePage.Title, count == 1 ? "1 entry" : $"{count} entries",
                PlanTimelinePage.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (view.Reader.May(WhoHasPlanPage.Needs) && view.Reader.Agency == Agency.SocialCare && PlanFile.Is(view.Whole)
            && RowRules.HasSafetyPlan(@case))
        {
            var waits = PlanHolder.Of(view.Whole, Words.English).Count(one => one.IsAwaited);
            yield return new(PartIds.WhoHasPlan, HubSection.Minutes, WhoHasPlanPage.Title,
                waits == 0 ? "everybody has it" : $"{waits} have not got it yet", WhoHasPlanPage.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (view.Reader.May(PlanHandedOnPart.Needs) && PlanHandedOnRule.Is(@case))
        {
            yield return new(PartIds.PlanHandedOn, HubSection.Minutes, PlanHandedOnPart.Title,
                plan.HandedOn is null ? "not said yet" : "said", PlanHandedOnPart.Button(@case),
                IsOpen: plan.IsHandingOnOwed && AskedOf.Is(view.Reader, WhoFills.SocialWorker));
        }

        if (view.Reader.May(PlanEndPart.Needs) && PlanEndRule.CanEnd(@case))
        {
            var stays = PlanGoesOnRule.Standing(view.Whole, now);
            var isAsked = stays is null && PlanEndRule.IsConferenceOver(view.Whole) && view.Reader.Id == view.Whole.Meeting.Chair;
            yield return new(PartIds.PlanEnd, HubSection.Minutes, PlanEndPart.Title,
                stays is not null ? PlanGoesOnRule.Until(stays.Fact, Words.English)
                : isAsked ? "the conference has decided" : "once it is no longer needed", PlanEndPart.Button(@case), IsOpen: isAsked)
            { IsOffered = !isAsked };
        }
    }

    /// <summary>It is asked unless the chair said that no plan is needed (R61), and again once advice is there (R68).</summary>
    public static bool IsOpen(Case @case) => @case.Meeting is { SafetyPlan: var plan, Safety.NoneNeeded: var none }
        && (plan.Considered is null ? none is null
            : plan.Considered.Fact.Fit == PlanFit.AdviceFirst && !plan.IsAdviceAwaited);

    /// <summary>What binds at <em>Complete the record</em>.</summary>
    public static IEnumerable<Gap> Gaps(Case @case)
    {
        if (@case.Meeting.SafetyPlan.IsAdviceAwaited)
        {
            yield return new("safety-plan-advice", "A manager's advice on the safety plan is awaited.", WhoFills.Chair,
                PlanAdvicePart.Button(@case));
        }
        else if (IsOpen(@case))
        {
            yield return new("safety-plan-considered", "Nobody has said whether a safety plan is right here, and what it is for.",
                WhoFills.SocialWorker, ConsideredPart.Button(@case));
        }
    }

    /// <summary>The last time of it, where that comes before the conference until which it has to stand (R65).</summary>
    public static DateTimeOffset? RunsOut(Case @case) =>
        @case.Meeting.Attendance.EndedAt is not null && CaseClocks.Conference(@case) is { } conference
            && RowRules.Of(@case, ActionKind.SafetyPlan).Where(row => !row.IsClosed).Select(row => (DateTimeOffset?)row.Fact.DueAt).Max()
                is { } last && last < conference.At ? last : null;

    public static IEnumerable<StatusLine> Status(CaseView view)
    {
        if (!view.Reader.May(Capability.FillForm))
        {
            yield break;
        }

        if (RunsOut(view.Whole) is { } last)
        {
            yield return new(1, $"The last row of the safety plan ends {Words.English.When(last)}, before the conference by "
                + $"{Words.English.Date(CaseClocks.Conference(view.Whole)!.On)}. Add a row, or another time.");
        }

        foreach (var talk in PlanTalk.Standing(view.Case).Where(talk => talk.IsOversightOwed))
        {
            yield return new(0, $"{talk.Number(view.Case)}: {talk.Says}. "
                + "A manager has not said yet whether the children are safe without it.");
        }
    }
}
