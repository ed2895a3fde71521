using System.Collections.Immutable;

namespace StrategyBot.Cases;

/// <summary>Somebody asked for the record of the case, and what came of it (P19, P41).</summary>
internal sealed record RecordRequest(Decided<RecordAsked> Said)
{
    public ImmutableSortedDictionary<Agency, Decided<AgenciesAsked>> Asked { get; init; } =
        ImmutableSortedDictionary<Agency, Decided<AgenciesAsked>>.Empty;

    public ImmutableSortedDictionary<Agency, Decided<AgencyAnswered>> Answers { get; init; } =
        ImmutableSortedDictionary<Agency, Decided<AgencyAnswered>>.Empty;

    public ImmutableSortedDictionary<Agency, Decided<WordsDecided>> Decisions { get; init; } =
        ImmutableSortedDictionary<Agency, Decided<WordsDecided>>.Empty;

    public Decided<AnswerExtended>? Extended { get; init; }

    public Decided<RequestAnswered>? Answered { get; init; }

    /// <summary>What it is told by; it counts from 1 on its case.</summary>
    public int Number { get; init; }

    public static ImmutableList<RecordRequest> Evolve(ImmutableList<RecordRequest> all, Entry entry, KeepingFact fact) => fact switch
    {
        RecordAsked e => all.Add(new(Of(entry, e)) { Number = all.Count + 1 }),
        AnswerExtended e => With(all, e.Request, one => one with { Extended = Of(entry, e) }),
        AgenciesAsked e => With(all, e.Request, one => one with
        {
            Asked = one.Asked.SetItems(e.Agencies.Select(agency => KeyValuePair.Create(agency, Of(entry, e)))),
        }),
        AgencyAnswered e => With(all, e.Request, one => one with { Answers = one.Answers.SetItem(e.Agency, Of(entry, e)) }),
        WordsDecided e => With(all, e.Request, one => one with { Decisions = one.Decisions.SetItem(e.Agency, Of(entry, e)) }),
        RequestAnswered e => With(all, e.Request, one => one with { Answered = Of(entry, e) }),
        _ => throw new System.Diagnostics.UnreachableException($"RecordRequest.Evolve does not know {fact.GetType().Name}."),
    };

    private static ImmutableList<RecordRequest> With(
        ImmutableList<RecordRequest> all, int request, Func<RecordRequest, RecordRequest> change) =>
        [.. all.Select(one => one.Said.Seq == request ? change(one) : one)];

    private static Decided<T> Of<T>(Entry entry, T fact) => new(fact, entry.By, entry.At) { Seq = entry.Seq };
}
