using System.Globalization;

namespace StrategyBot.Returns;

/// <summary>One case's share of a measure (returns §5): counted over cases, it is the measure.</summary>
/// <param name="Number">Of the measure.</param>
/// <param name="Of">How many of <paramref name="Among"/> it holds for.</param>
internal sealed record CaseMeasure(int Number, string Name, int Of, int Among);

/// <summary>What a case adds to each measure, from its record alone; never done stays in what it is counted among. Pure.</summary>
internal static class CaseMeasures
{
    public static IReadOnlyList<CaseMeasure> Of(Case @case, DateTimeOffset now) =>
    [
        .. FirstMeeting(@case, now),
        .. Closed(@case),
        .. @case.Meetings.Where(IsHeld).SelectMany(meeting => Attendance(@case.About(meeting.Id)!)),
        .. Children(@case, now),
        .. Rows(@case, now),
        .. Views(@case),
        .. Minutes(@case, now),
        .. Conferences(@case),
    ];

    private static IEnumerable<CaseMeasure> FirstMeeting(Case @case, DateTimeOffset now)
    {
        var first = @case.About(@case.Meetings[0].Id)!;
        var began = first.Meeting.Attendance.StartedAt ?? first.Meeting.Attendance.EndedAt;
        // Of a child who moves in, another authority's day counts.
        if (MeetingDue.IsMovingIn(@case) || (began is null && !MeetingDue.Of(first, now).Due.IsPast(now)))
        {
            yield break;
        }

        yield return new(1, "first meeting held in time", began is { } at && MeetingDue.Missed(first, at) is null ? 1 : 0, 1);
        if (began is { } held)
        {
            var concern = @case.Circumstances?.ConcernIdentifiedAt ?? @case.OpenedAt;
            yield return new(1, "hours from the concern to the first meeting", (int)Math.Round((held - concern).TotalHours), 1);
            yield return new(4, "the family or child was seen or told before it",
                first.Meeting.Assessment.AnswersOf("contact-before").Any(given => given.Answer.Kind == AnswerKind.Known) ? 1 : 0, 1);
        }

        if (first.Meeting.Room.Late is { } late)
        {
            yield return new(1, $"late: {(late.Cause is { } cause ? WordTables.Late(cause, "") : "in words")}", 1, 1);
        }
    }

    private static IEnumerable<CaseMeasure> Closed(Case @case) => @case.Closed switch
    {
        { Fact: NoMeetingDecided } => [new(2, "considered, and no meeting held", 1, 1)],
        null => [new(2, "considered, and no meeting held", 0, 1)],
        // Begun by mistake, it is none.
        _ => [],
    };

    private static IEnumerable<CaseMeasure> Attendance(Case @case)
    {
        var (all, core) = (AgencyPresences.Of(@case), Quorum.Core(@case));
        var came = all.Where(one => one.Presence == AgencyPresence.Attended).Select(one => one.Agency).ToHashSet();
        yield return new(3, "all core agencies were there", core.All(came.Contains) ? 1 : 0, 1);
        yield return new(3, "only police and social care were there",
            came.SetEquals([Agency.Police, Agency.SocialCare]) ? 1 : 0, 1);
        foreach (var (agency, presence) in all)
        {
            foreach (var worded in WordTables.AgencyPresence.All)
            {
                yield return new(3, $"{agency.Name()}: {worded.InList}", worded.Value == presence ? 1 : 0, 1);
            }
        }
    }

    private static IEnumerable<CaseMeasure> Children(Case @case, DateTimeOffset now)
    {
        foreach (var child in @case.Children)
        {
            foreach (var meeting in @case.Meetings.Where(meeting => meeting.Attendance.EndedAt > child.NamedAt))
            {
                var end = meeting.Attendance.EndedAt!.Value;
                var full = PlannedAction.On(@case.About(meeting.Id)!).Any(row => row.Fact.Kind == ActionKind.SafetyPlan && row.At <= end
                    && IsFor(row, child) && IsFull(row.Fact) && row.Fact.IfThisFails.Length > 0);
                yield return meeting.Safety.NoneNeeded is null
                    ? new(5, "children with a full row of the safety plan before the end", full ? 1 : 0, 1)
                    : new(5, "children for whom no safety plan was needed", 1, 1);
            }

            var visits = @case.Meetings.SelectMany(meeting => meeting.Safety.Visits)
                .Where(visit => visit.Fact.Child == child.Id && visit.Fact.Outcome is VisitOutcome.SeenAlone or VisitOutcome.SeenWithOthers)
                .OrderBy(visit => visit.Fact.HappenedAt ?? visit.At).ToList();
            if (Enquiry.Of(@case).FirstOrDefault(enquiry => enquiry.Child.Id == child.Id) is { } enquiry && !child.Details.Unborn
                && (enquiry.By.Attendance.EndedAt ?? enquiry.By.Plan.Section47[child.Id].At) is var start && start < now)
            {
                var first = visits.Find(visit => (visit.Fact.HappenedAt ?? visit.At) >= start.AddDays(-1));
                yield return new(8, "children seen within 24 hours",
                    first is not null && (first.Fact.HappenedAt ?? first.At) <= start.AddDays(1) ? 1 : 0, 1);
                if (first is not null)
                {
                    yield return new(8, "of them, alone", first.Fact.Outcome == VisitOutcome.SeenAlone ? 1 : 0, 1);
                }
            }
        }
    }

    private static IEnumerable<CaseMeasure> Rows(Case @case, DateTimeOffset now)
    {
        foreach (var row in @case.Meetings.SelectMany(meeting => meeting.Plan.Open))
        {
            yield return new(6, "actions with owner, time and what happens if it fails",
                IsFull(row.Fact) && row.Fact.IfThisFails.Length > 0 ? 1 : 0, 1);
            yield return new(6, "actions that their owner accepted",
                row.Progress is ActionProgress.Accepted or ActionProgress.Done ? 1 : 0, 1);
            // What was due first counts, wherever it was moved to.
            var due = row.Agreed?.AndBefore().Last().Fact.DueAt ?? row.Fact.DueAt;
            if (due < now)
            {
                yield return new(6, "actions done by the time first agreed",
                    row.Progress == ActionProgress.Done && row.ProgressAt <= due ? 1 : 0, 1);
            }
        }
    }

    private static IEnumerable<CaseMeasure> Views(Case @case)
    {
        foreach (var about in @case.Meetings.Where(IsHeld).Select(meeting => @case.About(meeting.Id)!))
        {
            var (core, views) = (Quorum.Core(about), about.Meeting.Assessment.Views);
            foreach (var (child, decided) in about.Meeting.Plan.Section47)
            {
                var first = decided.AtMeeting();
                yield return new(7, "decisions with a reason, after every core agency's view",
                    first.Fact.Rationale.Length > 0 && core.All(agency => views.Any(view => view.Key.Child == child
                        && view.Value.At <= first.At && about.Find(view.Key.Participant)?.Agency == agency)) ? 1 : 0, 1);
            }

            foreach (var (key, stance) in about.Meeting.Assessment.Stances.Where(one => one.Value.Fact.Stance != Stance.GoWithDecision))
            {
                yield return new(7, "disagreements settled",
                    about.Meeting.Assessment.Escalations.GetValueOrDefault(key)?.Fact.IsSettled == true ? 1 : 0, 1);
            }
        }
    }

    private static IEnumerable<CaseMeasure> Minutes(Case @case, DateTimeOffset now) =>
        from clock in CaseClocks.Of(@case)
        from mark in Marks
        where clock.Id.EndsWith($"/{mark.Clock}", StringComparison.Ordinal) && clock.IsTracked
            && (clock.DoneAt is not null || clock.Due.IsPast(now))
        select new CaseMeasure(9, $"minutes {mark.Name} in time", clock.DoneAt is { } done && !clock.Due.IsPast(done) ? 1 : 0, 1);

    private static IEnumerable<CaseMeasure> Conferences(Case @case)
    {
        foreach (var one in EnquiryPipeline.Of(@case).Where(one => one.Enquiry.Basis != EnquiryBasis.Notified))
        {
            if (one is { StartedOn: { } start, Work.Held.Fact.On: var held } && held >= start)
            {
                var days = @case.Clocks.Days.Between(start, held);
                foreach (var (from, to) in Buckets)
                {
                    yield return new(10, string.Create(CultureInfo.InvariantCulture, $"conference after {from}–{to} working days")
                        .Replace($"–{int.MaxValue}", " or more", StringComparison.Ordinal), days >= from && days <= to ? 1 : 0, 1);
                }
            }

            if (one is { Need: Conference.No, Work.Concluded: { } end })
            {
                foreach (var worded in WordTables.EnquirySupport.All.Where(worded => end.Fact.Support.Contains(worded.Value)))
                {
                    yield return new(10, $"ended without a conference: {worded.InList ?? worded.InForm}", 1, 1);
                }
            }

            if (one.Find(Rules.Procedures.Pipeline.QualityAssurance) is { Due: { } due, DoneAt: { } told })
            {
                yield return new(10, "quality assurance told after its day", due.IsPast(told) ? 1 : 0, 1);
            }
        }
    }

    private static readonly (string Clock, string Name)[] Marks =
        [("minutes-approved", "approved"), ("minutes-entered", "on every child's record"), ("minutes-distributed", "sent")];

    private static readonly (int From, int To)[] Buckets = [(0, 10), (11, 15), (16, 20), (21, int.MaxValue)];

    private static bool IsHeld(Meeting meeting) => meeting.Attendance.EndedAt is not null;

    private static bool IsFor(PlannedAction row, Child child) => row.Fact.Child is null || row.Fact.Child == child.Id;

    private static bool IsFull(ActionAgreed fact) => fact.What.Length > 0 && fact.DueAt != default;
}
