namespace StrategyBot.Phases.Reviewing;

/// <summary>After the conference: core groups, review conferences, a child who moves away, and the case's end (R113–R121, R4).</summary>
internal static class ReviewingPhase
{
    public static Phase List { get; } = new("reviewing")
    {
        Kinds = kinds => kinds
            .Add<OutlinePlanSaid>("outline-plan-said")
            .Add<CoreGroupSaid>("core-group-said")
            .Add<CoreGroupArranged>("core-group-arranged")
            .Add<CoreGroupHeld>("core-group-held")
            .Add<CoreGroupNotHeld>("core-group-not-held")
            .Add<ReviewArranged>("review-arranged")
            .Add<ReviewLateSaid>("review-late-said")
            .Add<ReviewLateAnswered>("review-late-answered")
            .Add<ReviewHeld>("review-held")
            .Add<ReviewNotHeld>("review-not-held")
            .Add<ConferenceViewSaid>("conference-view-said")
            .Add<ConferenceChallenged>("conference-challenged")
            .Add<ChallengeStepTaken>("challenge-step-taken")
            .Add<MovedOut>("moved-out")
            .Add<MoveAnswered>("move-answered")
            .Add<CaseEnded>("case-ended")
            .Add<CaseReopened>("case-reopened"),
        Parts = parts => parts
            .Page<ProtectionPlanPage, CaseForm>()
            .Page<OutlinePlanPage, OutlinePlanPage.Form>()
            .Form<OutlinePlanPart, OutlinePlanPart.Form>()
            .Page<CaseTimelinePage, CaseTimelinePage.Form>()
            .Form<CoreGroupMembersPart, CoreGroupMembersPart.Form>()
            .Form<AddToCoreGroupPart, AddToCoreGroupPart.Form>()
            .Form<CoreGroupPart, CoreGroupPart.Form>()
            .Form<CoreGroupHeldPart, CoreGroupHeldPart.Form>()
            .Form<CoreGroupNotHeldPart, CoreGroupNotHeldPart.Form>()
            .Form<ReviewConferencePart, ReviewConferencePart.Form>()
            .Form<ReviewConferenceHeldPart, ReviewConferenceHeldPart.Form>()
            .Form<ReviewNotHeldPart, ReviewNotHeldPart.Form>()
            .Form<ReviewLatePart, ReviewLatePart.Form>()
            .Form<ReviewLateAnswerPart, ReviewLateAnswerPart.Form>()
            .Form<ConferenceViewPart, ConferenceViewPart.Form>()
            .Form<OwnConferenceViewPart, OwnConferenceViewPart.Form>()
            .Form<ChallengePart, ChallengePart.Form>()
            .Form<ChallengeStepPart, ChallengeStepPart.Form>()
            .Form<MovedOutPart, MovedOutPart.Form>()
            .Form<MoveAnsweredPart, MoveAnsweredPart.Form>()
            .Form<CaseEndPart, CaseEndPart.Form>()
            .Form<ReopenPart, ReopenPart.Form>(),
        Commands = commands => commands.Add<TimelineCommand>(),
        // It hands out a link of its own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferOutlinePlan, CaseForm>(),
        Services = services => services.AddSingleton<IPaper, OutlinePlanFile>(),
        Duties = duties => duties
            .Clock<CoreGroupClock>().Clock<LateCoreGroupClock>().Clock<ReviewClock>().Clock<ReviewLateAskedClock>().Clock<MovedOutClock>()
            .Clock<ChallengeClock>().Clock<OutlinePlanClock>()
            .Add<TellOutlinePlanDuty, bool>()
            .Add<TellCoreGroupDuty, TellCoreGroupDuty.Date>()
            .Add<TellReviewDuty, ChildId>()
            .Add<TellCaseEndDuty, int>(),
        Entries = ReviewingHub.Entries,
        Status = ReviewingHub.Status,
        Dues = ReviewingHub.Dues,
        Steps = ReviewingHub.Steps,
    };
}
