namespace StrategyBot.Phases.Answering;

/// <summary>How each agency took part in the meetings of one month: not being there is three things, each counted apart (R139). Pure.
/// </summary>
/// <param name="Month">Its first day.</param>
/// <param name="Rows">By day, then by reference.</param>
/// <param name="Unrecorded">Meetings of which nobody has said who was there: nothing is counted of them.</param>
internal sealed record AttendedMeetings(DateOnly Month, IReadOnlyList<AttendedMeetings.Row> Rows, int Unrecorded)
{
    /// <summary>One agency of one meeting. No name, and nothing that was typed.</summary>
    public sealed record Row(CaseId Case, string Word, MeetingId Meeting, DateOnly On, Agency Agency, AgencyPresence Presence);

    public int Meetings => Rows.DistinctBy(row => (row.Case, row.Meeting)).Count();

    public static AttendedMeetings Of(IEnumerable<Case> cases, DateOnly month)
    {
        var held = cases.SelectMany(@case => @case.AboutEach()).Where(@case => @case.Meeting.IsConvened && IsOver(@case))
            .Where(@case => On(@case) is var on && on.Year == month.Year && on.Month == month.Month)
            .OrderBy(On).ThenBy(@case => @case.Id.Value, StringComparer.Ordinal).ToLookup(IsRecorded);
        return new(month, [.. held[true].SelectMany(@case => AgencyPresences.Of(@case)
            .Select(one => new Row(@case.Id, @case.CheckWord, @case.Meeting.Id, On(@case), one.Agency, one.Presence)))],
            held[false].Count());
    }

    /// <summary><c>Police: attended 3, invited and absent 1</c>, agency by agency.</summary>
    public IEnumerable<string> ByAgency() => Rows.GroupBy(row => row.Agency).OrderBy(rows => rows.Key)
        .Select(rows => $"{rows.Key.Name()}: " + string.Join(", ", rows.GroupBy(row => row.Presence).OrderBy(same => same.Key)
            .Select(same => $"{WordTables.AgencyPresence.InList(same.Key)} {same.Count()}")));

    private static bool IsOver(Case @case) => @case.HappenedAlready || @case.Meeting.Attendance.EndedAt is not null;

    private static bool IsRecorded(Case @case) => @case.Participants.Any(person => @case.Meeting.Attendance.Attended(person.Id));

    private static DateOnly On(Case @case) =>
        @case.Clocks.Words.LocalDate(@case.Meeting.Attendance.StartedAt ?? @case.Meeting.Room.Convened!.StartsAt);
}
