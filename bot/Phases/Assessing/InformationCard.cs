using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Assessing;

/// <summary>The form for what an agency knows, and the form that corrects one entry of it.</summary>
internal static class InformationCard
{
    public static AdaptiveCard For(CaseView view, SaveInformation.Form typed, string? notSaved = null)
    {
        var whose = PersonChoice.Read(view.Case, view.Reader, typed.For);
        var mine = view.Case.Meeting.Assessment.Information.Count(item => item.Participant == view.Reader.Id);
        return FormCard.Of(
            "What your agency knows",
            notSaved,
            [
                .. PersonChoice.TypedFor(view, whose),
                new TextBlock(view.Reader.Agency == Agency.Police
                    ? "Type only what you may share. Give restricted information to the chair by word of mouth."
                    : "What does your agency hold about the children and the household?"),
                .. mine == 0 ? (IReadOnlyList<CardElement>)[] : [new TextBlock($"{mine} of your entries are saved; this adds another.") { IsSubtle = true }],
                .. PersonChoice.ForWhom(view, typed.For),
                new TextInput("text", "What you know, in as many words as it needs") { IsMultiline = true, MaxLength = FormCard.MostText, Value = typed.Text?.Length > FormCard.LongText ? null : typed.Text },
                MarkingInput.For(view.Case, view.Reader.Agency, MarkingInput.Read(typed.Marking, typed.Family, view.Reader.Agency)),
                MarkingInput.Family(typed.Family),
                FormCard.NotSavedYet,
            ],
            [SaveInformation.Button(view.Case), ReadInformation.Send("Read what is there", view.Case)]);
    }

    /// <param name="typed">What was sent and refused, or <c>null</c> to show the entry as it stands.</param>
    public static AdaptiveCard Correction(CaseView view, Information item, CorrectInformation.Form? typed = null, string? notSaved = null)
    {
        var audience = typed is null ? item.Audience : MarkingInput.Read(typed.Marking, typed.Family, item.Agency);
        return FormCard.Of(
            "Correct an entry",
            notSaved,
            [
                new TextBlock("The earlier words stay in the history."),
                new TextInput("text", "The entry") { IsMultiline = true, MaxLength = FormCard.LongText, Value = typed?.Text?.Length <= FormCard.LongText ? typed.Text : item.Text },
                MarkingInput.For(view.Case, item.Agency, audience),
                MarkingInput.Family(audience.MayShareWithFamily),
                FormCard.NotSavedYet,
            ],
            [CorrectInformation.Button(view.Case, item), WithdrawInformation.Button("Withdraw this entry", view.Case, [item.Seq])]);
    }
}
