using StrategyBot.Returns;

namespace StrategyBot.Oversight;

/// <summary>What of a case stands on the service's lists, from its record alone; whatever the time is. Pure.</summary>
internal static class CaseListing
{
    public static IEnumerable<ListItem> Of(Case @case) =>
        !@case.Exists ? [] :
        [
            .. NotHeld(@case), .. Attendance(@case), .. Overdue(@case), .. Safety(@case), .. Disagreements(@case), .. OfMeasures(@case),
        ];

    private static IEnumerable<ListItem> NotHeld(Case @case) => @case.Closed?.Fact is not NoMeetingDecided decided ? [] :
    [
        new(ServiceList.NotHeld, Local(@case, @case.OpenedAt), "Considered")
        {
            Why = decided.Cause is { } cause ? WordTables.NotCalledCause.InList(cause) : null,
            Ended = Local(@case, @case.Closed.At),
        },
    ];

    private static IEnumerable<ListItem> Attendance(Case @case) =>
        from meeting in @case.Meetings.Where(meeting => meeting.Attendance.EndedAt is not null)
        from one in AgencyPresences.Of(@case.About(meeting.Id)!)
        select new ListItem(ServiceList.Attendance, CaseClocks.On(meeting), WordTables.AgencyPresence.InList(one.Presence))
        {
            Id = meeting.Id.Value,
            Agency = one.Agency.Name(),
        };

    private static IEnumerable<ListItem> Overdue(Case @case) => IsOver(@case) ? [] :
        from row in @case.Meetings.SelectMany(meeting => meeting.Plan.Open)
        where row.Progress != ActionProgress.Done
        select new ListItem(ServiceList.Overdue, Local(@case, row.Fact.DueAt),
            row.Fact.Kind == ActionKind.SafetyPlan ? "Row of the safety plan" : "Action")
        {
            Id = row.Id.Value,
            Agency = @case.Find(row.Fact.Owner)?.Agency.Name(),
            Why = row.Progress is { } said ? WordTables.ActionProgress.InList(said) : "no answer",
            From = row.Fact.DueAt.AddTicks(1),
        };

    // A plan that goes on in a further meeting is one, and is ended there.
    private static IEnumerable<ListItem> Safety(Case @case) => IsOver(@case) ? [] : (
        from at in Enumerable.Range(0, @case.Meetings.Count)
        let meeting = @case.Meetings[at]
        where meeting.Plan.AgreedAt is not null && @case.Meetings.Skip(at).All(later => later.SafetyPlan.Ended is null)
        let rows = meeting.Plan.Open.Where(row => row.Fact.Kind == ActionKind.SafetyPlan).ToList()
        from child in @case.Children
        where rows.Exists(row => row.Fact.Child is null || row.Fact.Child == child.Id)
        let enquiry = EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == child.Id)
        where enquiry?.Work is not ({ Held: not null } or { Arranged: not null })
        select new ListItem(ServiceList.NoConferenceDay, Local(@case, meeting.Plan.AgreedAt!.Value), SayNeed(enquiry))
        {
            Child = child.Number,
            CountsEachDay = true,
        }).DistinctBy(item => item.Child);

    private static string SayNeed(ChildEnquiry? enquiry) => enquiry switch
    {
        null => "no enquiry",
        { Need: Conference.Yes } => "to be held, no day yet",
        { Need: Conference.No } => "none is held",
        _ => "not decided yet",
    };

    private static IEnumerable<ListItem> Disagreements(Case @case) =>
        from meeting in @case.Meetings
        from one in meeting.Assessment.Stances
        where one.Value.Fact.Stance != Stance.GoWithDecision
        let step = meeting.Assessment.Escalations.GetValueOrDefault(one.Key)
        select new ListItem(ServiceList.Disagreements, Local(@case, one.Value.At),
            one.Value.Fact.Stance == Stance.Escalate || step is not null ? "Escalated" : "Not escalated")
        {
            Id = $"{meeting.Id.Value}/{one.Key.Participant.Value}",
            Child = @case.Find(one.Key.Child)?.Number,
            Agency = @case.Find(one.Key.Participant)?.Agency.Name(),
            Ended = step is { Fact.IsSettled: true } settled ? Local(@case, settled.At) : null,
            CountsEachDay = true,
        };

    private static IEnumerable<ListItem> OfMeasures(Case @case) =>
        (from share in CaseMeasures.Ever(@case)
         from measure in ServiceMeasure.All
         where measure.Name == share.Name && (measure.AsksAfterIts ? share.Of > 0 : share.Of < share.Among)
         select new ListItem(ServiceList.OfMeasure, share.On, measure.Id) { From = share.From }).Distinct();

    private static bool IsOver(Case @case) => @case.Closed is not null || @case.Ended is not null;

    private static DateOnly Local(Case @case, DateTimeOffset at) => @case.Clocks.Words.LocalDate(at);
}
