using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>The copy of the interim safety plan for one person of the family (P34).</summary>
internal sealed record FamilyCopy(string Reader)
{
    /// <summary>How the id of somebody begins whom the plan alone names.</summary>
    public const string Other = "other";

    public Decided<FamilyReaderSaid>? For { get; init; }

    /// <summary>As a row of the plan calls them, before a copy was begun.</summary>
    public string Called { get; init; } = "";

    public Decided<FamilyWordsTyped>? Words { get; init; }

    /// <summary>In the order in which they were first typed.</summary>
    public ImmutableList<Decided<FamilyRowTyped>> Rows { get; init; } = [];

    /// <summary>How many rows were typed, those that were left out too: no number is given twice.</summary>
    public int LastRow { get; init; }

    /// <summary>The version at which anything of it was typed last.</summary>
    public int Changed { get; init; }

    /// <summary>Each time that it was given, oldest first.</summary>
    public ImmutableList<GivenCopy> Given { get; init; } = [];

    /// <summary>Why it isn't shared, as it was said last.</summary>
    public Decided<FamilyCopyNotShared>? NotShared { get; init; }

    public GivenCopy? LastGiven => Given.IsEmpty ? null : Given[^1];

    public Decided<FamilyRowTyped>? Row(int number) => Rows.Find(row => row.Fact.Row == number);

    public static ImmutableList<FamilyCopy> Evolve(ImmutableList<FamilyCopy> copies, Entry entry, FamilyFact fact)
    {
        var at = copies.FindIndex(copy => copy.Reader == fact.Reader);
        var copy = After(at < 0 ? new(fact.Reader) : copies[at], entry, fact);
        return at < 0 ? copies.Add(copy) : copies.SetItem(at, copy);
    }

    private static FamilyCopy After(FamilyCopy copy, Entry entry, FamilyFact fact) => fact switch
    {
        FamilyReaderSaid e => copy with { For = Of(entry, e), Changed = entry.Seq },
        FamilyWordsTyped e => copy with { Words = Of(entry, e), Changed = entry.Seq },
        FamilyRowTyped e => copy with
        {
            Rows = copy.Rows.FindIndex(row => row.Fact.Row == e.Row) is >= 0 and var at
                ? copy.Rows.SetItem(at, Of(entry, e))
                : copy.Rows.Add(Of(entry, e)),
            LastRow = Math.Max(copy.LastRow, e.Row),
            Changed = entry.Seq,
        },
        FamilyRowLeftOut e => copy with { Rows = copy.Rows.RemoveAll(row => row.Fact.Row == e.Row), Changed = entry.Seq },
        FamilyCopyGiven e => copy with { Given = copy.Given.Add(new(Of(entry, e), copy with { Given = [] })) },
        FamilyCopyNotShared e => copy with { NotShared = Of(entry, e) },
        _ => throw new UnreachableException($"FamilyCopy.Evolve does not know {fact.GetType().Name}."),
    };

    private static Decided<T> Of<T>(Entry entry, T fact) => new(fact, entry.By, entry.At) { Seq = entry.Seq };

    /// <summary>The reader's name as it is printed; their id where there is none.</summary>
    public string Name(Case @case) => For?.Fact.Name is { Length: > 0 } typed ? typed
        : Called.Length > 0 ? Called : @case.NameOf(Reader);

    /// <summary>Where no name may stand: <c>Adult 1</c>, <c>Child 2</c>, <c>Somebody else 1</c>.</summary>
    public static string Number(string reader) => reader.Split('-') is [var kind, var number]
        ? kind switch
        {
            "adult" => $"Adult {number}",
            "child" => $"Child {number}",
            _ => $"Somebody else {number}",
        }
        : "Somebody";
}

/// <summary>A copy as it was given.</summary>
internal sealed record GivenCopy(Decided<FamilyCopyGiven> Said, FamilyCopy AsGiven)
{
    public DateTimeOffset At => Said.Fact.HappenedAt ?? Said.At;
}
