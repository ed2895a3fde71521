using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>The initial child protection conference, R94, R95, R104, R107, R110.</summary>
internal static class ConferenceLimits
{
    /// <summary>R95: the meeting from which the conference is counted; null while no meeting has started the enquiry.</summary>
    /// <remarks>The clock belongs to the meeting that started the enquiry, and a later one doesn't reset it, unless the procedure
    /// counts from the last.</remarks>
    public static DateOnly? CountedFrom(ProcedureProfile.ConferenceRule rule, IEnumerable<MeetingHeld> meetings)
    {
        var inOrder = meetings.OrderBy(meeting => meeting.On).ToList();
        var starting = inOrder.FirstOrDefault(meeting => meeting.StartedEnquiry);
        return rule.Starts.From == ProcedureProfile.ConferenceClock.Last && starting is not null ? inOrder[^1].On : starting?.On;
    }

    /// <summary>R94: the conference is held.</summary>
    /// <param name="clocks">The authority's clocks.</param>
    /// <param name="rule">Its procedure for conferences.</param>
    /// <param name="countedFrom">As <see cref="CountedFrom"/> found it.</param>
    public static Deadline Hold(Clocks clocks, ProcedureProfile.ConferenceRule rule, DateOnly countedFrom) =>
        clocks.WithinWorkingDays(countedFrom, rule.Within);

    /// <summary>R104: the last day on which invitations still give notice of a conference on <paramref name="conferenceOn"/>.</summary>
    public static Deadline LastInvites(Clocks clocks, ProcedureProfile.ConferenceRule rule, DateOnly conferenceOn) =>
        clocks.WorkingDaysBefore(conferenceOn, rule.Notice);

    /// <summary>R104: whether invitations sent on <paramref name="invitedOn"/> give notice enough.</summary>
    public static bool GivesNotice(Clocks clocks, ProcedureProfile.ConferenceRule rule, DateOnly invitedOn, DateOnly conferenceOn) =>
        clocks.Days.Between(invitedOn, conferenceOn) >= rule.Notice.WorkingDays;

    /// <summary>R107: the social worker's report is there and shared with the parents.</summary>
    public static Deadline Report(Clocks clocks, ProcedureProfile.ConferenceRule rule, DateOnly conferenceOn) =>
        clocks.WorkingDaysBefore(conferenceOn, rule.Report);

    /// <summary>R110: the conference is arranged, from the convening form being complete.</summary>
    public static Deadline Facilitated(Clocks clocks, ProcedureProfile.ConferenceRule rule, DateTimeOffset formCompletedAt) =>
        clocks.WithinWorkingDays(formCompletedAt, rule.Facilitated);

    /// <param name="On">The date it started.</param>
    /// <param name="StartedEnquiry">Whether it decided to start the section 47 enquiry.</param>
    public sealed record MeetingHeld(DateOnly On, bool StartedEnquiry);
}
