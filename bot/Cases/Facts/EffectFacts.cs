using System.Text.Json.Serialization;

namespace StrategyBot.Cases.Facts;

/// <summary>Facts of effects on the outside.</summary>
internal abstract record EffectFact : Fact;

/// <summary>How an effect on the outside ended.</summary>
internal enum EffectOutcome
{
    Delivered,

    /// <summary>Sent again after an attempt whose end is not known; the content makes a repeat harmless.</summary>
    PossiblyRepeated,

    /// <summary>Refused: the chair is shown it, and it is tried again while that is of use.</summary>
    GivenUp,

    /// <summary>A reminder whose moment had passed.</summary>
    Lapsed,
}

/// <summary>An attempt begins. Without one of the next two facts behind it, nobody knows how it ended (design §3).</summary>
internal sealed record EffectSending(string Key) : EffectFact;

/// <summary>The attempt surely did nothing; it is tried again.</summary>
internal sealed record EffectNotDone(string Key) : EffectFact;

/// <summary>The obligation is settled, which is what makes it go away.</summary>
/// <param name="Rung">Which way of reaching worked (design §6), for example <c>personal-chat</c> or <c>mail</c>.</param>
/// <param name="Receipt">The outside's own id of what was done.</param>
internal sealed record EffectSettled(string Key, EffectOutcome Outcome, string Rung, string Receipt) : EffectFact
{
    /// <summary>Of a refusal: what it may have hung on, as a digest, so that a change is noticed. Absent in lines of the first release,
    /// and where nothing of the record matters.</summary>
    public string? Cause { get; init; }

    /// <summary>Whose own chat the card stands in: it goes from there when the case does (P16). Absent in lines of earlier releases.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ParticipantId? To { get; init; }
}

/// <summary>Somebody asked that what was refused be tried again now.</summary>
internal sealed record EffectAskedAgain(string Key) : EffectFact;
