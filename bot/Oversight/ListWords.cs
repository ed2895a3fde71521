namespace StrategyBot.Oversight;

/// <summary>What the service's lists are called, and what each of their lines says. Pure.</summary>
internal static class ListWords
{
    public static string Title(ServiceList list) => list switch
    {
        ServiceList.OutOfTimescale => "Conferences out of timescale",
        ServiceList.NotHeld => "Considered, no meeting held",
        ServiceList.Attendance => "Agencies' attendance",
        ServiceList.Overdue => "Actions overdue",
        ServiceList.NoConferenceDay => "Safety plans without a conference day",
        _ => "Disagreements",
    };

    /// <summary>On its tab.</summary>
    public static string Short(ServiceList list) => list switch
    {
        ServiceList.OutOfTimescale => "Out of timescale",
        ServiceList.NotHeld => "Not held",
        ServiceList.Attendance => "Attendance",
        ServiceList.Overdue => "Overdue",
        ServiceList.NoConferenceDay => "No conference day",
        _ => "Disagreements",
    };

    /// <summary>What stands on it.</summary>
    public static string Says(ServiceList list) => list switch
    {
        ServiceList.OutOfTimescale => "Initial and review conferences not held by their limit. Initial ones count working days, reviews "
            + "each day.",
        ServiceList.NotHeld => "Begun, considered, and closed without a meeting.",
        ServiceList.Attendance => "Each agency that had to be there, was asked or came, by meeting held. Listed is who was not there.",
        ServiceList.Overdue => "Actions and rows of the safety plan whose time has passed and that are not done. Days are working days.",
        ServiceList.NoConferenceDay => "Safety plans in force for a child whose conference has no day, whether or not one is to be held.",
        _ => "Views that differ from the decision on a child.",
    };

    /// <summary>Where nothing stands on it.</summary>
    public static string None(ServiceList list) => list switch
    {
        ServiceList.OutOfTimescale => "No conference was out of timescale.",
        ServiceList.NotHeld => "Every case that was begun came to a meeting, or still may.",
        ServiceList.Attendance => "No agency was missing.",
        ServiceList.Overdue => "No action is overdue.",
        ServiceList.NoConferenceDay => "Each child with a safety plan has a conference day.",
        _ => "Nobody disagreed.",
    };

    /// <summary>By what its parts are told apart.</summary>
    public static string By(ServiceList list) => list switch
    {
        ServiceList.OutOfTimescale or ServiceList.NotHeld => "Reason",
        ServiceList.Attendance or ServiceList.Overdue => "Agency",
        ServiceList.NoConferenceDay => "Conference",
        _ => "How it stands",
    };

    /// <summary>Over a column.</summary>
    public static string Came(AgencyPresence presence) => presence switch
    {
        AgencyPresence.Attended => "There",
        AgencyPresence.WrittenOnly => "Wrote only",
        AgencyPresence.InvitedAndAbsent => "Absent",
        _ => "Not invited",
    };

    /// <summary>Behind the case.</summary>
    public static IReadOnlyList<string> Columns(ServiceList list) => list switch
    {
        ServiceList.OutOfTimescale => ["Child", "Conference", "Limit", "Held", "Late", "Reason", "Manager agreed", "Area"],
        ServiceList.NotHeld => ["Begun", "Closed", "Reason", "Area"],
        ServiceList.Attendance => ["Meeting", "Agency", "How", "Area"],
        ServiceList.Overdue => ["What", "Agency", "Due", "Late", "Its owner says", "Area"],
        ServiceList.NoConferenceDay => ["Child", "Plan agreed", "In force", "Conference", "Area"],
        ServiceList.OfMeasure => ["Counted on", "Area"],
        _ => ["Child", "Agency", "Since", "How", "Settled", "Area"],
    };

    /// <param name="day">How a day is written: for people, or for a spreadsheet.</param>
    public static IReadOnlyList<string> Cells(ServiceList list, ListLine line, Func<DateOnly, string> day)
    {
        var item = line.Item!;
        string Day(DateOnly? on) => on is { } one ? day(one) : "";
        return list switch
        {
            ServiceList.OutOfTimescale =>
            [
                item.Child ?? "", item.What, Day(item.On), item.Ended is null ? "not yet" : Day(item.Ended), Count(line.Days),
                item.Why ?? "", item.Note ?? "", line.Area,
            ],
            ServiceList.NotHeld => [Day(item.On), Day(item.Ended), item.Why ?? "No reason given", line.Area],
            ServiceList.Attendance => [Day(item.On), item.Agency ?? "", item.What, line.Area],
            ServiceList.Overdue =>
                [item.What, item.Agency ?? "", Day(item.On), line.Days == 0 ? "since today" : Count(line.Days), item.Why ?? "", line.Area],
            ServiceList.OfMeasure => [Day(item.On), line.Area],
            ServiceList.NoConferenceDay => [item.Child ?? "", Day(item.On), Count(line.Days), item.What, line.Area],
            _ =>
            [
                item.Child ?? "", item.Agency ?? "", Day(item.On), item.What,
                item.Ended is null ? item.What == "Escalated" ? "not yet" : "" : $"after {Count(line.Days)}", line.Area,
            ],
        };
    }

    private static string Count(int days) => days == 1 ? "1 day" : FormattableString.Invariant($"{days} days");
}
