namespace StrategyBot.Phases.Planning;

/// <summary>Part 2: the decisions on each child, who does what by when, and the tap that sets it going.</summary>
internal static class PlanningPhase
{
    public static Phase List { get; } = new("planning")
    {
        Kinds = kinds => kinds
            .Add<ReasonableCauseDecided>("reasonable-cause-decided")
            .Add<Section47Decided>("section47-decided")
            .Add<Section47Undone>("section47-undone")
            .Add<EnquiryStartGiven>("enquiry-start-given")
            .Add<ConferenceDecided>("conference-decided")
            .Add<ActionAgreed>("action-agreed")
            .Add<ActionWithdrawn>("action-withdrawn")
            .Add<ContingencyAgreed>("contingency-agreed")
            .Add<AuthorisedToStart>("authorised-to-start")
            .Add<AuthorisationHeldBack>("authorisation-held-back")
            .Add<OfferNotNeeded>("offer-not-needed")
            .Add<ImmediatePlanAgreed>("immediate-plan-agreed")
            .Add<OutcomeAcknowledged>("outcome-acknowledged"),
        Parts = parts => parts
            .Form<ReasonableCausePart, ReasonableCausePart.Form>()
            .Form<Section47Part, Section47Part.Form>()
            .Act<UndoSection47, UndoSection47.Form>()
            .Form<EnquiryStartPart, EnquiryStartPart.Form>()
            .Form<ConferencePart, ConferencePart.Form>()
            .Page<ActionsPage, CaseForm>()
            .Page<UsualActionsPage, UsualActionsPage.Form>()
            .Form<OfferNotNeededPart, OfferNotNeededPart.Form>()
            .Act<AddOffered, AddOffered.Form>()
            .Form<CauseAndEnquiryPart, CauseAndEnquiryPart.Form>()
            .Form<ActionPart, RowForm>()
            .Act<WithdrawAction, RowForm>()
            .Form<ActionWithdrawalPart, RowForm>()
            .Form<ContingencyPart, ContingencyPart.Form>()
            .Page<AuthorisationPage, AuthorisationPage.Form>()
            .Act<Authorise, Authorise.Form>()
            .Form<NotYetAuthorisedPart, NotYetAuthorisedPart.Form>()
            .Page<AgreementPage, CaseForm>()
            .Act<AgreePlan, CaseForm>()
            .Page<OutcomePage, CaseForm>()
            .Act<AcknowledgeOutcome, AcknowledgeOutcome.Form>()
            .Page<ReferralAnswerPage, CaseForm>()
            .Page<ChangesPage, CaseForm>()
            .Former("planning/decision", sent => sent["about"]?.ToString() switch
            {
                DecisionDrawing.Enquiry => Section47Part.Id.Open,
                DecisionDrawing.Conference => ConferencePart.Id.Open,
                DecisionDrawing.Cause => ReasonableCausePart.Id.Open,
                _ => "",
            }),
        Commands = commands => commands
            .Add<ActionCommand>()
            .Add<DecisionCommand>(),
        Duties = duties => duties
            .Add<TellHolderDuty>()
            .Clock<HolderClock>().Clock<NotAgreedClock>().Clock<NotAuthorisedClock>()
            .Add<TellChangeDuty>()
            .Add<TellOwnerDuty>()
            .Add<TellReferrerDuty>()
            .Add<TellHeldBackDuty, int>()
            .Add<TellActionDuty, ActionId>()
            .Add<TellWithdrawnDuty, ActionId>(),
        Entries = (view, now) => view.Case.Meeting.IsConvened ? PlanningHub.Entries(view, now) : [],
        Gaps = PlanningHub.Gaps,
        Rings = PlanningHub.Rings,
        Status = PlanningHub.Status,
    };
}
