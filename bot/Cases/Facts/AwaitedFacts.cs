using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>What became of an answer that nobody knew yet (P14).</summary>
internal enum AwaitedState
{
    Awaited,
    IsIn,
    NotNeeded,
}

/// <summary>Somebody said who brings an answer that is awaited and by when, that it is there, or that it is needed no longer.</summary>
/// <param name="Heading">Under which <em>Not known yet</em> stands.</param>
/// <param name="Note">What was asked for, or why it is needed no longer.</param>
internal sealed record AwaitedSaid(string Heading, AwaitedState State, string Note) : AssessingFact
{
    /// <summary>Who brings it; <c>null</c>: whoever is asked for the heading.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? From { get; init; }

    /// <summary>When it is expected; <c>null</c>: as the procedure says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? DueAt { get; init; }

    public override Fact Withheld() => this with { Note = "" };
}
