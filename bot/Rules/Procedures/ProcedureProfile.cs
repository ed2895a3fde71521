using System.Text.Json.Serialization;
using static StrategyBot.Rules.Procedures.ProcedureProfile;

namespace StrategyBot.Rules.Procedures;

/// <summary>One authority's procedure as data: every limit, role, label and link on which authorities differ,
/// each with its paper.</summary>
/// <remarks>
/// Requirements 1.9. <c>profile.schema.json</c> says what each value means;
/// <c>default.json</c> is whole, and an authority's file overrides it.
/// A case records the whole of it as <see cref="ToJson"/> gives it, so that a change re-dates no open case (design §7).
/// </remarks>
internal sealed record ProcedureProfile(
    string Id,
    string Name,
    string Version,
    DateOnly? Issued,
    DateOnly? ReviewBy,
    string LegalBasis,
    ProfileCalendar Calendar,
    MeetingLimits Limits,
    ChairTitle Chair,
    ChairTitle? ComplexChair,
    QuorumRule Quorum,
    MinutesRule Minutes,
    SafetyPlanRule SafetyPlan,
    EnquiryRule Enquiry,
    ConferenceRule Conference,
    ReviewRule Reviews,
    ClockHoursRule ClockHours,
    OutOfHours OutOfHours,
    ProfileRoles Roles,
    ValueList<string> Escalation,
    ValueList<DutyDesk> DutyDesks,
    ValueList<AreaTeam> ConferenceTeams,
    Questions Questions,
    ScalingRule Scaling,
    Labels Labels,
    ProfileLinks Links,
    Retention Retention,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HeadingSwitches? Headings = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<UsualActions>? UsualActions = null)
{
    /// <summary>When an answer is expected that nobody knows yet (P14); <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AwaitedLimits? Awaited { get; init; }

    /// <summary>What follows from which decision; <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<FollowingAction>? Following { get; init; }

    /// <summary>Whom a kind of case asks for besides (R137); <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<InviteWhen>? InviteRules { get; init; }

    /// <summary>What the family's copy of the safety plan says (R71); <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FamilyCopyWords? FamilyCopy { get; init; }

    /// <summary>The fields of the authority's case system, in its order (P23); <c>null</c>: as is usual.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CaseSystemLayout? CaseSystem { get; init; }

    /// <summary>Law and guidance that is about to change (R138); <c>null</c>: none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<ComingLaw>? Watch { get; init; }

    /// <summary>No authority's own: it has the words of several papers.</summary>
    [JsonIgnore]
    public bool IsDefault => Id == ProcedureProfiles.Names[0];

    /// <summary>R123: what an administrator is told once the procedure's own review date has passed;
    /// null before, and where it names none.</summary>
    public string? ReviewOverdue(DateOnly today) => ReviewBy is { } by && today > by
        ? $"The procedure \"{Name}\" should have been reviewed by {Wording.Words.English.Date(by)}. Check its values with the authority."
        : null;

    /// <summary>R138: what an administrator is told once it is time to look at a law again that was about to change.</summary>
    public IEnumerable<string> ToLookAt(DateOnly today) => (Watch ?? []).Where(law => today >= law.LookAgain).Select(law =>
        $"Look again at {law.Law}: {law.Changes} It was to be looked at from {Wording.Words.English.Date(law.LookAgain)}.");

    /// <summary>The whole profile as JSON, always in the same order and form, so that equal profiles have equal digests.</summary>
    public string ToJson() => ProfileJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> of this or any earlier release wrote;
    /// a value that the release didn't know is today's default.</summary>
    public static ProcedureProfile FromJson(string json) => ProfileJson.Read(json);

    /// <param name="Closures">Days on which the authority is closed besides weekends and bank holidays.</param>
    /// <param name="CutOff">From this time of day on, and on days not worked, the emergency duty team is offered for a
    /// same-day meeting (R19).</param>
    /// <param name="DigestAt">When the one daily message is sent (P20).</param>
    public sealed record ProfileCalendar(ValueList<DateOnly> Closures, TimeOnly CutOff, TimeOnly DigestAt);

    /// <summary>The limits for holding the meeting, R17–R24.</summary>
    /// <param name="General">From the concern being identified.</param>
    /// <param name="SameDay">Serious risk of harm: the day the referral is received.</param>
    /// <param name="SexualAbuse">Penetrative sexual abuse, where forensic evidence needs it: the day the referral is received.</param>
    /// <param name="ImmediateAction">After police protection, an emergency order or a removal.</param>
    /// <param name="Complex">Replaces the general limit where no immediate protection is needed;
    /// null where the authority has no longer limit.</param>
    /// <param name="Staff">As <paramref name="Complex"/>, for allegations against people who work with children.</param>
    public sealed record MeetingLimits(
        WorkingDayLimit General,
        SameDayLimit SameDay,
        SameDayLimit SexualAbuse,
        WorkingDayLimit ImmediateAction,
        WorkingDayLimit? Complex,
        WorkingDayLimit? Staff);

    /// <summary>Who chairs (R5), and who must chair a complex case (R6).</summary>
    public sealed record ChairTitle(string Title, Citation Source)
    {
        /// <summary>Who may chair as well (R126); <c>null</c>: nobody else by title.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public ValueList<string>? Also { get; init; }

        /// <summary>Every title that may chair.</summary>
        [JsonIgnore]
        public IReadOnlyList<string> All => [Title, .. Also ?? []];

        public bool IsHeldBy(string jobTitle) => All.Any(title => jobTitle.Contains(title, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Where the school of a child of school or nursery age stands (R125).</summary>
    public enum EducationPlace
    {
        /// <summary>Asked only where somebody asks it.</summary>
        Absent,

        /// <summary>Its absence needs a reason and leaves the quorum whole.</summary>
        Expected,

        Core,
    }

    /// <summary>Who must be there, R7–R9.</summary>
    /// <param name="Core">Agencies as people write them: <c>social care</c>, <c>police</c>, <c>health</c>.</param>
    /// <param name="EducationIsCore">Makes the school the fourth.</param>
    /// <param name="HealthRoles">Roles that fill health's place.</param>
    /// <param name="OtherHealthCounts">Whether any other health professional fills it too.</param>
    /// <param name="Source">Where the core comes from.</param>
    public sealed record QuorumRule(
        ValueList<string> Core, bool EducationIsCore, ValueList<string> HealthRoles, bool OtherHealthCounts, Citation Source)
    {
        public const string School = "school";

        /// <summary>Whether a health practitioner of any role fills health's place who has the records and may decide (R124, P37);
        /// <c>null</c> in procedures of before: only as the other two say.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? AnyHealthWithRecords { get; init; }

        /// <summary><c>null</c> in procedures of before: as <see cref="EducationIsCore"/> says.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public EducationPlace? Education { get; init; }

        /// <summary>The core agencies with the switch applied.</summary>
        [JsonIgnore]
        public IReadOnlyList<string> CoreAgencies =>
            (EducationIsCore || Education == EducationPlace.Core) && !Core.Contains(School) ? [.. Core, School] : Core;

        /// <summary>Whether this role fills health's place by itself.</summary>
        public bool IsHealthRole(string? jobTitle) =>
            OtherHealthCounts || HealthRoles.Any(role => jobTitle?.Contains(role, StringComparison.OrdinalIgnoreCase) == true);
    }

    public enum MinutesDelivery
    {
        /// <summary>A personal link, which can be revoked (P16).</summary>
        Link,

        /// <summary>The document itself.</summary>
        Attachment,
    }

    /// <param name="Within">Approved, entered on the record and distributed, R88.</param>
    /// <param name="ChairForm">When the chair's own form is due; null means within the minutes' limit (R92).</param>
    /// <param name="Reminders">Earliest first.</param>
    /// <param name="Delivery">How the minutes leave.</param>
    /// <param name="ObjectionAnswered">When <c>Something is wrong</c> must be answered (P15).</param>
    public sealed record MinutesRule(
        WorkingDayLimit Within, NumberedDay? ChairForm, ValueList<Reminder> Reminders, MinutesDelivery Delivery,
        WorkingDayLimit ObjectionAnswered)
    {
        /// <summary>What their document says; <c>null</c>: as is usual.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public MinutesPaperWords? Paper { get; init; }

        /// <summary>By when each reader says that they have read them, from when they were sent (R81); <c>null</c>: as is usual.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public WorkingDayLimit? Acknowledged { get; init; }
    }

    /// <param name="WorkingDays">Working days after the meeting's date.</param>
    /// <param name="Time">Local time of that day.</param>
    /// <param name="To">Keys of <see cref="ProfileRoles"/>, and <c>chair</c>.</param>
    public sealed record Reminder(int WorkingDays, TimeOnly Time, ValueList<string> To);

    /// <param name="OnFile">Uploaded to the child's file, R80.</param>
    /// <param name="EmergencyReview">The review of a plan made without the family network, R73.</param>
    /// <param name="Template">What the authority's own form of the plan is called, R67.</param>
    public sealed record SafetyPlanRule(WorkingDayLimit OnFile, WorkingDayLimit EmergencyReview, string Template)
    {
        /// <summary>How that template is laid out; <c>null</c>: as is usual.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public PlanLayout? Layout { get; init; }
    }

    /// <summary>The section 47 enquiry, Day 1 being the meeting, R96–R103.</summary>
    /// <param name="QualityAssuranceTold">R96.</param>
    /// <param name="Enquiry">The enquiry is done and recorded, R97.</param>
    /// <param name="ProgressCheck">R98.</param>
    /// <param name="ConveningForm">The form is complete and the family told, R99.</param>
    /// <param name="Assigned">A conference chair is assigned, R101.</param>
    /// <param name="Authorised">The manager checks and authorises the enquiry, R102.</param>
    /// <param name="FurtherMeetingReview">How often a manager is reminded that a further meeting is planned, R60.</param>
    public sealed record EnquiryRule(
        NumberedDay QualityAssuranceTold,
        NumberedDay Enquiry,
        NumberedDay ProgressCheck,
        NumberedDay ConveningForm,
        NumberedDay Assigned,
        NumberedDay Authorised,
        WorkingDayLimit FurtherMeetingReview)
    {
        /// <summary>The child is seen, from the decision to start or to let it go on (P29); <c>null</c> in procedures of before.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public HourLimit? ChildSeen { get; init; }

        /// <summary>The same where the meeting had to be held the same day.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public SameDayLimit? ChildSeenUrgent { get; init; }

        /// <summary>Steps that this authority has besides; <c>null</c>: none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public ValueList<PipelineStep>? Besides { get; init; }

        /// <summary>Ids of steps that it doesn't have; <c>null</c>: it has all.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public ValueList<string>? Without { get; init; }

        /// <summary>Whether an enquiry begun by telephone on a child with earlier ones owes a meeting (R130); <c>null</c> is <c>true</c>.
        /// </summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? MeetingAfterTelephone { get; init; }

        /// <summary>The quality assurance unit is told by the convening form, and not by mail; <c>null</c> is <c>false</c>.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? ToldByForm { get; init; }
    }

    /// <summary>Which of several meetings starts the conference clock, R95.</summary>
    public enum ConferenceClock
    {
        /// <summary>The one that decided to start the section 47 enquiry.</summary>
        Initiating,

        /// <summary>The last one.</summary>
        Last,
    }

    public sealed record ConferenceStart(ConferenceClock From, Citation Source);

    /// <summary>Signs of Safety: worries, working well, needs to change, and 0–10 from each agency (R39).</summary>
    public sealed record ScalingRule(bool Ask, Citation Source);

    /// <param name="Within">R94.</param>
    /// <param name="Starts">R95.</param>
    /// <param name="Screening">R103.</param>
    /// <param name="Invites">R104.</param>
    /// <param name="Notice">Between the invitations and the conference, R104.</param>
    /// <param name="FirstSlot">The first of the two days to book, R104.</param>
    /// <param name="LastSlot">The last of them.</param>
    /// <param name="NoChairEscalation">R106.</param>
    /// <param name="OutOfTimescale">R108.</param>
    /// <param name="Report">The social worker's report before the conference, R107.</param>
    /// <param name="Facilitated">From the convening form being complete, R110.</param>
    public sealed record ConferenceRule(
        WorkingDayLimit Within,
        ConferenceStart Starts,
        NumberedDay Screening,
        NumberedDay Invites,
        WorkingDayLimit Notice,
        NumberedDay FirstSlot,
        NumberedDay LastSlot,
        NumberedDay NoChairEscalation,
        NumberedDay OutOfTimescale,
        WorkingDayLimit Report,
        WorkingDayLimit Facilitated)
    {
        /// <summary>Free times are looked for in the conference service's calendar, and professionals are invited by calendar (R55);
        /// <c>null</c> is <c>false</c>: whoever arranges it gets the list.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public bool? InCalendar { get; init; }
    }

    /// <param name="FirstCoreGroup">R114.</param>
    /// <param name="NextCoreGroup">R115.</param>
    /// <param name="First">R116.</param>
    /// <param name="Later">R117.</param>
    public sealed record ReviewRule(WorkingDayLimit FirstCoreGroup, DayLimit NextCoreGroup, MonthLimit First, MonthLimit Later);

    /// <param name="PoliceProtection">P4.</param>
    /// <param name="WronglyShared">Information governance's clock, P16.</param>
    public sealed record ClockHoursRule(HourLimit PoliceProtection, HourLimit WronglyShared);

    /// <summary>A law that is about to change.</summary>
    /// <param name="LookAgain">From when administrators are told to look.</param>
    public sealed record ComingLaw(string Law, string Changes, DateOnly LookAgain);

    /// <summary>Which team takes a conference request of an area (R100).</summary>
    public sealed record AreaTeam(string Area, string Team)
    {
        /// <summary>Where it reads mail; <c>null</c>: where the conference service does.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Mail { get; init; }

        /// <summary>Who agrees that a conference of this area is late; <c>null</c>: the authority's one area manager.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public RoleHolder? Manager { get; init; }
    }
}
