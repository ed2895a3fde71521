using System.Collections.Frozen;

namespace StrategyBot.Cases;

/// <summary>What a person is on a case (P17). One person may be several.</summary>
internal enum Role
{
    /// <summary>Leads the case and its meetings.</summary>
    Chair,

    /// <summary>Writes the meeting down for the chair.</summary>
    Scribe,

    /// <summary>Has the child's case, and arranges the meeting with the chair.</summary>
    SocialWorker,

    /// <summary>Invited for their agency.</summary>
    Attendee,

    /// <summary>Over the chair: takes the chair over, advises, authorises (P8).</summary>
    Manager,

    /// <summary>Enters the minutes on the child's record, keeps the dates (P17).</summary>
    BusinessSupport,

    /// <summary>Arranges the conferences, and reads no agency's words (P17).</summary>
    ConferenceService,

    /// <summary>Reads what the chair approves.</summary>
    ApprovingManager,

    /// <summary>Reads who read what; the case itself only as long as the glass is broken (P17).</summary>
    Auditor,

    /// <summary>Sees to settings and health; reads no case (P17).</summary>
    Administrator,

    /// <summary>Chairs the conference: reads the minutes, the plan and the report once assigned (P40).</summary>
    ConferenceChair,

    /// <summary>Agrees, or not, that a conference comes after its limit (R108).</summary>
    AreaManager,

    /// <summary>Finds a conference chair and a day where nobody is free (R106, R110).</summary>
    OperationsManager,

    /// <summary>Of the out-of-hours team, by a personal link: writes a discussion down at night, or has the case until the morning (P36).
    /// </summary>
    OutOfHours,

    /// <summary>In a child's core group, and on the case for nothing else: has actions, and is told of its dates (R114).</summary>
    CoreGroup,

    /// <summary>Seals words, answers for what went to the wrong place, and holds the record (P16, P17).</summary>
    InformationGovernance,

    /// <summary>Has the record for a court (P17, P19).</summary>
    Legal,

    /// <summary>Told when an auditor reads a case, and knows why (P17).</summary>
    DataProtectionOfficer,

    /// <summary>An auditor for as long as they said that they have to read it (P17): lent by the clock with each reading, and never
    /// recorded of anybody.</summary>
    BreakGlass,
}

/// <summary>What a verb needs of the person who uses it; every verb declares one.</summary>
internal enum Capability
{
    /// <summary>See that the case exists, its clocks and its counts.</summary>
    SeeCase,

    /// <summary>Read what was written, as the markings allow.</summary>
    ReadContent,

    /// <summary>Answer one's own invitation and what one's agency holds.</summary>
    AnswerInvitation,

    /// <summary>Write one's own agency's part and view.</summary>
    Contribute,

    /// <summary>Answer those headings that one is asked for.</summary>
    AnswerHeadings,

    /// <summary>Write the meeting's own headings: chair, scribe, social worker.</summary>
    FillForm,

    /// <summary>Plan the meeting: who, when, who to check.</summary>
    Arrange,

    /// <summary>Decide, end, complete, approve.</summary>
    Lead,

    /// <summary>Decide on a child otherwise once the meeting is over: chair or manager (design §3.1).</summary>
    Decide,

    /// <summary>Take the chair over (P8).</summary>
    TakeChair,

    /// <summary>Work on one's own actions.</summary>
    Act,

    /// <summary>Read the minutes and acknowledge them.</summary>
    ReadMinutes,

    /// <summary>Tick that the minutes stand on the child's record.</summary>
    EnterOnRecord,

    /// <summary>See the steps from the enquiry to the conference, and say that one's own are done (R92–R110).</summary>
    KeepEnquiry,

    /// <summary>Say who of an agency will attend: a duty inbox, and no role (P11).</summary>
    NameAttendee,

    /// <summary>Seal words, answer for what went to the wrong place, hold the record (P16).</summary>
    KeepRecord,

    /// <summary>Have the whole record as one document, for a court (P19).</summary>
    TakeToCourt,

    /// <summary>Say why a case has to be read that is otherwise shut, and read it for some hours (P17).</summary>
    BreakGlass,

    /// <summary>Know why an auditor read the case (P17).</summary>
    KnowGlass,
}

/// <summary>Role × capability, in one table (P17); the matrix test reads it.</summary>
internal static class Capabilities
{
    private static readonly FrozenDictionary<Role, Capability[]> Table = new Dictionary<Role, Capability[]>
    {
        [Role.Chair] =
        [
            Capability.SeeCase, Capability.ReadContent, Capability.AnswerInvitation, Capability.Contribute,
            Capability.AnswerHeadings, Capability.FillForm,
            Capability.Arrange,
            Capability.Lead, Capability.Decide, Capability.Act, Capability.ReadMinutes, Capability.EnterOnRecord, Capability.KeepEnquiry,
        ],
        [Role.Scribe] = [Capability.SeeCase, Capability.ReadContent, Capability.AnswerInvitation, Capability.AnswerHeadings,
            Capability.FillForm, Capability.Act,
            Capability.ReadMinutes],
        [Role.SocialWorker] =
        [
            Capability.SeeCase, Capability.ReadContent, Capability.AnswerInvitation, Capability.Contribute,
            Capability.AnswerHeadings, Capability.FillForm,
            Capability.Arrange,
            Capability.Act, Capability.ReadMinutes, Capability.EnterOnRecord, Capability.KeepEnquiry,
        ],
        [Role.Attendee] = [Capability.SeeCase, Capability.ReadContent, Capability.AnswerInvitation, Capability.Contribute,
            Capability.AnswerHeadings, Capability.Act, Capability.ReadMinutes],
        [Role.Manager] =
        [
            Capability.SeeCase, Capability.ReadContent, Capability.TakeChair, Capability.Decide, Capability.Act, Capability.ReadMinutes,
            Capability.KeepEnquiry,
        ],
        [Role.BusinessSupport] = [Capability.SeeCase, Capability.EnterOnRecord, Capability.KeepEnquiry],
        [Role.ConferenceService] = [Capability.SeeCase, Capability.KeepEnquiry],
        [Role.ConferenceChair] = [Capability.SeeCase, Capability.ReadContent, Capability.ReadMinutes, Capability.KeepEnquiry],
        [Role.AreaManager] = [Capability.SeeCase, Capability.KeepEnquiry],
        [Role.OperationsManager] = [Capability.SeeCase, Capability.KeepEnquiry],
        [Role.OutOfHours] =
        [
            Capability.SeeCase, Capability.ReadContent, Capability.AnswerHeadings, Capability.FillForm, Capability.Arrange, Capability.Act,
            Capability.ReadMinutes,
        ],
        [Role.CoreGroup] = [Capability.SeeCase, Capability.Act],
        [Role.InformationGovernance] = [Capability.SeeCase, Capability.ReadContent, Capability.ReadMinutes, Capability.KeepRecord,
            Capability.KnowGlass],
        [Role.Legal] = [Capability.SeeCase, Capability.ReadContent, Capability.ReadMinutes, Capability.TakeToCourt],
        [Role.ApprovingManager] = [Capability.SeeCase, Capability.ReadContent, Capability.ReadMinutes],
        [Role.Auditor] = [Capability.SeeCase, Capability.BreakGlass],
        [Role.BreakGlass] = [Capability.SeeCase, Capability.ReadContent, Capability.ReadMinutes, Capability.TakeToCourt],
        [Role.DataProtectionOfficer] = [Capability.SeeCase, Capability.KnowGlass],
        // Settings and health, never a case (P17).
        [Role.Administrator] = [],
    }.ToFrozenDictionary();

    public static bool Has(Role role, Capability capability) => Table[role].Contains(capability);
}
