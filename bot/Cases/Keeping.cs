using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>What was done about the record itself: reports of what went to the wrong place, seals, holds (P16).</summary>
internal sealed record Keeping
{
    /// <summary>Oldest first.</summary>
    public ImmutableList<MisplacedReport> Reports { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableList<Seal> Seals { get; init; } = [];

    /// <summary>Oldest first, also those that were lifted.</summary>
    public ImmutableList<CaseHold> Holds { get; init; } = [];

    /// <summary>Oldest first, answered or not.</summary>
    public ImmutableList<RecordRequest> Requests { get; init; } = [];

    /// <summary>Oldest first.</summary>
    public ImmutableList<Decided<RecordRestored>> Restored { get; init; } = [];

    /// <summary>Oldest first, also those whose time is over.</summary>
    public ImmutableList<BrokenGlass> Glasses { get; init; } = [];

    /// <summary>Its time is over: what is written of it is deleted, or was.</summary>
    public Decided<RecordExpired>? Expired { get; init; }

    /// <summary>What stood of it outside the record is deleted.</summary>
    public Decided<TracesDeleted>? Traces { get; init; }

    /// <summary>The seal that took the words of a line; <c>null</c> where none did.</summary>
    public Seal? SealOf(int line) => Seals.Find(seal => seal.Said.Fact.Lines.Contains(line));

    public static Keeping Evolve(Keeping keeping, Entry entry, KeepingFact fact) => fact switch
    {
        MisplacedSaid e => keeping with { Reports = keeping.Reports.Add(new(Of(entry, e))) },
        MisplacedAnswered e => keeping with
        {
            Reports = [.. keeping.Reports.Select(report => report.Said.Seq == e.Report ? report with { Answer = Of(entry, e) } : report)],
        },
        WordsSealed e => keeping with { Seals = keeping.Seals.Add(new(Of(entry, e))) },
        WordsGone e => keeping with
        {
            Seals = [.. keeping.Seals.Select(seal => seal.Said.Seq == e.Seal ? seal with { GoneAt = entry.At } : seal)],
        },
        RecordHeld e => keeping with { Holds = keeping.Holds.Add(new(Of(entry, e))) },
        RecordReleased e => keeping with
        {
            Holds = [.. keeping.Holds.Select(hold => hold.Said.Seq == e.Hold ? hold with { Released = Of(entry, e) } : hold)],
        },
        RecordRestored e => keeping with { Restored = keeping.Restored.Add(Of(entry, e)) },
        GlassBroken e => keeping with { Glasses = keeping.Glasses.Add(new(Of(entry, e))) },
        GlassClosed e => keeping with
        {
            Glasses = [.. keeping.Glasses.Select(glass => glass.Said.Seq == e.Glass ? glass with { ClosedAt = entry.At } : glass)],
        },
        RecordExpired e => keeping with { Expired = Of(entry, e) },
        TracesDeleted e => keeping with { Traces = Of(entry, e) },
        RecordAsked or AnswerExtended or AgenciesAsked or AgencyAnswered or WordsDecided or RequestAnswered =>
            keeping with { Requests = RecordRequest.Evolve(keeping.Requests, entry, fact) },
        _ => throw new UnreachableException($"Keeping.Evolve does not know {fact.GetType().Name}."),
    };

    private static Decided<T> Of<T>(Entry entry, T fact) => new(fact, entry.By, entry.At) { Seq = entry.Seq };
}

/// <summary>Something is written where it must not be, or reached whom it was not for.</summary>
internal sealed record MisplacedReport(Decided<MisplacedSaid> Said)
{
    public Decided<MisplacedAnswered>? Answer { get; init; }

    public DateTimeOffset NoticedAt => Said.Fact.HappenedAt ?? Said.At;
}

/// <summary>Words that somebody sealed.</summary>
internal sealed record Seal(Decided<WordsSealed> Said)
{
    /// <summary>When they were gone from the store; <c>null</c> while they are being taken out.</summary>
    public DateTimeOffset? GoneAt { get; init; }
}

/// <summary>Why a record is kept beyond its time.</summary>
internal sealed record CaseHold(Decided<RecordHeld> Said)
{
    public Decided<RecordReleased>? Released { get; init; }
}
