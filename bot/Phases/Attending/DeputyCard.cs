using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>Who comes in an invitee's place (R13).</summary>
internal static class DeputyCard
{
    /// <param name="saved">What was saved just before, where this form follows another.</param>
    public static AdaptiveCard For(CaseView view, string? saved = null, NameDeputy.Form? typed = null, string? notSaved = null)
    {
        var stands = AnsweringInvitation.DeputyOf(view.Case, view.Reader);
        var answer = view.Case.Meeting.Attendance.Answers.GetValueOrDefault(view.Reader.Id);
        return FormCard.Of(
            "Who comes in your place?",
            notSaved,
            [
                .. saved is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock(saved) { Weight = TextWeight.Bolder }],
                new TextBlock("The person you name is invited, may read the case as you may, and answers for your agency."),
                new TextInput("name", "Name") { MaxLength = FormCard.Line, Value = typed is null ? stands?.Name : typed.Name },
                new TextInput("mail", "Work mail address") { MaxLength = FormCard.Line, Value = typed is null ? stands?.Mail : typed.Mail },
                new TextInput("role", "Role") { MaxLength = FormCard.Line, Value = typed is null ? stands?.JobTitle : typed.Role },
                new ToggleInput("handover", "I have handed over to them what they need to know") { Value = (typed?.Handover ?? answer?.Handover ?? false) ? "true" : "false" },
                FormCard.NotSavedYet,
            ],
            NameDeputy.Button(view.Case));
    }
}
