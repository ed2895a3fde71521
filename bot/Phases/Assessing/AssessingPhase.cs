namespace StrategyBot.Phases.Assessing;

/// <summary>Part 1, and every heading of the form: who knows what, how serious it is, each agency's view.</summary>
internal static class AssessingPhase
{
    public static Phase List { get; } = new("assessing")
    {
        Kinds = kinds => kinds
            .Add<HeadingAnswered>("heading-answered")
            .Add<HeadingSettled>("heading-settled")
            .Add<AnswersConfirmed>("answers-confirmed")
            .Add<ListRowGiven>("list-row-given")
            .Add<ListRowWithdrawn>("list-row-withdrawn")
            .Add<InformationGiven>("information-given")
            .Add<InformationCorrected>("information-corrected")
            .Add<InformationWithdrawn>("information-withdrawn")
            .Add<InformationPlaced>("information-placed")
            .Add<ViewGiven>("view-given")
            .Add<StanceTaken>("stance-taken")
            .Add<AwaitedSaid>("awaited-said")
            .Add<LateNewsAnswered>("late-news-answered")
            .Add<EscalationStepTaken>("escalation-step-taken")
            .Add<ViewsRevealed>("views-revealed")
            .Add<PaperBegun>("paper-begun")
            .Add<PaperDone>("paper-done"),
        Services = services => services.AddSingleton<IPaper, BlankFile>(),
        Verbs = verbs => verbs.Add<OfferBlank, CaseForm>(),
        Parts = parts => parts
            .Form<InformationPart, InformationPart.Form>()
            .Page<InformationPage, InformationPage.Form>()
            .Form<CorrectionPart, CorrectionPart.Form>()
            .Act<TellByMouth, CaseForm>()
            .Act<WithdrawInformation, WithdrawInformation.Form>()
            .Act<MoveInformation, MoveInformation.Form>()
            .Form<ElsewherePart, ElsewherePart.Form>()
            .Page<PlacePage, PlacePage.Form>()
            .Act<PlaceInformation, PlaceInformation.Form>()
            .Page<EnterForPage, EnterForPage.Form>()
            .Form<SpeakerPart, SpeakerPart.Form>()
            .Form<PaperPart, PaperPart.Form>()
            .Act<DonePaper, CaseForm>()
            .Form<HeadingsPart, HeadingsPart.Form>()
            .Form<SharingPart, SharingPart.Form>()
            .Page<AnsweredPage, AnsweredPage.Form>()
            .Act<ConfirmAnswers, ConfirmAnswers.Form>()
            .Page<ListPage, ListPage.Form>()
            .Form<ListRowPart, ListRowPart.Form>()
            .Act<WithdrawListRow, WithdrawListRow.Form>()
            .Act<AnswerList, AnswerList.Form>()
            .Form<ListWordsPart, ListWordsPart.Form>()
            .Form<LeadsPart, LeadsPart.Form>()
            .Page<EnquiryPlanPage, CaseForm>()
            .Form<EnquiryRowPart, RowForm>()
            .Act<WithdrawEnquiryRow, RowForm>()
            .Form<EnquiryRowWithdrawalPart, RowForm>()
            .Page<ContestPage, ContestPage.Form>()
            .Act<SettleContest, SettleContest.Form>()
            .Form<ViewPart, ViewPart.Form>()
            .Act<RevealViews, CaseForm>()
            .Form<StancePart, StancePart.Form>()
            .Form<EscalationPart, EscalationPart.Form>()
            .Form<LateNewsPart, LateNewsPart.Form>()
            .Page<AwaitedPage, CaseForm>()
            .Form<AwaitedPart, AwaitedPart.Form>()
            .Former(HeadingsPart.Id.Save, HeadingsPart.OfEarlierRelease)
            .Former("assessing/open-entry", CorrectionPart.Id.Open)
            .Former("assessing/correct-information", CorrectionPart.Id.Save)
            .Former("assessing/take-stance", StancePart.Id.Save),
        Commands = commands => commands.Add<NoteCommand>(),
        Duties = duties => duties.Add<OwedMeetingDuty, string>().Add<TellSeniorDuty, ParticipantId>()
            .Clock<LateNewsClock>().Clock<MeetAgainClock>().Clock<EscalationClock>()
            .Clock<AwaitedClock>().Clock<AwaitedForSafetyClock>(),
        Entries = (view, now) => view.Case.Meeting.IsConvened
            ? [.. PaperPart.Entries(view, now), .. AssessingHub.Entries(view), .. AwaitedHub.Entries(view, now)] : [],
        Gaps = AssessingHub.Gaps,
        Status = (view, now) => [.. AssessingHub.Status(view), .. AwaitedHub.Status(view, now)],
        Dues = (view, _) => AwaitedHub.Dues(view),
    };
}
