using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

internal static class ConfirmationCard
{
    public static AdaptiveCard For(CaseView view, ConfirmSafe.Form typed, Words words, string? notSaved = null) => FormCard.Of(
        "Child is safe – confirmed by",
        notSaved,
        [
            .. ChildChoice.For(view.Case, typed.Child),
            PersonChoice.Of("by", "Confirmed by", view.Case.Invited, typed.By ?? view.Reader.Id.Value),
            new TextInput("how", "How is it known?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed.How?.Length > FormCard.LongText ? null : typed.How },
            .. view.Case.Children.Select(child => new TextBlock(CardText.Plain(Stands(view.Case, child, words))) { IsSubtle = true, Size = TextSize.Small }),
            FormCard.NotSavedYet,
        ],
        [ConfirmSafe.Button(view.Case)]);

    private static string Stands(Case @case, Child child, Words words) =>
        @case.Meeting.Safety.Confirmed.GetValueOrDefault(child.Id) is { } confirmed
            ? $"{child.Number}: confirmed {words.When(confirmed.At)} by {Shortened.To(FormCard.Line, (confirmed.Fact.OnBehalfOf is { } other ? @case.Find(other) : @case.Find(confirmed.By))?.Described ?? "")}"
            : Positioning.DecideBy(@case, child) is { } by ? $"{child.Number}: not confirmed; decide by {words.When(by)}" : $"{child.Number}: not confirmed";
}
