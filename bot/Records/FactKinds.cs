using StrategyBot.Cases;

namespace StrategyBot.Records;

/// <summary>The name of each fact on disk. Add names; never rename or reuse one (design §7).</summary>
public sealed class FactKinds
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

    /// <exception cref="NotSupportedException">The fact was written by a newer release than this one.</exception>
    public Type TypeOf(string kind) => types.TryGetValue(kind, out var type)
        ? type
        : throw new NotSupportedException($"The record holds a fact of kind '{kind}', which this release cannot read.");
}
