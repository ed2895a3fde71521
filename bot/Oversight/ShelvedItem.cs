namespace StrategyBot.Oversight;

/// <summary>An item of a case on the shelf of one month, or of what is open.</summary>
/// <param name="At">Which of them it is there: what breaks a tie.</param>
/// <param name="IsFirst">Of twelve months it is counted here, and on no later month's list again.</param>
internal sealed record ShelvedItem(CaseId Case, ListedCase Row, ListItem Item, DateOnly? Month, int At, bool IsFirst)
{
    /// <summary>Late first where that can still be mended, else the newest.</summary>
    public static IComparer<ShelvedItem> InOrder { get; } = Comparer<ShelvedItem>.Create((one, other) =>
        First(ListItem.IsOpen(one.Item.List) ? one.Item.On.CompareTo(other.Item.On) : other.Item.On.CompareTo(one.Item.On),
            CaseId.InOrder.Compare(one.Case, other.Case), string.CompareOrdinal(one.Item.Child, other.Item.Child),
            string.CompareOrdinal(one.Item.Agency, other.Item.Agency), Nullable.Compare(one.Month, other.Month),
            one.At.CompareTo(other.At)));

    /// <summary>By when it begins to be so.</summary>
    public static IComparer<ShelvedItem> ByFrom { get; } = Comparer<ShelvedItem>.Create((one, other) =>
        First(Nullable.Compare(one.Item.From, other.Item.From), CaseId.InOrder.Compare(one.Case, other.Case),
            Nullable.Compare(one.Month, other.Month), one.At.CompareTo(other.At)));

    private static int First(params ReadOnlySpan<int> orders)
    {
        foreach (var order in orders)
        {
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}

/// <summary>What of one list lies on one month's shelf, of a whole service or of an area; of restricted cases nothing.</summary>
internal sealed class ListBin
{
    private readonly Dictionary<(string By, string What), (int All, int Firsts)> parts = [];
    private int firsts;

    /// <summary>Those that stand there one by one.</summary>
    public SortedSet<ShelvedItem> Lines { get; } = new(ShelvedItem.InOrder);

    /// <param name="isOne">Of one month alone.</param>
    public int Count(bool isOne) => isOne ? Lines.Count : firsts;

    /// <summary>By what the list is told apart, and what each is.</summary>
    public IEnumerable<(string By, string What, int Count)> Parts(bool isOne) =>
        parts.Select(part => (part.Key.By, part.Key.What, isOne ? part.Value.All : part.Value.Firsts));

    public void Add(ShelvedItem one)
    {
        if (!ServiceLists.IsThere(one.Item))
        {
            Lines.Add(one);
            firsts += one.IsFirst ? 1 : 0;
        }

        Reckon(one, +1);
    }

    public void Remove(ShelvedItem one)
    {
        if (Lines.Remove(one))
        {
            firsts -= one.IsFirst ? 1 : 0;
        }

        Reckon(one, -1);
    }

    private void Reckon(ShelvedItem one, int by)
    {
        var part = (ServiceLists.By(one.Item), one.Item.What);
        var (all, first) = parts.GetValueOrDefault(part);
        parts[part] = (all + by, first + (one.IsFirst ? by : 0));
    }
}
