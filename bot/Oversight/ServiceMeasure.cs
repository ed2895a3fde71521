namespace StrategyBot.Oversight;

/// <summary>One of the measures, as a service reads it (returns §5): in the reference's order, by its definitions.</summary>
/// <param name="Name">As a case's share of it is called.</param>
/// <param name="Definition">What is counted, of what.</param>
/// <param name="Of">What the second number counts.</param>
internal sealed record ServiceMeasure(int Number, string Title, string Name, string Definition, string Of)
{
    /// <summary>Of England in the year 2024-25, where one is published, in per cent.</summary>
    public double? England { get; init; }

    /// <summary>What is said beside it: a name of its shares, and in which words.</summary>
    public IReadOnlyList<(string Name, string Say)> Also { get; init; } = [];

    public bool Counts(string name) => Name == name || Also.Any(one => one.Name == name);

    public static IReadOnlyList<ServiceMeasure> All { get; } =
    [
        new(1, "Meetings held in time", "first meeting held in time",
            "First meetings begun by hold by, of those and of limits passed without one", "meetings"),
        new(2, "Considered, not held", "considered, and no meeting held", "Ended without a meeting, of all opened", "opened"),
        new(3, "All core agencies there", "all core agencies were there", "Police, health and social care, of meetings held", "meetings")
        {
            Also = [("only police and social care were there", "Only police and social care")],
        },
        new(4, "Family contacted before", "the family or child was seen or told before it",
            "Child or family seen or told before the meeting, of first meetings held", "meetings"),
        new(5, "Safety plan before the end", "children with a full row of the safety plan before the end",
            "Children with a full safety row before the meeting ended, of children met on", "children")
        {
            Also = [("children for whom no safety plan was needed", "Not needed, apart")],
        },
        new(6, "Actions done in time", "actions done by the time first agreed", "Done by the first date agreed, of actions due", "actions")
        {
            Also =
            [
                ("actions with owner, time and what happens if it fails", "Owner, time and if it fails"),
                ("actions that their owner accepted", "Accepted by their owner"),
            ],
        },
        new(7, "Reasons and views recorded", "decisions with a reason, after every core agency's view",
            "Decisions per child with a reason and all core views first, of all", "decisions")
        {
            Also = [("disagreements settled", "Disagreements settled")],
        },
        new(8, "Child seen within 24 hours", "children seen within 24 hours", "Of enquiries started; unborn left out", "children")
        {
            Also = [("of them, alone", "Seen alone")],
        },
        new(9, "Minutes sent in time", "minutes approved, entered and sent in time",
            "Approved, entered for each child and sent by the limit, of meetings ended", "meetings"),
        new(10, "Conference within 15 days", "conference within 15 working days",
            "Working days from the enquiry's start, of first conferences held; moved in left out", "conferences")
        {
            England = 81.4,
        },
    ];
}
