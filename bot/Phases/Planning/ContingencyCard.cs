using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

internal static class ContingencyCard
{
    /// <param name="typed">What was sent and refused; what stands by now is shown beside it.</param>
    public static AdaptiveCard For(CaseView view, SaveContingency.Form? typed, Words words, string? notSaved = null)
    {
        var stands = view.Case.Meeting.Plan.Contingency;
        var text = typed?.Text is { Length: <= FormCard.LongText } kept ? kept : stands?.Fact.Text;
        return FormCard.Of(
            "Contingency",
            notSaved,
            [
                new TextInput("text", "What happens if the plan fails?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = text },
                .. stands is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"Saved {words.Time(stands.At)} by {CardText.Plain(view.Case.Find(stands.By)?.Described ?? "")}") { IsSubtle = true, Size = TextSize.Small }],
                .. stands is null || text == stands.Fact.Text ? (IReadOnlyList<CardElement>)[] : [new PlainText(stands.Fact.Text)],
                FormCard.NotSavedYet,
            ],
            [SaveContingency.Button(view.Case)]);
    }
}
