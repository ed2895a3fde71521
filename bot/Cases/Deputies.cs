using System.Collections.Immutable;
using StrategyBot.Rules;

namespace StrategyBot.Cases;

/// <summary>Who has somebody's place on the case now or from a day on. Folded from the facts.</summary>
internal sealed record DeputyPlace(Decided<DeputySaid> Said)
{
    public Decided<DeputyAccepted>? Accepted { get; init; }

    public Decided<DeputyEnded>? Ended { get; init; }

    /// <summary>What they got in their own right since, of what the place gives.</summary>
    public ValueList<Role> Own { get; init; } = [];

    /// <summary>What goes back with it.</summary>
    public IEnumerable<Role> Gives => Said.Fact.Gives.Where(role => !Own.Contains(role));

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
            DeputySaid e => places.SetItem(e.Whom, new(Of(entry, e) with { Before = places.GetValueOrDefault(e.Whom)?.Said })
            {
                // The same person for longer.
                Own = places.GetValueOrDefault(e.Whom) is { Stands: true } place && place.Said.Fact.Deputy == e.Deputy ? place.Own : [],
            }),
            DeputyAccepted e when places.TryGetValue(e.Whom, out var place) =>
                places.SetItem(e.Whom, place with { Accepted = Of(entry, e) }),
            DeputyEnded e when places.TryGetValue(e.Whom, out var place) => places.SetItem(e.Whom, place with { Ended = Of(entry, e) }),
            _ => places,
        };

    /// <summary>What somebody is on the case now, and got in their own right.</summary>
    public static ImmutableDictionary<ParticipantId, DeputyPlace> Evolve(
        ImmutableDictionary<ParticipantId, DeputyPlace> places, Participant now, ValueList<Role>? inOwnRight = null) =>
        places.SetItems(
            from place in places
            where place.Value.Said.Fact.Deputy == now.Id && (inOwnRight is not null || place.Value.Own.Count > 0)
            let own = place.Value.Own.Concat(inOwnRight ?? []).Distinct().Where(now.Roles.Contains).ToValueList()
            select KeyValuePair.Create(place.Key, place.Value with { Own = own }));

    /// <summary>What somebody is, or was, by another's place alone.</summary>
    public static IEnumerable<Role> Lent(Case @case, ParticipantId deputy) => @case.Deputies.Values
        .Where(place => place.Stands && place.Said.Fact.Deputy == deputy).SelectMany(place => place.Gives);

    /// <summary>Of roles that somebody gets in another way than by a place: those that would go back with one stay theirs.</summary>
    public static ParticipantAdded InOwnRight(Case @case, ParticipantAdded added, params IReadOnlyList<Role> roles) =>
        roles.Intersect(Lent(@case, added.Participant.Id)).ToValueList() is { Count: > 0 } own ? added with { InOwnRight = own } : added;

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
            && place.Said.Fact.Gives.Count > 0 && place.Own.Count == 0
            && owners.Contains(place.Said.Fact.Whom))).ToValueList() is { Count: > 0 } own ? own
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
