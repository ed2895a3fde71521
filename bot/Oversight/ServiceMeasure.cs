using StrategyBot.Returns;

namespace StrategyBot.Oversight;

/// <summary>One of the measures, as a service reads it (returns §5): in the reference's order, by its definitions.</summary>
/// <param name="Name">As a case's share of it is called.</param>
/// <param name="Definition">What is counted, of what.</param>
/// <param name="Of">What the second number counts.</param>
internal sealed record ServiceMeasure(int Number, string Title, string Name, string Definition, string Of)
{
    /// <summary>As lists and pages ask for it.</summary>
    public string Id => FormattableString.Invariant($"{Number}");

    /// <summary>Of England in the year 2024-25, where one is published, in per cent.</summary>
    public double? England { get; init; }

    /// <summary>What is said beside it: a name of its shares, and in which words.</summary>
    public IReadOnlyList<(string Name, string Say)> Also { get; init; } = [];

    /// <summary>How long it took, of which the middle one is said.</summary>
    public Took? Time { get; init; }

    /// <summary>How many there are of each, as bars.</summary>
    public Split? By { get; init; }

    /// <summary>What those are called that it is not so of, or of which it is, where that is what one asks after.</summary>
    public string Miss { get; init; } = "without";

    /// <summary>One asks after those of which it is so.</summary>
    public bool AsksAfterIts { get; init; }

    public bool Counts(string name) => Name == name || Also.Any(one => one.Name == name) || Time?.Name == name
        || By?.Bars.Any(one => one.Name == name) == true;

    /// <param name="Says">What stands behind the number.</param>
    /// <param name="HasNine">The one within which nine in ten were is said too.</param>
    public sealed record Took(string Name, string Says, bool HasNine = false);

    /// <param name="OfAll">Each is a share of its own number; else a number alone.</param>
    /// <param name="IsWhole">They are parts of one whole, of which the measure counts the first two.</param>
    public sealed record Split(string Title, IReadOnlyList<Bar> Bars, bool OfAll = false, bool IsWhole = false);

    /// <param name="Agency">Whose reason it is.</param>
    public sealed record Bar(string Name, string Label, double? England = null, string Agency = "");

    private static Bar Late(LateCause cause, string agency) =>
        new($"late: {WordTables.Late(cause, "")}", WordTables.LateCause.InList(cause), Agency: agency);

    /// <summary>Whose a reason for being late is that names no agency.</summary>
    public const string Nobodys = "no agency named", Apart = "counted apart";

    private const string SocialCare = "social care";

    public static IReadOnlyList<ServiceMeasure> All { get; } =
    [
        new(1, "Meetings held in time", "first meeting held in time",
            "First meetings begun by hold by, of those and of limits passed without one", "meetings")
        {
            Miss = "late",
            Time = new(CaseMeasures.HoursToMeeting, "hours from concern", HasNine: true),
            By = new("Why late",
            [
                Late(LateCause.PoliceNotAvailable, "police"), Late(LateCause.HealthNotAvailable, "health"),
                Late(LateCause.ChairNotFree, SocialCare), Late(LateCause.AssessedFirst, SocialCare), Late(LateCause.HandedOver, SocialCare),
                Late(LateCause.RecognisedLate, Nobodys), Late(LateCause.PassedOnLate, Nobodys), Late(LateCause.WeekendOrHoliday, Nobodys),
                Late(LateCause.InformationAwaited, Nobodys), Late(LateCause.WhereaboutsUnknown, Nobodys), Late(LateCause.Other, Nobodys),
                new("late: in words", "In words alone", Agency: Nobodys), Late(LateCause.ProtectedFirst, Apart),
            ]),
        },
        new(2, "Considered, not held", "considered, and no meeting held", "Ended without a meeting, of all opened", "opened")
        {
            Miss = "not held",
            AsksAfterIts = true,
            By = new("Why not held",
            [
                .. WordTables.NotCalledCause.All.Select(one => new Bar($"not held: {one.InList ?? one.InForm}", one.InList ?? one.InForm)),
                new("not held: no reason given", "No reason given"),
            ]),
        },
        new(3, "All core agencies there", "all core agencies were there", "Police, health and social care, of meetings held", "meetings")
        {
            Also = [("only police and social care were there", "Only police and social care")],
            By = new("Who was there",
            [
                .. new[] { Agency.Police, Agency.Health, Agency.SocialCare, Agency.School }.Select(agency =>
                    new Bar($"{agency.Name()}: {WordTables.AgencyPresence.InList(AgencyPresence.Attended)}", agency.Name())),
            ], OfAll: true),
        },
        new(4, "Family contacted before", "the family or child was seen or told before it",
            "Child or family seen or told before the meeting, of first meetings held", "meetings")
        {
            Miss = "cases",
            AsksAfterIts = true,
        },
        new(5, "Safety plan before the end", "children with a full row of the safety plan before the end",
            "Children with a full safety row before the meeting ended, of children met on", "children")
        {
            Also = [("children for whom no safety plan was needed", "Not needed, apart")],
        },
        new(6, "Actions done in time", "actions done by the time first agreed", "Done by the first date agreed, of actions due", "actions")
        {
            Miss = "late",
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
            Time = new(CaseMeasures.DaysUntilSettled, "days to settle"),
        },
        new(8, "Child seen within 24 hours", "children seen within 24 hours", "Of enquiries started; unborn left out", "children")
        {
            Miss = "later",
            Also = [("of them, alone", "Seen alone")],
            Time = new(CaseMeasures.HoursUntilSeen, "hours"),
        },
        new(9, "Minutes sent in time", "minutes approved, entered and sent in time",
            "Approved, entered for each child and sent by the limit, of meetings ended", "meetings") { Miss = "late" },
        new(10, "Conference within 15 days", "conference within 15 working days",
            "Working days from the enquiry's start, of first conferences held; moved in left out", "conferences")
        {
            Miss = "late",
            England = 81.4,
            By = new("Working days",
            [
                new("conference after 0–10 working days", "0–10 days", 8.7),
                new("conference after 11–15 working days", "11–15", 72.7),
                new("conference after 16–20 working days", "16–20", 8.9),
                new("conference after 21 or more working days", "21 or more", 9.7),
            ], IsWhole: true),
        },
    ];
}
