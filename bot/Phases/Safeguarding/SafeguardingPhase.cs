namespace StrategyBot.Phases.Safeguarding;

/// <summary>Where each child is safe, who holds a child, and the interim safety plan.</summary>
internal static class SafeguardingPhase
{
    public static Phase List { get; } = new("safeguarding")
    {
        Kinds = kinds => kinds
            .Add<PositionRecorded>("position-recorded")
            .Add<ConsentWithdrawn>("consent-withdrawn")
            .Add<ChildConfirmedSafe>("child-confirmed-safe")
            .Add<DangerRaised>("danger-raised")
            .Add<DangerAnswered>("danger-answered")
            .Add<HandoverGiven>("handover-given")
            .Add<HandoverAccepted>("handover-accepted")
            .Add<HandoverTakenBack>("handover-taken-back")
            .Add<ContactHeld>("contact-held")
            .Add<ContactHoldLifted>("contact-hold-lifted")
            .Add<BailSaid>("bail-said")
            .Add<BailEnded>("bail-ended")
            .Add<ChildVisited>("child-visited")
            .Add<LegalAdviceTaken>("legal-advice-taken")
            .Add<HolderNamed>("holder-named")
            .Add<HolderRung>("holder-rung")
            .Add<NoSafetyPlanNeeded>("no-safety-plan-needed")
            .Add<SafetyReviewSet>("safety-review-set")
            .Add<SafetyReviewHeld>("safety-review-held"),
        Parts = parts => parts
            .Form<PositionPart, PositionPart.Form>()
            .Form<LimitPart, LimitPart.Form>()
            .Form<ConsentWithdrawnPart, ConsentWithdrawnPart.Form>()
            .Form<DangerPart, DangerPart.Form>()
            .Form<DangerAnswerPart, DangerAnswerPart.Form>()
            .Form<ContactHoldPart, ContactHoldPart.Form>()
            .Form<ContactHoldLiftPart, ContactHoldLiftPart.Form>()
            .Form<BailPart, BailPart.Form>()
            .Page<BailPage, BailPage.Form>()
            .Form<BailEndPart, BailEndPart.Form>()
            .Form<ChildSeenPart, ChildSeenPart.Form>()
            .Form<LegalAdvicePart, LegalAdvicePart.Form>()
            .Form<CaseHandoverPart, CaseHandoverPart.Form>()
            .Page<HandoverPage, HandoverForm>()
            .Form<HandoverToldPart, HandoverToldPart.Form>()
            .Act<AcceptHandover, HandoverForm>()
            .Act<TakeHandoverBack, HandoverForm>()
            .Form<ConfirmationPart, ConfirmationPart.Form>()
            .Form<HolderPart, HolderPart.Form>()
            .Form<HolderPlacePart, HolderPlacePart.Form>()
            .Form<HolderRungPart, HolderRungPart.Form>()
            .Page<SafetyPlanPage, CaseForm>()
            .Form<SafetyRowPart, RowForm>()
            .Act<WithdrawSafetyRow, RowForm>()
            .Form<SafetyRowWithdrawalPart, RowForm>()
            .Form<NoneNeededPart, NoneNeededPart.Form>()
            .Form<ReviewPart, ReviewPart.Form>()
            .Form<ReviewHeldPart, ReviewHeldPart.Form>()
            .Former(PositionPart.Id.Open, sent => sent["half"]?.ToString() == "2" ? LimitPart.Id.Open : PositionPart.Id.Open)
            .Former("safeguarding/save-place", PositionPart.Id.Save)
            .Former("safeguarding/open-confirmation", ConfirmationPart.Id.Open)
            .Former("safeguarding/confirm-safe", ConfirmationPart.Id.Save)
            .Former("safeguarding/name-holder", HolderPart.Id.Save)
            .Former("safeguarding/open-none-needed", NoneNeededPart.Id.Open),
        // It hands out a link of its own for each press, which no part does.
        Verbs = verbs => verbs.Add<OfferHolderSheet, OfferHolderSheet.Form>(),
        Services = services => services.AddSingleton<IPaper, HolderSheetFile>(),
        Duties = duties => duties.Clock<DecideByClock>().Clock<SaidProtectionClock>().Clock<PositionClock>().Clock<SafetyReviewClock>()
            .Add<TellConsentDuty, ChildId>().Clock<ConsentClock>()
            .Clock<ChildSeenClock>().Clock<AccessClock>().Clock<ContactHoldClock>().Clock<BailClock>().Add<TellBailDuty, int>()
            .Clock<DangerClock>().Add<TellDangerAnsweredDuty, int>()
            .Add<TellHandoverDuty, int>().Add<TellAcceptedDuty, int>().Clock<HandoverClock>()
            .Clock<HolderPlaceClock>(),
        Commands = commands => commands.Add<DangerCommand>(),
        Entries = (view, now) => !view.Case.Meeting.IsConvened ? []
            :
            [
                .. SafeguardingHub.Dangers(view),
                .. HandoverDrawing.Entries(view),
                .. view.Reader.May(Capability.FillForm) ? SafeguardingHub.Entries(view, now) : [],
                .. ContactHoldDrawing.Entries(view, now),
                .. BailDrawing.Entries(view, now),
                .. HandoverDrawing.Offered(view),
                .. SafeguardingHub.Danger(view),
            ],
        Gaps = SafeguardingHub.Gaps,
        Status = (view, now) =>
            [.. ContactHoldDrawing.Status(view), .. BailDrawing.Status(view, now), .. SafeguardingHub.Status(view, now)],
        Steps = SafeguardingHub.Steps,
        FirstSeen = (view, _) => ContactHoldDrawing.First(view),
    };
}
