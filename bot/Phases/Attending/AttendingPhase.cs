using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Phases.Attending;

/// <summary>What this phase brings: the answers to the invitation, the meeting held and ended, its record completed.</summary>
public static class AttendingPhase
{
    public static Phase List { get; } = new("attending")
    {
        Kinds = kinds => kinds
            .Add<MeetingStarted>("meeting-started")
            .Add<ConfidentialityRead>("confidentiality-read")
            .Add<ArrivalNoted>("arrival-noted")
            .Add<DepartureNoted>("departure-noted")
            .Add<AttendanceConfirmed>("attendance-confirmed")
            .Add<ChairTaken>("chair-taken")
            .Add<MeetingEnded>("meeting-ended")
            .Add<MeetingResumed>("meeting-resumed")
            .Add<ReadBackAnswered>("read-back-answered")
            .Add<GapsListed>("gaps-listed")
            .Add<RecordCompleted>("record-completed"),
        Verbs = verbs => verbs
            .Add<StartMeeting, StartMeeting.Form>()
            .Add<OpenConfidentiality, OpenConfidentiality.Form>()
            .Add<NoteConfidentialityRead, NoteConfidentialityRead.Form>()
            .Add<OpenAttendance, OpenAttendance.Form>()
            .Add<ConfirmAttendance, ConfirmAttendance.Form>()
            .Add<OpenTakeover, OpenTakeover.Form>()
            .Add<TakeChair, TakeChair.Form>()
            .Add<OpenReadBack, OpenReadBack.Form>()
            .Add<AnswerReadBack, AnswerReadBack.Form>()
            .Add<OpenEnd, OpenEnd.Form>()
            .Add<EndMeeting, EndMeeting.Form>()
            .Add<ResumeMeeting, ResumeMeeting.Form>()
            .Add<OpenCompletion, OpenCompletion.Form>()
            .Add<CompleteRecord, CompleteRecord.Form>(),
        Commands = commands => commands
            .Add<StartCommand>()
            .Add<EndCommand>(),
        Duties = duties => duties
            .Add<TellNewChair>()
            .Add<AskWhetherEnded>()
            .Add<ChaseGaps>()
            .Watch<WatchAttendance>(),
        Notices = notices => notices.Add<MeetingEvents>(),
        Entries = AttendingEntries.For,
        Gaps = Gaps,
        Status = AttendingStatus.For,
        Dues = Dues,
    };

    private static IEnumerable<Gap> Gaps(Case @case)
    {
        if (@case.Meeting.Attendance.Confirmed is null)
        {
            yield return new(PartIds.Attendance, "Who was there is not confirmed yet.", WhoFills.Chair, OpenAttendance.Button(@case));
        }
    }

    private static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        if (view.Reader.May(Capability.Lead) && held is { Gaps: { } gaps, EndedAt: not null, CompletedAt: null })
        {
            yield return new(gaps.DueAt, "Complete the record", OpenCompletion.Button(@case));
        }
    }
}
