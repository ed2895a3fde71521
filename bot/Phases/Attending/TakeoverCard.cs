using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>Why somebody takes over as chair (P8).</summary>
internal static class TakeoverCard
{
    private static readonly string[] Reasons = ["The chair is not there", "The chair is unwell", "The chair handed over to me", "The procedure asks for a more senior chair"];

    public static AdaptiveCard For(CaseView view, TakeChair.Form? typed = null, string? notSaved = null) => FormCard.Of(
        "Take over as chair",
        notSaved,
        [
            new PlainText($"Chair now: {Shortened.To(FormCard.Line, view.Case.Chair.Described)}"),
            new TextBlock("Everyone invited is told that you chair. Earlier decisions keep their author."),
            new ChoiceSetInput("reason", "Why?", [.. Reasons.Select(reason => new Choice(reason, reason))]) { Style = ChoiceSetStyle.Expanded, Value = typed?.Reason },
            new TextInput("more", "Why, in your words") { IsMultiline = true, MaxLength = 1_000, Value = typed?.More },
        ],
        TakeChair.Button(view.Case));
}
