namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>The interim safety plan's own life: is it right, what the family says to it, and what happens to it (R61–R87).</summary>
internal static class SafetyPlanningPhase
{
    public static Phase List { get; } = new("safety-planning")
    {
        Kinds = kinds => kinds
            .Add<SafetyPlanConsidered>("safety-plan-considered")
            .Add<PlanAdviceGiven>("plan-advice-given")
            .Add<PlanDiscussed>("plan-discussed")
            .Add<PlanOverseen>("plan-overseen")
            .Add<SignificantEventSaid>("significant-event-said")
            .Add<PlanPutOnFile>("plan-put-on-file")
            .Add<SafetyPlanEnded>("safety-plan-ended")
            .Add<SafetyPlanGoesOn>("safety-plan-goes-on")
            .Add<PlanConsentSaid>("plan-consent-said")
            .Add<PlanSupportSaid>("plan-support-said")
            .Add<PlanHandedOn>("plan-handed-on"),
        Parts = parts => parts
            .Form<ConsideredPart, ConsideredPart.Form>()
            .Form<PlanAdvicePart, PlanAdvicePart.Form>()
            .Form<PlanTalkPart, PlanTalkPart.Form>()
            .Form<PlanOversightPart, PlanOversightPart.Form>()
            .Form<PlanConsentPart, PlanConsentPart.Form>()
            .Form<PlanSupportPart, PlanSupportPart.Form>()
            .Form<PlanHandedOnPart, PlanHandedOnPart.Form>()
            .Form<SignificantEventPart, SignificantEventPart.Form>()
            .Form<PlanOnFilePart, PlanOnFilePart.Form>()
            .Form<PlanEndPart, PlanEndPart.Form>()
            .Form<PlanGoesOnPart, PlanGoesOnPart.Form>()
            .Page<PlanTimelinePage, PlanTimelinePage.Form>()
            .Page<WhoHasPlanPage, WhoHasPlanPage.Form>(),
        // It hands out a link of its own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferPlanPaper, CaseForm>().Add<OfferPlanRows, CaseForm>(),
        Services = services => services.AddSingleton<IPaper, PlanFile>().AddSingleton<IPaper, PlanRowsFile>(),
        Duties = duties => duties.Clock<PlanAdviceClock>().Clock<PlanOversightClock>().Clock<FamilyAskedClock>()
            .Clock<PlanOnFileClock>().Clock<PlanHandedOnClock>().Clock<LookAgainClock>(),
        Entries = (view, now) => [.. SafetyPlanningHub.Entries(view), .. SafetyPlanningHub.Later(view, now)],
        Gaps = SafetyPlanningHub.Gaps,
        Status = (view, _) => SafetyPlanningHub.Status(view),
    };
}
