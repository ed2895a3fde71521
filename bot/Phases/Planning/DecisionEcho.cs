using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>What stands for the children that were decided upon.</summary>
internal static class DecisionEcho
{
    public static Reply.Saved Saved<TFact>(
        CaseView view, string? child, string what, IReadOnlyDictionary<ChildId, Decided<TFact>> decided, Func<TFact, string> say, Words words, DateTimeOffset now, params IReadOnlyList<CardAction> beside) => new(
        view.Case.Id.Value,
        $"Saved {words.Time(now)} on {view.Case.Id} {view.Case.CheckWord}: {what}",
        [
            .. ChildChoice.Read(view.Case, child).Where(one => decided.ContainsKey(one.Id))
                .Select(one => new PlainText($"{Shortened.To(FormCard.Line, ChildChoice.Named(one))}: {say(decided[one.Id].Fact)}")),
            .. beside.Count == 0 ? (IReadOnlyList<CardElement>)[] : [new ActionSet(beside)],
        ]);
}
