using StrategyBot.Cases;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Documents;

/// <summary>What was chosen, in the words of the minutes.</summary>
internal static class FactWords
{
    public static string Say(this ReasonableCause view) => view switch
    {
        ReasonableCause.Yes => "Yes",
        ReasonableCause.No => "No",
        _ => "Can't say yet",
    };

    public static string Say(this Section47Decided decided) => string.Join(". ", new[]
    {
        decided.Answer switch
        {
            Section47.Start => "Start a section 47 enquiry",
            Section47.Continue => "Continue the section 47 enquiry",
            _ => "Do not start a section 47 enquiry",
        },
        decided.Conduct switch
        {
            Conduct.Single => "Single agency, social care",
            Conduct.Joint => "Joint with the police",
            _ => "",
        },
        decided.FollowOn switch
        {
            FollowOn.ContinueAssessment => "Continue the assessment",
            FollowOn.ChildInNeed => "Child in need",
            FollowOn.EarlyHelp => "Early help",
            FollowOn.UniversalServices => "Universal services",
            FollowOn.NoFurtherAction => "No further action",
            _ => "",
        },
    }.Where(part => part.Length > 0));

    public static string Say(this Conference conference) => conference switch
    {
        Conference.Yes => "Yes, hold a conference",
        Conference.No => "No conference",
        _ => "Decided at the end of the enquiry",
    };

    public static string Say(this SafetyBasis basis) => basis switch
    {
        SafetyBasis.ParentsAgree => "parents agree",
        SafetyBasis.PoliceProtection => "police protection",
        SafetyBasis.Order => "order",
        SafetyBasis.None => "none",
        _ => "not said yet",
    };

    public static string Say(this Via via) => via switch
    {
        Via.Form => "said so",
        Via.Outlook => "answered in Outlook",
        Via.TeamsEvent => "seen by Teams",
        Via.Roster => "seen in the call",
        Via.Report => "Teams' attendance report",
        Via.Telephone => "by telephone",
        _ => "confirmed by the chair",
    };

    public static string Say(this Rsvp answer) => answer switch
    {
        Rsvp.Coming => "said they would come",
        Rsvp.SendingDeputy => "sent a deputy",
        Rsvp.WrittenUpdate => "sent a written update",
        _ => "sent apologies",
    };

    public static string Say(this RecordsFound found) => found switch
    {
        RecordsFound.Found => "found",
        RecordsFound.NoMatch => "no match",
        _ => "more detail needed",
    };

    public static string Say(this MeetingMode mode) => mode switch
    {
        MeetingMode.Teams => "by Teams",
        MeetingMode.Phone => "by telephone",
        MeetingMode.InRoom => "in one room",
        _ => "held before it was recorded here",
    };

    public static string Say(this Stance stance) => stance switch
    {
        Stance.GoWithDecision => "Goes with the decision",
        Stance.RecordDifferentView => "Holds a different view",
        _ => "Escalates",
    };

    /// <summary><c>Child 1, Ash Lindley</c>.</summary>
    public static string Named(this Child child) => child.Details.Name.Length == 0 ? child.Number : $"{child.Number}, {child.Details.Name}";

    /// <summary>The first letter as a heading has it.</summary>
    public static string AsHeading(this string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>The lines that have something to say.</summary>
    public static string Lines(params IEnumerable<(string Label, string Text)> lines) =>
        string.Join('\n', lines.Where(line => line.Text.Length > 0).Select(line => $"{line.Label}: {line.Text}"));
}
