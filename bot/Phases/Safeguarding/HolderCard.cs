using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Safeguarding;

internal static class HolderCard
{
    public static AdaptiveCard For(CaseView view, NameHolder.Form typed, string? notSaved = null) => FormCard.Of(
        "Who holds the child",
        notSaved,
        [
            new TextBlock("Does an agency hold the child until the outcome of this meeting is known, a ward or a school for example? Whoever does is told before all others."),
            .. ChildChoice.For(view.Case, typed.Child),
            new ChoiceSetInput("holder", "Who holds the child", [new("Nobody", NameHolder.Nobody), .. view.Case.Invited.Select(person => new Choice(person.Described, person.Id.Value))]) { Value = typed.Holder },
            .. view.Case.Children.Where(child => view.Case.Meeting.Safety.Holders.ContainsKey(child.Id)).Select(child => new TextBlock(CardText.Plain(
                $"{child.Number}: {(view.Case.Meeting.Safety.Holders[child.Id] is { } holder ? Shortened.To(FormCard.Line, view.Case.Find(holder)?.Described ?? "somebody no longer on the case") : "nobody")}")) { IsSubtle = true, Size = TextSize.Small }),
            FormCard.NotSavedYet,
        ],
        [NameHolder.Button(view.Case)]);
}
