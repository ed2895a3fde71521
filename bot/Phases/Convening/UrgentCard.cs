using StrategyBot.Cases.Facts;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using Choice = StrategyBot.Protocols.Cards.Choice;
using StrategyBot.Forms;

namespace StrategyBot.Phases.Convening;

/// <summary>The first question (P2): before a case is there, and to answer it again.</summary>
internal static class UrgentCard
{
    private const string Title = "Convene: the first question";

    /// <param name="ticket">Names this opening, so that however often it is sent it opens one case.</param>
    public static AdaptiveCard ToOpen(ProcedureProfile profile, string ticket, TypedUrgency? typed = null, string? notSaved = null) =>
        FormCard.Of(Title, notSaved, [.. Asked(profile, typed), FormCard.NotSavedYet], OpenCase.Button(ticket));

    public static AdaptiveCard ToAnswer(Page page, TypedUrgency? typed = null)
    {
        var stands = page.Case.Urgent;
        return page.Form(Title, Asked(page.Case.Profile, typed ?? new(stands.Answer, stands.Which, stands.Reason)), AnswerUrgency.Button(page.Case));
    }

    private static IReadOnlyList<CardElement> Asked(ProcedureProfile profile, TypedUrgency? typed) =>
    [
        new ChoiceSetInput("which", "Is any of these so?", [.. profile.Questions.Urgent.Select(part => new Choice(part.Text, part.Id))])
        {
            IsMultiSelect = true,
            Style = ChoiceSetStyle.Expanded,
            Value = typed is null ? null : string.Join(',', typed.Which),
        },
        new ChoiceSetInput("answer", "Your answer", [new("Yes: the meeting is the same day", "yes"), new("No, none of them", "no")])
        {
            Style = ChoiceSetStyle.Expanded,
            Value = typed?.Answer switch { YesNo.Yes => "yes", YesNo.No => "no", _ => null },
        },
        new TextInput("reason", "If No: your reason") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed?.Reason },
        new TextBlock("Without an answer the meeting is the same day. Only a No with a reason takes the longer limit.") { IsSubtle = true },
    ];
}
