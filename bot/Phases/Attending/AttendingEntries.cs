using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
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
            .. view.Reader.May(Capability.Arrange) ? Arranging(view) : [],
            .. view.Reader.May(Capability.ReadContent) ? Updates(view) : [],
            .. view.Reader.May(Capability.Lead) ? [.. Chairing(view, now), .. Closing(view)] : (IEnumerable<HubEntry>)[],
            .. view.Reader.May(Capability.TakeChair) && view.Reader.Id != view.Case.Meeting.Chair
                ? [new("attending/take-over", HubSection.Before, "Take over as chair", "you may", OpenTakeover.Button(view.Case), IsOpen: false)]
                : (IEnumerable<HubEntry>)[],
        ];

    private static IEnumerable<HubEntry> Invitee(CaseView view)
    {
        var (@case, me, held) = (view.Case, view.Reader, view.Case.Meeting.Attendance);
        var answer = held.Answers.GetValueOrDefault(me.Id);
        if (me.Id != @case.Meeting.Chair && held.EndedAt is null)
        {
            yield return new("attending/invitation", HubSection.Before, "Answer the invitation", RsvpWords.Say(answer?.Answer), OpenInvitation.Button(@case), IsOpen: held.StartedAt is null && answer is null);
        }

        if (answer?.Answer == Rsvp.SendingDeputy && held.EndedAt is null)
        {
            var deputy = AnsweringInvitation.DeputyOf(@case, me);
            yield return new("attending/deputy", HubSection.Before, "Name your deputy", deputy is null ? "not named" : "named", OpenDeputy.Button(@case), IsOpen: deputy is null && held.StartedAt is null);
        }

        if (answer?.Answer is Rsvp.WrittenUpdate or Rsvp.CannotCome || held.WrittenUpdates.ContainsKey(me.Id))
        {
            var given = held.WrittenUpdates.GetValueOrDefault(me.Id);
            yield return new("attending/update", HubSection.Before, "Your written update", given is null ? "not written" : $"saved {Words.English.Time(given.At)}", OpenUpdate.Button(@case), IsOpen: given is null && held.EndedAt is null);
        }

        if (held.EndedAt is null)
        {
            var subjects = SearchingRecords.Subjects(@case);
            var answered = subjects.Count(subject => SearchingRecords.Found(@case, me, subject.Id) is not null);
            // What nobody looked up before the meeting is looked up first in it (P1, P22).
            var isOpen = answered < subjects.Count && me.Id != @case.Meeting.Chair;
            yield return new("attending/who-to-check", isOpen && held.StartedAt is not null ? HubSection.Safety : HubSection.Before, "Who to check: what you found", $"{answered} of {subjects.Count} answered",
                OpenWhoToCheck.Button(@case), isOpen);
        }

        if (held.StartedAt is not null && held.CompletedAt is null)
        {
            var said = held.ReadBack.GetValueOrDefault(me.Id);
            yield return new(PartIds.ReadBack, HubSection.Closing, "Read-back", said switch { null => "not answered", { Agreed: true } => "agreed", _ => "not as you said it" }, OpenReadBack.Button(@case), IsOpen: said is null && @case.Meeting.Plan.AgreedAt is not null && held.EndedAt is null);
        }
    }

    private static IEnumerable<HubEntry> Arranging(CaseView view)
    {
        var held = view.Case.Meeting.Attendance;
        var invited = view.Case.Invited.Where(person => person.Id != view.Case.Meeting.Chair).ToList();
        if (held.EndedAt is null)
        {
            yield return new("attending/answers", HubSection.Before, "Who is coming", $"{invited.Count(person => held.Answers.ContainsKey(person.Id))} of {invited.Count} answered", OpenAnswers.Button(view.Case), IsOpen: false);
        }
    }

    private static IEnumerable<HubEntry> Updates(CaseView view) =>
        from id in view.Case.Meeting.Attendance.WrittenUpdates.Keys
        where id != view.Reader.Id && view.Case.Find(id) is not null
        let author = view.Case.Find(id)!
        select new HubEntry($"attending/read-update/{id.Value}", HubSection.Information, $"Written update: {author.Agency.Name()}", "to read", ReadUpdate.Button(view.Case, author), IsOpen: false);

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
            foreach (var agency in Quorum.Core(@case).Except(Quorum.Covered(@case)))
            {
                var isOpen = ExplainingAbsence.Open(@case).Contains(agency);
                yield return new(PartIds.MissingOf(agency), HubSection.Information, $"Why is {agency.Name()} missing?", isOpen ? "not explained" : "explained", OpenAbsence.Button(@case, agency), isOpen);
            }
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
