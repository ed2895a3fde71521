using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>What was just added, with an undo of exactly that.</summary>
internal static class InformationEcho
{
    public static Reply.Saved Saved(CaseView view, Participant whose, IReadOnlyList<Cases.Fact> facts, Words words, DateTimeOffset now)
    {
        var texts = facts.OfType<InformationGiven>().Select(fact => fact.Text).ToList();
        var items = view.Case.Meeting.Assessment.Information.Where(item => item.Participant == whose.Id && texts.Contains(item.Text)).TakeLast(texts.Count).ToList();
        var count = items.Count == 1 ? "1 entry" : $"{items.Count} entries";
        var headline = $"Saved {words.Time(now)} on {view.Case.Id} {view.Case.CheckWord}: {whose.Agency.Name()}, ";
        return items.Count == 0
            ? new(view.Case.Id.Value, $"{headline}it stood there already")
            : new(view.Case.Id.Value, headline + count,
            [
                new PlainText(items.Count == 1 ? items[0].Text : Shortened.To(FormCard.Line, items[0].Text)),
                new TextBlock($"{CardText.Plain(whose.Described)}{(whose.Id == view.Reader.Id ? "" : ", typed by you")} · {items[0].Audience.Say()}") { IsSubtle = true, Size = TextSize.Small },
                new ActionSet(WithdrawInformation.Button("Undo", view.Case, [.. items.Select(item => item.Seq)])),
            ]);
    }
}
