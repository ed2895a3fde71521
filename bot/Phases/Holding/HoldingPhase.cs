namespace StrategyBot.Phases.Holding;

/// <summary>The meeting itself: begun, held and ended, its record completed.</summary>
internal static class HoldingPhase
{
    public static Phase List { get; } = new("holding")
    {
        Kinds = kinds => kinds
            .Add<MeetingStarted>("meeting-started")
            .Add<ConfidentialityRead>("confidentiality-read")
            .Add<ArrivalNoted>("arrival-noted")
            .Add<DepartureNoted>("departure-noted")
            .Add<CallNoted>("call-noted")
            .Add<RestrictedHeard>("restricted-heard")
            .Add<RestrictedOver>("restricted-over")
            .Add<RestrictedTold>("restricted-told")
            .Add<AttendanceConfirmed>("attendance-confirmed")
            .Add<ChairTaken>("chair-taken")
            .Add<MeetingEnded>("meeting-ended")
            .Add<MeetingResumed>("meeting-resumed")
            .Add<ReadBackAnswered>("read-back-answered")
            .Add<GapsListed>("gaps-listed")
            .Add<RecordCompleted>("record-completed"),
        Services = services => services.AddSingleton<CallRoster>(),
        Parts = parts => parts
            .Act<StartMeeting, CaseForm>()
            .Page<ConfidentialityPage, CaseForm>()
            .Act<ReadConfidentiality, CaseForm>()
            .Form<AttendancePart, AttendancePart.Form>()
            .Form<RestrictedHearingPart, RestrictedHearingPart.Form>()
            .Act<EndRestricted, CaseForm>()
            .Form<TakeoverPart, TakeoverPart.Form>()
            .Form<TelephonePart, TelephonePart.Form>()
            .Form<ReadBackPart, ReadBackPart.Form>()
            .Page<EndPage, CaseForm>()
            .Act<EndMeeting, CaseForm>()
            .Act<ResumeMeeting, CaseForm>()
            .Form<GoOnPart, GoOnPart.Form>()
            .Form<CompletionPart, CompletionPart.Form>()
            .Former("attending/start", StartMeeting.Verb)
            .Former("attending/confidentiality", ConfidentialityPage.Id.Open)
            .Former("attending/confidentiality-read", ReadConfidentiality.Verb)
            .Former("attending/attendance", AttendancePart.Id.Open)
            .Former("attending/confirm-attendance", AttendancePart.Id.Save)
            .Former("attending/take-over", TakeoverPart.Id.Open)
            .Former("attending/take-chair", TakeoverPart.Id.Save)
            .Former("attending/read-back", ReadBackPart.Id.Open)
            .Former("attending/answer-read-back", ReadBackPart.Id.Save)
            .Former("attending/closing", EndPage.Id.Open)
            .Former("attending/end", EndMeeting.Verb)
            .Former("attending/resume", ResumeMeeting.Verb)
            .Former("attending/completion", CompletionPart.Id.Open)
            .Former("attending/complete", CompletionPart.Id.Save),
        Commands = commands => commands
            .Add<StartCommand>()
            .Add<EndCommand>(),
        Duties = duties => duties
            .Clock<NotStartedClock>()
            .Add<NewChairDuty, ParticipantId>()
            .Add<IdleDuty>()
            .Add<TellGoesOnDuty, GoneOn>()
            .Add<GapsDuty>()
            .Clock<LateGapsClock>()
            .Clock<ChairFormClock>()
            .Add<AskSaidDuty>()
            .Watch<AttendanceWatch>(),
        Notices = notices => notices.Add<CallNotices>(),
        Entries = HoldingHub.Entries,
        Gaps = HoldingHub.Gaps,
        Status = HoldingHub.Status,
        Reasons = HoldingHub.Reasons,
        Dues = (view, _) => HoldingHub.Dues(view),
    };
}
