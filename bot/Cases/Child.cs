using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

internal sealed record Child(ChildId Id, ChildDetails Details)
{
    /// <summary>When it was last said who they are, and where they live: whoever was told before is told again (design §3.2).</summary>
    [JsonIgnore]
    public LastSaid? Last { get; init; }

    /// <summary>Since when the child is on the case.</summary>
    [JsonIgnore]
    public DateTimeOffset NamedAt { get; init; }

    public static Child After(Child? before, ChildNamed named, Entry entry) => new(named.Child!.Value, named.Details)
    {
        NamedAt = before?.NamedAt ?? entry.At,
        Address = new(named.Audience, entry.By),
        Last = LastSaid.After(before?.Last,
            before?.Details.Elsewhere() == named.Details.Elsewhere(),
            (before?.Details.Address, before?.Address.Audience) == (named.Details.Address, named.Audience), entry),
        Now = before?.Now,
        Rung = before?.Rung ?? [],
        InCaseSystem = before?.InCaseSystem,
        ElseInCaseSystem = before?.ElseInCaseSystem,
    };

    /// <summary>Where the child is, as it was last said before the meeting (P26).</summary>
    [JsonIgnore]
    public Decided<WhereaboutsSaid>? Now { get; init; }

    /// <summary>Each time that the place was rung, oldest first.</summary>
    [JsonIgnore]
    public ImmutableList<Decided<PlaceRung>> Rung { get; init; } = [];

    /// <summary>What the authority's case system has of the child, as it was said last (R140).</summary>
    [JsonIgnore]
    public Decided<CaseSystemSaid>? InCaseSystem { get; init; }

    /// <inheritdoc cref="InCaseSystem"/>
    [JsonIgnore]
    public Decided<CaseSystemMore>? ElseInCaseSystem { get; init; }

    /// <summary>How the child is told apart where no name may stand: <c>Child 1</c>.</summary>
    public string Number => $"Child {Id.Value["child-".Length..]}";

    public AddressFor Address { get; init; } = AddressFor.Anybody;
}

/// <summary>An entry whose words are gone.</summary>
/// <param name="Seq">Which.</param>
/// <param name="At">When it was written.</param>
internal sealed record GoneWords(int Seq, DateTimeOffset At);

internal sealed record Adult(AdultId Id, AdultDetails Details)
{
    /// <inheritdoc cref="Child.Last"/>
    [JsonIgnore]
    public LastSaid? Last { get; init; }

    public static Adult After(Adult? before, AdultNamed named, Entry entry) => new(named.Adult, named.Details)
    {
        Address = new(named.Audience, entry.By),
        Last = LastSaid.After(before?.Last,
            before is not null && before.Details.Searched() == named.Details.Searched(),
            (before?.Details.Address, before?.Address.Audience) == (named.Details.Address, named.Audience), entry),
    };

    public AddressFor Address { get; init; } = AddressFor.Anybody;
}

/// <summary>Who may know an address, and who said so (P33).</summary>
internal sealed record AddressFor(Audience Audience, PersonId By)
{
    public static AddressFor Anybody { get; } = new(Audience.Professionals, PersonId.Bot);

    public bool IsConfidential => !Audience.IsForAll;
}
