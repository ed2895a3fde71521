namespace StrategyBot.Cases;

/// <summary>How an agency took part: not being there is three things, and none is counted as another (R139).</summary>
internal enum AgencyPresence
{
    Attended,
    WrittenOnly,
    InvitedAndAbsent,
    NotInvited,
}

/// <summary>Counted from the record, for the minutes and for whoever counts meetings. Pure.</summary>
internal static class AgencyPresences
{
    /// <summary>Every agency that should have been there, was asked, or came.</summary>
    public static IReadOnlyList<(Agency Agency, AgencyPresence Presence)> Of(Case @case) =>
    [
        .. Quorum.Core(@case).Concat(Quorum.Expected(@case))
            .Concat(@case.Speaking.Where(person => !CameLater(@case, person)).Select(person => person.Agency))
            .Distinct().Order().Select(agency => (agency, Of(@case, agency))),
    ];

    /// <summary>Came onto the case after its meeting, and was not asked to it. Of one that is written down afterwards nobody knows.
    /// </summary>
    public static bool CameLater(Case @case, Participant person) => !@case.HappenedAlready
        && @case.Meeting.Joined.Exists(joined => joined.Fact.Participant.Id == person.Id && joined.At > @case.Meeting.Attendance.EndedAt);

    private static AgencyPresence Of(Case @case, Agency agency)
    {
        var (held, people) = (@case.Meeting.Attendance, @case.Participants.Where(person => person.Agency == agency).ToList());
        return people.Exists(person => held.Attended(person.Id)) ? AgencyPresence.Attended
            : people.Exists(person => held.WrittenUpdates.ContainsKey(person.Id)) ? AgencyPresence.WrittenOnly
            : people.Exists(person => person.IsInvited && !CameLater(@case, person)) ? AgencyPresence.InvitedAndAbsent
            : AgencyPresence.NotInvited;
    }
}
