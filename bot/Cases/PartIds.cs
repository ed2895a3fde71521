namespace StrategyBot.Cases;

/// <summary>Ids of those parts of a meeting that more than one room names:
/// a phase lists the part, the hub says what may be said at it.</summary>
internal static class PartIds
{
    /// <summary>Also the verb that opens it: an invitation does.</summary>
    public const string WhoToCheck = "answering/who-to-check";

    public const string Invitation = "answering/invitation";

    /// <summary>The verb that says that the meeting's link was tried.</summary>
    public const string LinkWorks = "answering/link-works";

    /// <summary>The decision on the enquiry, after which a joint one is asked who leads.</summary>
    public const string Section47 = "planning/section47";
    public const string Action = "planning/action";

    /// <summary>The verb that opens one's own part.</summary>
    public const string MyPart = "hub/my-part";

    /// <summary>The verb by which the chair asks somebody by name for what is missing.</summary>
    public const string AskPerson = "hub/ask";

    public const string Start = "holding/start";
    public const string TakeOver = "holding/take-over";
    public const string Attendance = "holding/attendance";
    public const string Restricted = "holding/restricted";
    public const string Confidentiality = "holding/confidentiality";
    public const string Telephone = "holding/telephone";
    public const string ReadBack = "holding/read-back";
    public const string End = "holding/end";

    public const string ContactHold = "safeguarding/contact-hold";
    public const string Bail = "safeguarding/bail";
    public const string ChildSeen = "safeguarding/child-seen";
    public const string LegalAdvice = "safeguarding/legal-advice";
    public const string Danger = "safeguarding/danger";
    public const string Handover = "safeguarding/handover";
    public const string Holder = "safeguarding/holder";
    public const string HolderRung = "safeguarding/holder-rung";
    /// <summary>The verb that begins another case with its first question.</summary>
    public const string ConveneAnother = "convening/begin";

    public const string AnotherMeeting = "convening/another-meeting";
    public const string SafetyPlan = "safeguarding/safety-plan";
    public const string SafetyReview = "safeguarding/review";
    public const string SafetyReviewHeld = "safeguarding/review-held";

    public const string SafetyPlanConsidered = "safety-planning/considered";
    public const string PlanAdvice = "safety-planning/advice";
    public const string PlanTalk = "safety-planning/talk";
    public const string PlanOversight = "safety-planning/oversight";
    public const string SignificantEvent = "safety-planning/event";

    public const string PlanConsent = "safety-planning/consent";
    public const string PlanSupport = "safety-planning/support";
    public const string PlanHandedOn = "safety-planning/handed-on";
    public const string PlanOnFile = "safety-planning/on-file";
    public const string PlanEnd = "safety-planning/end";
    public const string PlanTimeline = "safety-planning/timeline";
    public const string WhoHasPlan = "safety-planning/who-has-it";

    /// <summary>What is copied into the authority's case system; the panel shows it whole.</summary>
    public const string CaseSystem = "case-system/copy";

    /// <summary>That the minutes stand on each child's record.</summary>
    public const string Entering = "minuting/entering";

    /// <summary>Who is on the case to be checked.</summary>
    public const string People = "convening/people";

    /// <summary>The form of the numbers that services know a child by.</summary>
    public const string Identifiers = "convening/identifiers";

    public const string FamilyCopies = "family/copies";

    public const string Enquiry = "enquiring/overview";
    public const string OutOfTimescale = "enquiring/out-of-timescale";
    public const string AgreeLate = "enquiring/agree-late";
    public const string Capacity = "enquiring/capacity";
    public const string StandIn = "enquiring/stand-in";
    public const string ConferenceOutcome = "enquiring/conference-outcome";

    /// <summary>How the ids of the steps begin that wait for somebody.</summary>
    public const string EnquiryStep = "enquiring/step";

    public const string ProtectionPlan = "reviewing/plan";
    public const string OutlinePlan = "reviewing/outline-plan";
    public const string CoreGroup = "reviewing/core-group";
    public const string ReviewConference = "reviewing/review";
    public const string CaseTimeline = "reviewing/timeline";
    public const string ReviewLateAnswer = "reviewing/review-late-answer";
    public const string ConferenceView = "reviewing/conference-view";
    public const string OwnConferenceView = "reviewing/own-view";

    public const string Information = "assessing/information";
    public const string View = "assessing/view";
    public const string Speaker = "assessing/speaker";
    public const string Leads = "assessing/leads";
    public const string Awaited = "assessing/awaited";
    public const string Stance = "assessing/stance";

    public const string Actions = "planning/actions";
    public const string Contingency = "planning/contingency";
    public const string Authorise = "planning/authorise";
    public const string Agree = "planning/agree";

    /// <summary>How the ids of several parts begin: of each agency that is missing, of each child's position.</summary>
    public const string Missing = "answering/missing", Position = "safeguarding/position";

    public static string MissingOf(Agency agency) => $"{Missing}/{agency}";

    public static string PositionOf(ChildId child) => $"{Position}/{child.Value}";

    /// <summary>How the ids of what others answered begin.</summary>
    public const string Answered = "assessing/answered";

    public static string AnsweredBy(WhoFills whose) => $"{Answered}/{whose}";

    /// <param name="block">Id of one of <see cref="Headings.Blocks"/>.</param>
    public static string Block(string block) => $"assessing/block/{block}";

    /// <param name="heading">Id of a heading in <see cref="RowLists"/>.</param>
    public static string List(string heading) => $"assessing/list/{heading}";

    /// <param name="heading">Id of the heading that the decision answers.</param>
    public static string Decision(string heading) => $"planning/{heading}";
}
