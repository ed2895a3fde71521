using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;


namespace StrategyBot.Phases.Assessing;

internal static class StanceCard
{
    public static AdaptiveCard For(CaseView view, TakeStance.Form typed, string? notSaved = null) => FormCard.Of(
        "The decision differs from your view",
        notSaved,
        [
            new TextBlock("Whatever you choose, the plan to protect the child goes on, and your view stands in the minutes."),
            .. view.Case.Children.Where(child => TakingStances.Differs(view.Whole, view.Reader.Id, child.Id)).Select(child => new TextBlock(CardText.Plain($"On {ChildChoice.Named(child)}"))),
            .. ChildChoice.For(view.Case, typed.Child),
            new ChoiceSetInput("stance", "What do you want to do?", ViewWords.Stances) { Style = ChoiceSetStyle.Expanded, Value = typed.Stance is { } stance ? ViewWords.Stances[(int)stance].Value : null },
            new TextInput("reason", "Why") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed.Reason?.Length > FormCard.LongText ? null : typed.Reason },
            new TextBlock($"[How professional disagreement is escalated]({view.Case.Profile.Links.Escalation})") { IsSubtle = true },
            FormCard.NotSavedYet,
        ],
        [TakeStance.Button(view.Case)]);
}
