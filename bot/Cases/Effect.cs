using System.Collections.Immutable;
using System.Diagnostics;

namespace StrategyBot.Cases;

/// <summary>What is known of one effect on the outside (design §3).</summary>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="IsUnknown">Begun, with no word of how that ended.</param>
/// <param name="Settled">How it ended, once it did.</param>
public sealed record Effect(int Attempts, bool IsUnknown, EffectSettled? Settled, DateTimeOffset At)
{
    public static ImmutableDictionary<string, Effect> Evolve(ImmutableDictionary<string, Effect> effects, Entry entry, EffectFact fact) =>
        fact switch
        {
            EffectSending e =>
                effects.SetItem(e.Key, new((effects.GetValueOrDefault(e.Key)?.Attempts ?? 0) + 1, IsUnknown: true, null, entry.At)),
            EffectNotDone e when effects.TryGetValue(e.Key, out var effect) =>
                effects.SetItem(e.Key, effect with { IsUnknown = false, At = entry.At }),
            EffectNotDone => effects,
            EffectSettled e => effects.SetItem(e.Key, new(effects.GetValueOrDefault(e.Key)?.Attempts ?? 0, IsUnknown: false, e, entry.At)),
            _ => throw new UnreachableException($"Effect.Evolve does not know {fact.GetType().Name}."),
        };
}
