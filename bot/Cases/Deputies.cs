using System.Collections.Immutable;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Who has somebody's place on the case now or from a day on. Folded from the facts.</summary>
internal sealed record DeputyPlace(Decided<DeputySaid> Said)
{
    public Decided<DeputyAccepted>? Accepted { get; init; }

    public Decided<DeputyEnded>? Ended { get; init; }

    public bool Stands => Ended is null;

    /// <summary>On that day it is theirs.</summary>
    public bool IsOn(DateOnly day) => Stands && Said.Fact.From <= day && !(Said.Fact.Until < day);
}

/// <summary>Whoever is away or gone, with who has it instead. Pure.</summary>
internal static class Deputies
{
    // A deputy may be away too; nobody's place goes round.
    private const int Most = 4;

    public static ImmutableDictionary<ParticipantId, DeputyPlace> Evolve(
        ImmutableDictionary<ParticipantId, DeputyPlace> places, Entry entry, DeputyFact fact) => fact switch
        {
            DeputySaid e => places.SetItem(e.Whom, new(Of(entry, e) with { Before = places.GetValueOrDefault(e.Whom)?.Said })),
            DeputyAccepted e when places.TryGetValue(e.Whom, out var place) =>
                places.SetItem(e.Whom, place with { Accepted = Of(entry, e) }),
            DeputyEnded e when places.TryGetValue(e.Whom, out var place) => places.SetItem(e.Whom, place with { Ended = Of(entry, e) }),
            _ => places,
        };

    /// <summary>Who has it on that day: they themselves, or whoever is in their place.</summary>
    public static ParticipantId Has(Case @case, ParticipantId whom, DateOnly day)
    {
        for (var step = 0; step < Most; step++)
        {
            if (@case.Deputies.GetValueOrDefault(whom) is not { } place || !place.IsOn(day)
                || @case.Find(place.Said.Fact.Deputy) is not { IsTakenOff: false })
            {
                return whom;
            }

            whom = place.Said.Fact.Deputy;
        }

        return whom;
    }

    /// <summary>Those of them who owe something of their own: not whoever is one of them only in another's place.</summary>
    public static ValueList<ParticipantId> Own(Case @case, ValueList<ParticipantId> owners) => @case.Deputies.IsEmpty ? owners
        : owners.Where(owner => !@case.Deputies.Values.Any(place => place.Said.Fact.Deputy == owner
            && place.Said.Fact.Gives.Count > 0 && owners.Contains(place.Said.Fact.Whom))).ToValueList() is { Count: > 0 } own ? own
        // Nobody's place is nobody's.
        : owners;

    /// <summary>Whose places somebody has, and theirs, and so on.</summary>
    public static bool IsBehind(Case @case, ParticipantId deputy, ParticipantId whom)
    {
        var one = deputy;
        for (var step = 0; step < Most; step++)
        {
            if (@case.Deputies.GetValueOrDefault(one) is not { Stands: true } place)
            {
                return false;
            }

            one = place.Said.Fact.Deputy;
            if (one == whom)
            {
                return true;
            }
        }

        return false;
    }

    private static Decided<T> Of<T>(Entry entry, T fact)
        where T : Fact => new(fact, entry.By, entry.At) { Seq = entry.Seq };
}
