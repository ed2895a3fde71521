using System.Text.Json.Serialization;

namespace StrategyBot.Oversight;

/// <summary>The lists that a service is asked for (issue 18.3), in the order in which they stand.</summary>
internal enum ServiceList
{
    /// <summary>Conferences, initial and review, after their limit (R111, R120).</summary>
    OutOfTimescale,

    /// <summary>Considered, and no meeting was held.</summary>
    NotHeld,

    /// <summary>How each agency took part in a meeting.</summary>
    Attendance,

    /// <summary>Actions whose time has passed, and that are not done.</summary>
    Overdue,

    /// <summary>Safety plans in force for a child whose conference has no day.</summary>
    NoConferenceDay,

    Disagreements,

    /// <summary>What a measure asks after: not listed by itself, and come to from the measure.</summary>
    OfMeasure,
}

/// <summary>One thing of a case that stands on a list of the service. Out of lists and numbers alone: no name of a family, and nothing that
/// was typed. Pure.</summary>
/// <param name="On">The day by which it is told: of a limit, of the meeting, of what was due.</param>
/// <param name="What"><c>Initial</c>, <c>Safety plan</c>, <c>attended</c>.</param>
internal sealed record ListItem(ServiceList List, DateOnly On, string What)
{
    /// <summary>Tells it apart from another of the case that reads alike: an action's id, a meeting's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary><c>Child 1</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Child { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Agency { get; init; }

    /// <summary>Out of a list.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    /// <summary>What else is known: whether a manager agreed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>When it was over: held, settled; <c>null</c>: it is not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Ended { get; init; }

    /// <summary>Since when it stands there, where nothing is written for it: a limit that passes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? From { get; init; }

    /// <summary>How late it is counts each day, not working days alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountsEachDay { get; init; }

    /// <summary>It stands there as long as it is so, whatever the month.</summary>
    public static bool IsOpen(ServiceList list) => list is ServiceList.Overdue or ServiceList.NoConferenceDay;

    /// <summary>On the lists of which months it stands; what was late and held in a later month in both.</summary>
    [JsonIgnore]
    public IEnumerable<DateOnly> Months =>
        (List == ServiceList.OutOfTimescale && Ended is { } ended ? [First(On), First(ended)] : new[] { First(On) }).Distinct();

    private static DateOnly First(DateOnly on) => new(on.Year, on.Month, 1);
}
