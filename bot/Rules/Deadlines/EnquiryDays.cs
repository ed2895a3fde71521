using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>Days 1 to 15 of a section 47 enquiry, R96–R108. Day 1 is the meeting that started it.</summary>
/// <param name="QualityAssuranceTold">R96.</param>
/// <param name="Enquiry">R97: the social worker's enquiry is done and recorded.</param>
/// <param name="ProgressCheck">R98: manager and social worker, three questions.</param>
/// <param name="ConveningForm">R99: the form is complete, the family told.</param>
/// <param name="Assigned">R101.</param>
/// <param name="Authorised">R102: checked and authorised by the manager.</param>
/// <param name="Screening">R103.</param>
/// <param name="Invites">R104.</param>
/// <param name="NoChairEscalation">R106.</param>
/// <param name="OutOfTimescale">R108.</param>
/// <param name="FirstSlot">R104: the first day to book for the conference.</param>
/// <param name="LastSlot">R104: the last day to book; a target, one working day inside the limit.</param>
internal sealed record EnquiryDays(
    Deadline QualityAssuranceTold,
    Deadline Enquiry,
    Deadline ProgressCheck,
    Deadline ConveningForm,
    Deadline Assigned,
    Deadline Authorised,
    Deadline Screening,
    Deadline Invites,
    Deadline NoChairEscalation,
    Deadline OutOfTimescale,
    Deadline FirstSlot,
    Deadline LastSlot)
{
    /// <param name="clocks">The authority's clocks.</param>
    /// <param name="profile">Its procedure.</param>
    /// <param name="meetingOn">The date the starting meeting began.</param>
    public static EnquiryDays For(Clocks clocks, ProcedureProfile profile, DateOnly meetingOn)
    {
        Deadline On(NumberedDay day) => clocks.OnDay(meetingOn, day);
        return new(
            On(profile.Enquiry.QualityAssuranceTold),
            On(profile.Enquiry.Enquiry),
            On(profile.Enquiry.ProgressCheck),
            On(profile.Enquiry.ConveningForm),
            On(profile.Enquiry.Assigned),
            On(profile.Enquiry.Authorised),
            On(profile.Conference.Screening),
            On(profile.Conference.Invites),
            On(profile.Conference.NoChairEscalation),
            On(profile.Conference.OutOfTimescale),
            On(profile.Conference.FirstSlot),
            On(profile.Conference.LastSlot));
    }

    /// <summary>R60: the next time the manager is reminded that a further meeting is planned.</summary>
    public static Deadline FurtherMeetingReview(Clocks clocks, ProcedureProfile profile, DateOnly last) =>
        clocks.WithinWorkingDays(last, profile.Enquiry.FurtherMeetingReview);
}
