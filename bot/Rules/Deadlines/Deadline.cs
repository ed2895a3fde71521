using System.Text.Json.Serialization;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Rules.Deadlines;

/// <summary>A limit as it falls in one case, with everything that explains it.</summary>
/// <param name="On">The local date on which it falls.</param>
/// <param name="At">The last minute that is in time: 23:59 local time for a limit of whole days.</param>
/// <param name="ByTheMinute">Whether it runs on clock hours, so that the time is said too.</param>
/// <param name="Rule">The rule in the field's words: <c>within 3 working days</c>, <c>Day 5</c>.</param>
/// <param name="Source">Who set the rule.</param>
/// <param name="Warning">What must be said beside the date, for example that bank holidays of its year aren't known; else null.</param>
internal sealed record Deadline(DateOnly On, DateTimeOffset At, bool ByTheMinute, string Rule, Citation Source, string? Warning = null)
{
    /// <summary>It was counted in working days, and so is how late something is by it.</summary>
    [JsonIgnore]
    public bool InWorkingDays { get; init; }

    /// <summary><c>Fri 11 Dec 2026</c>, or with its time where it runs on clock hours.</summary>
    public string Date(Words words) => ByTheMinute ? words.When(At) : words.Date(On);

    /// <summary><c>Fri 11 Dec 2026 (within 15 working days – Bedford guide)</c>, and the warning if there is one.</summary>
    public string Say(Words words) => $"{Date(words)} ({Rule} – {Source.Guide}){(Warning is null ? "" : $". {Warning}")}";

    /// <summary>The same without who says so: that stands behind an (i).</summary>
    public string SayRule(Words words) => $"{Date(words)} ({Rule}){(Warning is null ? "" : $". {Warning}")}";

    /// <summary>Whether it is missed; the whole of its last minute is still in time.</summary>
    public bool IsPast(DateTimeOffset now) => now >= At.AddMinutes(1);

    /// <summary>The one that falls first; of two at one instant, this.</summary>
    public Deadline OrEarlier(Deadline other) => other.At < At ? other : this;
}
