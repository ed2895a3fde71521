using System.Collections.Immutable;

namespace StrategyBot.Cases;

/// <summary>The cases beside one (R3, R50).</summary>
internal sealed record LinkedCases
{
    // What asks for a case of the other child's (R3).
    private const string ChildOnChild = "child-on-child";

    /// <summary>By the other's reference; only those that are linked now.</summary>
    public ImmutableSortedDictionary<string, Decided<CaseLinked>> All { get; init; } =
        ImmutableSortedDictionary.Create<string, Decided<CaseLinked>>(StringComparer.Ordinal);

    /// <summary>Those whose link was taken back, by the other's reference.</summary>
    public ImmutableSortedDictionary<string, Decided<CaseUnlinked>> Undone { get; init; } =
        ImmutableSortedDictionary.Create<string, Decided<CaseUnlinked>>(StringComparer.Ordinal);

    /// <summary>Why the other child has no case of their own.</summary>
    public Decided<NoOtherCaseSaid>? None { get; init; }

    /// <summary>Two children, one of whom is alleged to have harmed the other, and nobody has said where the other's case is.</summary>
    public static bool IsAsked(Case @case) => IsAboutTwo(@case) && @case.Linked.None is null
        && @case.Linked.All.Values.All(link => link.Fact.Kind != CaseLinkKind.OtherChild);

    public static bool IsAboutTwo(Case @case) => @case.Circumstances?.Circumstances.Contains(ChildOnChild) == true;

    public static LinkedCases Evolve(LinkedCases linked, Entry entry, LinkedCaseFact fact) => fact switch
    {
        CaseLinked e => linked with
        {
            All = linked.All.SetItem(e.Other, new(e, entry.By, entry.At) { Seq = entry.Seq }),
            Undone = linked.Undone.Remove(e.Other),
        },
        CaseUnlinked e => linked with
        {
            All = linked.All.Remove(e.Other),
            Undone = linked.Undone.SetItem(e.Other, new(e, entry.By, entry.At) { Seq = entry.Seq }),
        },
        NoOtherCaseSaid e => linked with { None = new(e, entry.By, entry.At) { Seq = entry.Seq, Before = linked.None } },
        _ => throw new System.Diagnostics.UnreachableException($"LinkedCases.Evolve does not know {fact.GetType().Name}."),
    };
}
