namespace StrategyBot.Records;

/// <summary>The name of each fact on disk. Add names; never rename or reuse one (design §7).</summary>
internal sealed class FactKinds
{
    private readonly Dictionary<string, Type> types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, string> names = [];

    /// <exception cref="ArgumentException">The name or the fact is taken.</exception>
    public FactKinds Add<TFact>(string kind)
        where TFact : Fact
    {
        types.Add(kind, typeof(TFact));
        names.Add(typeof(TFact), kind);
        return this;
    }

    public IReadOnlyDictionary<string, Type> All => types;

    public string NameOf(Fact fact) => names[fact.GetType()];

    /// <returns><c>null</c> for a kind of a newer release than this one.</returns>
    public Type? TypeOf(string kind) => types.GetValueOrDefault(kind);
}
