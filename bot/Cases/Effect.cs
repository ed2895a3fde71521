using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

/// <summary>What is known of one effect on the outside (design §3).</summary>
/// <param name="Attempts">How often it was begun.</param>
/// <param name="IsUnknown">Begun, with no word of how that ended.</param>
/// <param name="Settled">How it ended, once it did. A refusal stands here until another attempt has ended otherwise.</param>
internal sealed record Effect(int Attempts, bool IsUnknown, EffectSettled? Settled, DateTimeOffset At)
{
    /// <summary>A letter that was sent and came back: the code of such an end.</summary>
    public const string CameBack = "CameBack";

    /// <summary>How many letters of it came back; what is sent after one is another letter.</summary>
    public int Returns { get; init; }

    /// <summary>How often it was refused since somebody last asked for it.</summary>
    public int Refusals { get; init; }

    public DateTimeOffset RefusedAt { get; init; }

    /// <summary>Somebody asked that it be tried again, and that hasn't ended yet.</summary>
    public bool IsAskedAgain { get; init; }

    /// <summary>It arrived, as far as whoever took it said.</summary>
    [JsonIgnore]
    public bool IsDelivered => Settled?.Outcome is EffectOutcome.Delivered or EffectOutcome.PossiblyRepeated;

    public bool IsRefused => Settled?.Outcome == EffectOutcome.GivenUp;

    public static ImmutableDictionary<string, Effect> Evolve(ImmutableDictionary<string, Effect> effects, Entry entry, EffectFact fact)
    {
        var before = effects.GetValueOrDefault(fact switch
        {
            EffectSending e => e.Key,
            EffectNotDone e => e.Key,
            EffectSettled e => e.Key,
            EffectAskedAgain e => e.Key,
            _ => throw new UnreachableException($"Effect.Evolve does not know {fact.GetType().Name}."),
        });
        return fact switch
        {
            EffectSending e => effects.SetItem(e.Key, Begun(before, entry.At)),
            EffectNotDone e when before is not null => effects.SetItem(e.Key, before with { IsUnknown = false, At = entry.At }),
            EffectSettled e => effects.SetItem(e.Key, Ended(before, e, entry.At)),
            EffectAskedAgain e when before is { IsRefused: true } =>
                effects.SetItem(e.Key, before with { Refusals = 0, IsAskedAgain = true }),
            _ => effects,
        };
    }

    private static Effect Begun(Effect? before, DateTimeOffset at) => before is { IsRefused: true }
        ? before with { Attempts = before.Attempts + 1, IsUnknown = true, At = at }
        : new((before?.Attempts ?? 0) + 1, IsUnknown: true, null, at) { Returns = before?.Returns ?? 0 };

    private static Effect Ended(Effect? before, EffectSettled settled, DateTimeOffset at)
    {
        var ended = new Effect(before?.Attempts ?? 0, IsUnknown: false, settled, at)
        {
            Returns = (before?.Returns ?? 0) + (settled is { Outcome: EffectOutcome.GivenUp, Receipt: CameBack } ? 1 : 0),
        };
        return ended.IsRefused ? ended with { Refusals = (before?.Refusals ?? 0) + 1, RefusedAt = at } : ended;
    }
}
