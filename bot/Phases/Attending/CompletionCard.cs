using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>What binds before the record is complete, with buttons to the first of it, and the reason for going without (P7).</summary>
internal static class CompletionCard
{
    // With the button that completes, five: as many as a card shows (design §5.7).
    private const int MostButtons = 4;

    public static AdaptiveCard For(CaseView view, IReadOnlyList<Gap> gaps, CompleteRecord.Form? typed = null, string? notSaved = null) => FormCard.Of(
        "Complete the record",
        notSaved,
        [
            .. OpenParts.List(gaps),
            .. gaps.Count == 0 ? (IReadOnlyList<CardElement>)[] :
            [
                new TextInput("reason", "If it must be complete without them: why?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed?.Reason is { } reason ? Shortened.To(FormCard.LongText, reason) : null },
            ],
        ],
        [CompleteRecord.Button(view.Case, gaps.Count == 0), .. OpenParts.Buttons(gaps, MostButtons)]);
}
