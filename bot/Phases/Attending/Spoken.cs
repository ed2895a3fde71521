using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>How a command answers where it was typed: in private with what comes next, in a meeting chat with a sentence that everybody may read (P10).</summary>
internal static class Spoken
{
    public static Reply At(Turn turn, CaseId id, string sentence, params IReadOnlyList<CardElement> echo) =>
        turn.At.Kind == PlaceKind.Personal ? new Reply.Saved(id.Value, sentence, echo) : new Reply.Say($"{sentence}. Open your part from the card.");
}
