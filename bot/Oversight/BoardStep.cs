using System.Text.Json.Serialization;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>One thing that is to be done on a case, by when and by whom. No name of a family, and nothing that was typed.</summary>
/// <param name="What"><c>Hold the meeting</c>, <c>Day 5 check</c>.</param>
/// <param name="At">The last minute that is in time.</param>
/// <param name="ByTheMinute">It runs on clock hours, so that the time is said too.</param>
internal sealed record BoardStep(string What, DateTimeOffset At, bool ByTheMinute)
{
    /// <summary>It guards a child: before paper, however late that is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Guards { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BoardPerson? Who { get; init; }

    /// <summary>For when it is arranged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Booked { get; init; }

    /// <summary>Why it is late, out of a list, and who agreed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    public static BoardStep By(string what, Deadline due, BoardPerson? who) => new(what, due.At, due.ByTheMinute) { Who = who };

    public bool IsLate(DateTimeOffset now) => IsLate(At, now);

    public static bool IsLate(DateTimeOffset at, DateTimeOffset now) => now >= at.AddMinutes(1);
}

/// <summary>Somebody of a case who has something in hand.</summary>
/// <param name="As">What they are on it: <c>chair</c>.</param>
internal sealed record BoardPerson(string Name, string As, string Mail)
{
    public static BoardPerson ChairOf(Case @case) => Of(@case.Chair, "chair");

    public static BoardPerson Of(Participant person, string @as) => new(person.Name, @as, person.Mail);

    /// <summary>Who has that role on the case; the chair where nobody has.</summary>
    public static BoardPerson With(Case @case, Role role, string @as) =>
        @case.Participants.FirstOrDefault(person => !person.IsTakenOff && person.Roles.Contains(role)) is { } one
            ? Of(one, @as) : ChairOf(@case);
}
