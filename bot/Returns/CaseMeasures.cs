using System.Globalization;
using System.Text.Json.Serialization;

namespace StrategyBot.Returns;

/// <summary>One case's share of a measure (returns §5): counted over cases, it is the measure.</summary>
/// <param name="Number">Of the measure.</param>
/// <param name="Of">How many of <paramref name="Among"/> it holds for.</param>
internal sealed record CaseMeasure(int Number, string Name, int Of, int Among)
{
    /// <summary>The day by which its month is told (returns §5): of the meeting, of what was due, of the enquiry's start.</summary>
    [JsonIgnore]
    public DateOnly On { get; init; }

    /// <summary>Whom it is about; <c>null</c>: each child of the case.</summary>
    [JsonIgnore]
    public Child? Child { get; init; }

    /// <summary>Which meeting it is of; <c>null</c> of what is no one meeting's.</summary>
    [JsonIgnore]
    public MeetingId? Meeting { get; init; }

    /// <summary>From when it counts: what was not done, from when its limit has passed; <c>null</c>: it does.</summary>
    [JsonIgnore]
    public DateTimeOffset? From { get; init; }
}

/// <summary>What a case adds to each measure, from its record alone; never done stays in what it is counted among. Pure.</summary>
internal static class CaseMeasures
{
    /// <summary>Names of which the number is no share, but how long something took.</summary>
    public const string HoursToMeeting = "hours from the concern to the first meeting",
        DaysUntilSettled = "days until a disagreement was settled", HoursUntilSeen = "hours until the child was seen";

    public static IReadOnlyList<CaseMeasure> Of(Case @case, DateTimeOffset now) =>
        [.. Ever(@case).Where(share => share.From is not { } from || from <= now)];

    /// <summary>With what counts only once a limit has passed: from the record alone, whatever the time is.</summary>
    public static IReadOnlyList<CaseMeasure> Ever(Case @case) =>
    [
        .. FirstMeeting(@case).Select(share => share with { Meeting = @case.Meetings[0].Id }),
        .. Closed(@case).Select(share => share with { On = Local(@case.OpenedAt) }),
        .. Held(@case, Attendance),
        .. Children(@case),
        .. Rows(@case),
        .. Held(@case, Views),
        .. Minutes(@case),
        .. Conferences(@case),
    ];

    private static IEnumerable<CaseMeasure> Held(Case @case, Func<Case, IEnumerable<CaseMeasure>> of) =>
        from meeting in @case.Meetings.Where(IsHeld)
        from share in of(@case.About(meeting.Id)!)
        select share with { On = CaseClocks.On(meeting), Meeting = meeting.Id };

    private static DateOnly Local(DateTimeOffset at) => Words.English.LocalDate(at);

    private static DateTimeOffset Passed(Rules.Deadlines.Deadline due) => due.At.AddMinutes(1);

    private static IEnumerable<CaseMeasure> FirstMeeting(Case @case)
    {
        var first = @case.About(@case.Meetings[0].Id)!;
        var began = first.Meeting.Attendance.StartedAt ?? first.Meeting.Attendance.EndedAt;
        // Of a child who moves in, another authority's day counts.
        if (MeetingDue.IsMovingIn(@case) || (began is null && @case.Closed is not null))
        {
            yield break;
        }

        var due = MeetingDue.Of(first, first.OpenedAt).Due;
        var on = began is { } when ? Local(when) : due.On;
        yield return new(1, "first meeting held in time", began is { } at && MeetingDue.Missed(first, at) is null ? 1 : 0, 1)
        {
            On = on,
            From = began is null ? Passed(due) : null,
        };
        if (began is { } held)
        {
            var concern = @case.Circumstances?.ConcernIdentifiedAt ?? @case.OpenedAt;
            yield return new(1, HoursToMeeting, (int)Math.Round((held - concern).TotalHours), 1) { On = on };
            yield return new(4, "the family or child was seen or told before it",
                first.Meeting.Assessment.AnswersOf("contact-before").Any(given => given.Answer.Kind == AnswerKind.Known) ? 1 : 0, 1)
            {
                On = on,
            };
        }

        if (first.Meeting.Room.Late is { } late)
        {
            yield return new(1, $"late: {(late.Cause is { } cause ? WordTables.Late(cause, "") : "in words")}", 1, 1) { On = on };
        }
    }

    private static IEnumerable<CaseMeasure> Closed(Case @case) => @case.Closed switch
    {
        { Fact: NoMeetingDecided decided } =>
        [
            new(2, "considered, and no meeting held", 1, 1),
            new(2, $"not held: {(decided.Cause is { } cause ? WordTables.NotCalledCause.InList(cause) : "no reason given")}", 1, 1),
        ],
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

    private static IEnumerable<CaseMeasure> Children(Case @case)
    {
        foreach (var child in @case.Children)
        {
            foreach (var meeting in @case.Meetings.Where(meeting => meeting.Attendance.EndedAt > child.NamedAt))
            {
                var end = meeting.Attendance.EndedAt!.Value;
                var full = PlannedAction.On(@case.About(meeting.Id)!).Any(row => row.Fact.Kind == ActionKind.SafetyPlan && row.At <= end
                    && IsFor(row, child) && IsFull(row.Fact) && row.Fact.IfThisFails.Length > 0);
                yield return (meeting.Safety.NoneNeeded is null
                    ? new CaseMeasure(5, "children with a full row of the safety plan before the end", full ? 1 : 0, 1)
                    : new(5, "children for whom no safety plan was needed", 1, 1)) with
                { On = CaseClocks.On(meeting), Meeting = meeting.Id, Child = child };
            }

            var visits = @case.Meetings.SelectMany(meeting => meeting.Safety.Visits)
                .Where(visit => visit.Fact.Child == child.Id && visit.Fact.Outcome is VisitOutcome.SeenAlone or VisitOutcome.SeenWithOthers)
                .OrderBy(visit => visit.Fact.HappenedAt ?? visit.At).ToList();
            if (Enquiry.Of(@case).FirstOrDefault(enquiry => enquiry.Child.Id == child.Id) is { } enquiry && !child.Details.Unborn
                && (enquiry.By.Attendance.EndedAt ?? enquiry.By.Plan.Section47[child.Id].At) is var start)
            {
                var first = visits.Find(visit => (visit.Fact.HappenedAt ?? visit.At) >= start.AddDays(-1));
                yield return new(8, "children seen within 24 hours",
                    first is not null && (first.Fact.HappenedAt ?? first.At) <= start.AddDays(1) ? 1 : 0, 1)
                {
                    On = Local(start),
                    Child = child,
                    From = first is null ? start.AddDays(1) : null,
                };
                if (first is not null)
                {
                    var hours = ((first.Fact.HappenedAt ?? first.At) - start).TotalHours;
                    // Seen within a day before the meeting's end, they waited for nothing.
                    yield return new(8, HoursUntilSeen, (int)Math.Round(Math.Max(0, hours)), 1) { On = Local(start) };
                    yield return new(8, "of them, alone", first.Fact.Outcome == VisitOutcome.SeenAlone ? 1 : 0, 1) { On = Local(start) };
                }
            }
        }
    }

    private static IEnumerable<CaseMeasure> Rows(Case @case)
    {
        foreach (var (meeting, row) in @case.Meetings.SelectMany(meeting => meeting.Plan.Open.Select(row => (meeting.Id, row))))
        {
            // What was due first counts, wherever it was moved to.
            var due = row.Agreed?.AndBefore().Last().Fact.DueAt ?? row.Fact.DueAt;
            yield return new(6, "actions with owner, time and what happens if it fails",
                IsFull(row.Fact) && row.Fact.IfThisFails.Length > 0 ? 1 : 0, 1)
            { On = Local(due), Meeting = meeting };
            yield return new(6, "actions that their owner accepted",
                row.Progress is ActionProgress.Accepted or ActionProgress.Done ? 1 : 0, 1)
            { On = Local(due), Meeting = meeting };
            yield return new(6, "actions done by the time first agreed",
                row.Progress == ActionProgress.Done && row.ProgressAt <= due ? 1 : 0, 1)
            { On = Local(due), Meeting = meeting, From = due.AddTicks(1) };
        }
    }

    private static IEnumerable<CaseMeasure> Views(Case about)
    {
        var (core, views) = (Quorum.Core(about), about.Meeting.Assessment.Views);
        foreach (var (child, decided) in about.Meeting.Plan.Section47)
        {
            var first = decided.AtMeeting();
            yield return new(7, "decisions with a reason, after every core agency's view",
                first.Fact.Rationale.Length > 0 && core.All(agency => views.Any(view => view.Key.Child == child
                    && view.Value.At <= first.At && about.Find(view.Key.Participant)?.Agency == agency)) ? 1 : 0, 1)
            {
                Child = about.Find(child),
            };
        }

        foreach (var (key, stance) in about.Meeting.Assessment.Stances.Where(one => one.Value.Fact.Stance != Stance.GoWithDecision))
        {
            var step = about.Meeting.Assessment.Escalations.GetValueOrDefault(key);
            yield return new(7, "disagreements settled", step?.Fact.IsSettled == true ? 1 : 0, 1);
            if (step is { Fact.IsSettled: true, At: var settled })
            {
                yield return new(7, DaysUntilSettled, Local(settled).DayNumber - Local(stance.At).DayNumber, 1);
            }
        }
    }

    private static IEnumerable<CaseMeasure> Minutes(Case @case)
    {
        var clocks = CaseClocks.Of(@case);
        foreach (var meeting in @case.Meetings.Where(IsHeld))
        {
            var marks = Marks.Select(mark => (mark.Name, Clock: clocks.FirstOrDefault(clock =>
                clock.Id == $"{meeting.Id.Value}/{mark.Clock}" && clock.IsTracked))).Where(mark => mark.Clock is not null).ToList();
            foreach (var (name, clock) in marks)
            {
                yield return new(9, $"minutes {name} in time", IsInTime(clock!) ? 1 : 0, 1)
                {
                    On = CaseClocks.On(meeting),
                    Meeting = meeting.Id,
                    From = clock!.DoneAt is null ? Passed(clock.Due) : null,
                };
            }

            // All of them: missed with the first that is.
            var open = marks.Where(mark => mark.Clock!.DoneAt is null).Select(mark => Passed(mark.Clock!.Due)).Order().ToList();
            yield return new(9, "minutes approved, entered and sent in time", marks.TrueForAll(mark => IsInTime(mark.Clock!)) ? 1 : 0, 1)
            {
                On = CaseClocks.On(meeting),
                Meeting = meeting.Id,
                From = open.Count == 0 || marks.Exists(mark => mark.Clock!.DoneAt is not null && !IsInTime(mark.Clock)) ? null : open[0],
            };
        }
    }

    private static bool IsInTime(CaseClock clock) => clock.DoneAt is { } done && !clock.Due.IsPast(done);

    private static IEnumerable<CaseMeasure> Conferences(Case @case)
    {
        foreach (var one in EnquiryPipeline.Of(@case).Where(one => one.Enquiry.Basis != EnquiryBasis.Notified))
        {
            if (one is { StartedOn: { } start, Work.Held.Fact.On: var held } && held >= start)
            {
                var days = @case.Clocks.Days.Between(start, held);
                yield return new(10, "conference within 15 working days", days <= 15 ? 1 : 0, 1) { On = start, Child = one.Child };
                foreach (var (from, to) in Buckets)
                {
                    yield return new(10, string.Create(CultureInfo.InvariantCulture, $"conference after {from}–{to} working days")
                        .Replace($"–{int.MaxValue}", " or more", StringComparison.Ordinal), days >= from && days <= to ? 1 : 0, 1)
                    {
                        On = start,
                    };
                }
            }

            if (one is { Need: Conference.No, Work.Concluded: { } end })
            {
                foreach (var worded in WordTables.EnquirySupport.All.Where(worded => end.Fact.Support.Contains(worded.Value)))
                {
                    yield return new(10, $"ended without a conference: {worded.InList ?? worded.InForm}", 1, 1) { On = Started(one) };
                }
            }

            if (one.Find(Rules.Procedures.Pipeline.QualityAssurance) is { Due: { } due, DoneAt: { } told })
            {
                yield return new(10, "quality assurance told after its day", due.IsPast(told) ? 1 : 0, 1) { On = Started(one) };
            }
        }
    }

    private static DateOnly Started(ChildEnquiry one) => one.StartedOn ?? CaseClocks.On(one.Enquiry.By);

    private static readonly (string Clock, string Name)[] Marks =
        [("minutes-approved", "approved"), ("minutes-entered", "on every child's record"), ("minutes-distributed", "sent")];

    private static readonly (int From, int To)[] Buckets = [(0, 10), (11, 15), (16, 20), (21, int.MaxValue)];

    private static bool IsHeld(Meeting meeting) => meeting.Attendance.EndedAt is not null;

    private static bool IsFor(PlannedAction row, Child child) => row.Fact.Child is null || row.Fact.Child == child.Id;

    private static bool IsFull(ActionAgreed fact) => fact.What.Length > 0 && fact.DueAt != default;
}
