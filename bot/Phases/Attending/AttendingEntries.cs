using StrategyBot.Cases;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The parts of coming, holding and ending, as they stand for one reader.</summary>
internal static class AttendingEntries
{
    // So long before the time the chair is led to Start.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    public static IEnumerable<HubEntry> For(CaseView view, DateTimeOffset now) => !view.Case.Meeting.IsConvened
        ? []
        :
        [
            .. view.Reader.May(Capability.AnswerInvitation) && view.Reader.IsInvited ? Invitee(view) : [],
            .. view.Reader.May(Capability.Lead) ? [.. Chairing(view, now), .. Closing(view)] : (IEnumerable<HubEntry>)[],
            .. view.Reader.May(Capability.TakeChair) && view.Reader.Id != view.Case.Meeting.Chair
                ? [new("attending/take-over", HubSection.Before, "Take over as chair", "you may", OpenTakeover.Button(view.Case), IsOpen: false)]
                : (IEnumerable<HubEntry>)[],
        ];

    private static IEnumerable<HubEntry> Invitee(CaseView view)
    {
        var (@case, me, held) = (view.Case, view.Reader, view.Case.Meeting.Attendance);
        if (held.StartedAt is not null && held.CompletedAt is null)
        {
            var said = held.ReadBack.GetValueOrDefault(me.Id);
            yield return new(PartIds.ReadBack, HubSection.Closing, "Read-back", said switch { null => "not answered", { Agreed: true } => "agreed", _ => "not as you said it" }, OpenReadBack.Button(@case), IsOpen: said is null && @case.Meeting.Plan.AgreedAt is not null && held.EndedAt is null);
        }
    }

    private static IEnumerable<HubEntry> Chairing(CaseView view, DateTimeOffset now)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        if (held.StartedAt is null)
        {
            yield return new(PartIds.Start, HubSection.Before, "Start the meeting", "not started", StartMeeting.Button(@case), IsOpen: now >= @case.Meeting.Room.Convened!.StartsAt - Soon);
            yield break;
        }

        if (held.EndedAt is null)
        {
            yield return new(PartIds.Confidentiality, HubSection.Safety, "Confidentiality line", held.ConfidentialityReadAt is { } read ? $"read {Words.English.Time(read)}" : "not read", OpenConfidentiality.Button(@case), IsOpen: held.ConfidentialityReadAt is null);
        }

        if (held.CompletedAt is null)
        {
            yield return new(PartIds.Attendance, HubSection.Safety, "Who is here", held.Confirmed is null ? "not confirmed" : $"{held.Presences.Count} confirmed", OpenAttendance.Button(@case), IsOpen: held.Confirmed is null);
        }
    }

    private static IEnumerable<HubEntry> Closing(CaseView view)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        if (held.IsRunning)
        {
            yield return new(PartIds.End, HubSection.Ending, "End the meeting", "running", OpenEnd.Button(@case), IsOpen: true);
        }

        if (held.EndedAt is { } ended && held.CompletedAt is null && @case.Meeting.Minutes.Approved is null)
        {
            yield return new("attending/resume", HubSection.Ending, "It is not over: go on", $"ended {Words.English.Time(ended)}", ResumeMeeting.Button(@case), IsOpen: false);
        }

        if (held.StartedAt is not null)
        {
            yield return new("attending/complete", HubSection.Ending, "Complete the record", held.CompletedAt is null ? "open" : "complete", OpenCompletion.Button(@case), IsOpen: held.EndedAt is not null && held.CompletedAt is null);
        }
    }
}
