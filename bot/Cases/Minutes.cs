using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Cases;

/// <summary>The minutes: the chair's edits of the draft, and the versions that were frozen.</summary>
public sealed record Minutes
{
    /// <summary>The chair's words for a paragraph of the draft.</summary>
    public ImmutableDictionary<string, string> Edits { get; init; } = [];

    /// <summary>Paragraphs of each version, in order.</summary>
    public ImmutableSortedDictionary<int, ImmutableList<MinutesParagraph>> Versions { get; init; } = ImmutableSortedDictionary<int, ImmutableList<MinutesParagraph>>.Empty;

    /// <summary>The latest approved version.</summary>
    public Decided<MinutesApproved>? Approved { get; init; }

    public DateTimeOffset? EnteredAt { get; init; }

    public ImmutableDictionary<ParticipantId, int> Acknowledged { get; init; } = [];

    public string LateReason { get; init; } = "";

    public static Minutes Evolve(Minutes minutes, Entry entry, MinutingFact fact) => fact switch
    {
        MinutesEdited e => minutes with { Edits = minutes.Edits.SetItem(e.Paragraph, e.Text) },
        MinutesFrozen e => minutes with { Versions = minutes.Versions.SetItem(e.Version, (minutes.Versions.GetValueOrDefault(e.Version) ?? []).AddRange(e.Paragraphs)) },
        MinutesApproved e => minutes with { Approved = new(e, entry.By, entry.At) },
        MinutesEntered => minutes with { EnteredAt = entry.At },
        MinutesAcknowledged e => minutes with { Acknowledged = minutes.Acknowledged.SetItem(e.Participant, e.Version) },
        LatenessExplained e => minutes with { LateReason = e.Reason },
        _ => throw new UnreachableException($"Minutes.Evolve does not know {fact.GetType().Name}."),
    };
}
