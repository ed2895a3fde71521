namespace StrategyBot.Phases.Enquiring;

/// <summary>From the section 47 enquiry to the conference: each step with who, by when and that it was done (R92–R112).</summary>
internal static class EnquiringPhase
{
    public static Phase List { get; } = new("enquiring")
    {
        Kinds = kinds => kinds
            .Add<EnquiryStepDone>("enquiry-step-done")
            .Add<EnquiryStepUndone>("enquiry-step-undone")
            .Add<ProgressChecked>("progress-checked")
            .Add<ConveningFormCompleted>("convening-form-completed")
            .Add<ConferenceChairAssigned>("conference-chair-assigned")
            .Add<ConferenceArranged>("conference-arranged")
            .Add<ConferenceInvited>("conference-invited")
            .Add<ConferenceEventCreated>("conference-event-created")
            .Add<ConferenceAnswered>("conference-answered")
            .Add<ConferenceHeld>("conference-held")
            .Add<ConferenceOutcomeSaid>("conference-outcome-said")
            .Add<EnquiryConcluded>("enquiry-concluded")
            .Add<OutOfTimescaleSaid>("out-of-timescale-said")
            .Add<OutOfTimescaleAnswered>("out-of-timescale-answered")
            .Add<CapacityReviewed>("capacity-reviewed")
            .Add<StandInSaid>("stand-in-said")
            .Add<ChildHeard>("child-heard")
            .Add<ConferencePlaceSaid>("conference-place-said"),
        Parts = parts => parts
            .Page<EnquiryPage, CaseForm>()
            .Page<ConferenceListPage, CaseForm>()
            .Form<StepDonePart, StepDonePart.Form>()
            .Act<UndoStep, UndoStep.Form>()
            .Form<ProgressCheckPart, ProgressCheckPart.Form>()
            .Form<ConcludedPart, ConcludedPart.Form>()
            .Form<ConveningFormPart, ConveningFormPart.Form>()
            .Form<ConferenceChairPart, ConferenceChairPart.Form>()
            .Form<ArrangePart, ArrangePart.Form>()
            .Form<InviteToConferencePart, InviteToConferencePart.Form>()
            .Form<ConferenceHeldPart, ConferenceHeldPart.Form>()
            .Form<ConferenceOutcomePart, ConferenceOutcomePart.Form>()
            .Form<OutOfTimescalePart, OutOfTimescalePart.Form>()
            .Form<AgreeLatePart, AgreeLatePart.Form>()
            .Form<CapacityPart, CapacityPart.Form>()
            .Form<StandInPart, StandInPart.Form>()
            .Form<ChildHeardPart, ChildHeardPart.Form>()
            .Form<ConferencePlacePart, ConferencePlacePart.Form>(),
        Commands = commands => commands
            .Add<QualityAssuranceCommand>().Add<ReportCommand>().Add<ConferenceCommand>().Add<ProgressCommand>()
            .Add<LateCommand>(),
        // A list over cases is no part of one, and its file is handed out by a link of its own.
        Verbs = verbs => verbs.Add<ShowLateList, ShowLateList.Form>().Add<OfferLateFile, OfferLateFile.Form>()
            .Add<OfferInviteesFile, CaseForm>(),
        Services = services => services.AddSingleton<IPaper, LateFile>().AddSingleton<IPaper, InviteesFile>(),
        Duties = duties => duties
            .Clock<StepClock>().Clock<ConferenceDayClock>().Clock<OutOfTimescaleClock>().Clock<LatenessAskedClock>().Clock<StandInClock>()
            .Clock<FacilitatedClock>().Clock<ConferenceOutcomeClock>()
            .Add<CreateConferenceDuty, ArrangedConference>()
            .Add<MoveConferenceDuty, ArrangedConference>()
            .Add<ConferenceInviteesDuty, ArrangedConference>()
            .Add<CancelConferenceDuty, ConferenceEventCreated>()
            .Watch<ConferenceAnswersWatch>()
            .Add<TellQualityAssuranceDuty, TellQualityAssuranceDuty.Letter>()
            .Add<TellLatenessDuty, ChildId>()
            .Add<TellLateMonthDuty, DateOnly>(),
        Entries = EnquiringHub.Entries,
        Status = EnquiringHub.Status,
        Dues = EnquiringHub.Dues,
        Steps = EnquiringHub.Steps,
        Listed = LateConferences.Listed,
    };
}
