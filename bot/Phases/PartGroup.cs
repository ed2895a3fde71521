namespace StrategyBot.Phases;

/// <summary>Some of a reader's parts, as the panel's tabs and <em>my part</em> name them.</summary>
/// <param name="EndsIt">It is what the meeting ends with.</param>
internal sealed record PartGroup(string Name, IReadOnlyList<HubEntry> Parts, bool EndsIt)
{
    public int Done => Parts.Count(part => part.IsDone);

    /// <summary>What is only offered isn't counted.</summary>
    public int Total => Parts.Count(part => !part.IsOffered);

    /// <summary>In the order of a meeting; what belongs to before it goes last once it has begun, and what comes after it first once it is
    /// over.</summary>
    public static IReadOnlyList<PartGroup> Of(CaseView view, IReadOnlyList<HubEntry> entries) =>
    [
        .. from tab in view.Case.Meeting.Attendance switch
           {
               { StartedAt: null } => BeforeIt,
               { EndedAt: null } => InIt,
               _ => AfterIt,
           }
           let parts = entries.Where(entry => tab.Kinds.Contains(Kind(entry))).ToList()
           where parts.Count > 0
           select new PartGroup(tab.Name, parts, tab.Kinds.Contains(HubSection.Ending)),
    ];

    /// <param name="Kinds">What stands in it; <c>null</c> is what decides.</param>
    private sealed record Tab(string Name, params IReadOnlyList<HubSection?> Kinds);

    private static readonly IReadOnlyList<Tab> Meeting =
    [
        new("Safety", HubSection.Safety), new("Information", HubSection.Information), new("Risk", HubSection.Part1),
        new("Decisions", (HubSection?)null), new("Plan", HubSection.Part2, HubSection.Closing),
    ];

    private static readonly Tab Ends = new("End", HubSection.Ending, HubSection.Minutes, HubSection.Actions);

    // An enquiry of an earlier meeting goes on meanwhile.
    private static readonly Tab Enquiry = new("Enquiry", HubSection.Enquiry), Reviews = new("Reviews", HubSection.Reviews);

    private static readonly IReadOnlyList<Tab> BeforeIt = [new("Before", HubSection.Before), .. Meeting, Ends, Enquiry, Reviews];

    private static readonly IReadOnlyList<Tab> InIt = [.. Meeting, Ends, Enquiry, Reviews, new("More", HubSection.Before)];

    private static readonly IReadOnlyList<Tab> AfterIt =
    [
        new("End", HubSection.Ending), new("Minutes", HubSection.Minutes, HubSection.Actions), Enquiry, Reviews, .. Meeting,
        new("More", HubSection.Before),
    ];

    private static HubSection? Kind(HubEntry entry) =>
        entry.Section is HubSection.Before or HubSection.Safety or HubSection.Information || !IsDecision(entry.Id) ? entry.Section : null;

    private static bool IsDecision(string id) =>
        id is PartIds.Authorise or PartIds.Stance or PartIds.View or PartIds.Leads
        || id == PartIds.Decision("reasonable-cause") || id == PartIds.Section47 || id == PartIds.Decision("conference");
}
