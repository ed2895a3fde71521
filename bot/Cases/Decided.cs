using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

/// <summary>A decision with who took it and when; earlier ones stay in the record.</summary>
internal sealed record Decided<T>(T Fact, PersonId By, DateTimeOffset At)
{
    /// <summary>What it took the place of, where that is kept.</summary>
    public Decided<T>? Before { get; init; }

    /// <summary>The version at which it was written, where that is kept.</summary>
    [JsonIgnore]
    public int Seq { get; init; }

    /// <summary>Decided otherwise once the meeting was over (design §3.1).</summary>
    [JsonIgnore]
    public bool IsChange { get; init; }

    /// <summary>As the meeting itself decided.</summary>
    public Decided<T> AtMeeting() => IsChange && Before is { } before ? before.AtMeeting() : this;

    /// <summary>What is agreed in its place. Put right, it is the same agreement in other words: of the meeting, or the change that it was.
    /// </summary>
    /// <param name="isIssued">The minutes were approved before: what an earlier release let change then was a change after the meeting.
    /// </param>
    public static Decided<T> After(Decided<T>? before, Entry entry, T fact, PlanChange? change, bool isIssued) =>
        change?.IsCorrection == true && before is not null
            ? new(fact, entry.By, entry.At) { Before = before.Before, Seq = entry.Seq, IsChange = before.IsChange }
            : new(fact, entry.By, entry.At)
            {
                Before = before,
                Seq = entry.Seq,
                IsChange = change is { } why ? !why.IsCorrection : isIssued,
            };

    /// <summary>This, and each that it took the place of, the newest first.</summary>
    public IEnumerable<Decided<T>> AndBefore()
    {
        for (var decided = this; decided is not null; decided = decided.Before)
        {
            yield return decided;
        }
    }

    /// <summary>Each change since, oldest first.</summary>
    public IEnumerable<Decided<T>> Changes() => IsChange ? (Before?.Changes() ?? []).Append(this) : [];
}
