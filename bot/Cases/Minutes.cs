using System.Collections.Immutable;
using System.Diagnostics;
using StrategyBot.Cases.Facts;

namespace StrategyBot.Cases;

/// <summary>The minutes: the chair's edits of the draft, the versions that were frozen, and what became of them.</summary>
public sealed record Minutes
{
    /// <summary>The chair's words for a paragraph of the draft.</summary>
    public ImmutableDictionary<string, Decided<MinutesEdited>> Edits { get; init; } = [];

    /// <summary>Paragraphs of each version, in order.</summary>
    public ImmutableSortedDictionary<int, ImmutableList<MinutesParagraph>> Versions { get; init; } = ImmutableSortedDictionary<int, ImmutableList<MinutesParagraph>>.Empty;

    /// <summary>Each version's approval.</summary>
    public ImmutableSortedDictionary<int, Decided<MinutesApproved>> Approvals { get; init; } = ImmutableSortedDictionary<int, Decided<MinutesApproved>>.Empty;

    /// <summary>The latest version entered on each child's record.</summary>
    public ImmutableDictionary<ChildId, Decided<MinutesEntered>> Entered { get; init; } = [];

    /// <summary>The latest version that each reader said they have read.</summary>
    public ImmutableDictionary<ParticipantId, Decided<MinutesAcknowledged>> Acknowledged { get; init; } = [];

    public string LateReason { get; init; } = "";

    /// <summary>The latest approved version.</summary>
    public Decided<MinutesApproved>? Approved => Approvals.Count == 0 ? null : Approvals[Version];

    /// <summary>The number of the latest approved version; 0 before the first.</summary>
    public int Version => Approvals.Count == 0 ? 0 : Approvals.Keys.Last();

    public bool IsEntered(ChildId child) => Version > 0 && Entered.TryGetValue(child, out var entered) && entered.Fact.Version == Version;

    public bool HasRead(ParticipantId reader, int version) => Acknowledged.TryGetValue(reader, out var read) && read.Fact.Version >= version;

    public static Minutes Evolve(Minutes minutes, Entry entry, MinutingFact fact) => fact switch
    {
        MinutesEdited { Text: "" } e => minutes with { Edits = minutes.Edits.Remove(e.Paragraph) },
        MinutesEdited e => minutes with { Edits = minutes.Edits.SetItem(e.Paragraph, new(e, entry.By, entry.At)) },
        MinutesFrozen e => minutes with { Versions = minutes.Versions.SetItem(e.Version, (minutes.Versions.GetValueOrDefault(e.Version) ?? []).AddRange(e.Paragraphs)) },
        MinutesApproved e => minutes with { Approvals = minutes.Approvals.SetItem(e.Version, new(e, entry.By, entry.At)) },
        MinutesEntered e => minutes with { Entered = minutes.Entered.SetItem(e.Child!.Value, new(e, entry.By, entry.At)) },
        MinutesAcknowledged e => minutes with { Acknowledged = minutes.Acknowledged.SetItem(e.Participant, new(e, entry.By, entry.At)) },
        LatenessExplained e => minutes with { LateReason = e.Reason },
        _ => throw new UnreachableException($"Minutes.Evolve does not know {fact.GetType().Name}."),
    };
}
