using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Attending;

/// <summary>The written update of somebody who can't be there: what the agency knows, and its view with the reason (R14, P3).</summary>
internal static class UpdateCard
{
    /// <param name="saved">What was saved just before, where this form follows another.</param>
    public static AdaptiveCard For(CaseView view, string? saved = null, GiveUpdate.Form? typed = null, string? notSaved = null)
    {
        var stands = view.Case.Meeting.Attendance.WrittenUpdates.GetValueOrDefault(view.Reader.Id);
        var given = view.Case.Children.Select(child => view.Case.Meeting.Assessment.Views.GetValueOrDefault((view.Reader.Id, child.Id))).OfType<GivenView>().FirstOrDefault();
        return FormCard.Of(
            "Your written update",
            notSaved,
            [
                .. saved is null ? (IReadOnlyList<CardElement>)[] : [new TextBlock(saved) { Weight = TextWeight.Bolder }],
                new TextBlock("The chair shows this when it is your agency's turn. It stands in the minutes under your name."),
                new TextInput("text", "What does your agency know, and what should the meeting consider?")
                {
                    IsMultiline = true, MaxLength = FormCard.LongText, Value = typed is null ? Standing(stands) : Shortened.To(FormCard.LongText, typed.Text ?? ""),
                    Placeholder = stands is not null && Standing(stands) is null ? "Your longer update stands. What you type here replaces it." : null,
                },
                new ChoiceSetInput("view", Question(view.Case), [new("Yes", "yes"), new("No", "no"), new("Can't say yet", "cannotSayYet")])
                {
                    Style = ChoiceSetStyle.Expanded,
                    Value = Value(typed is null ? given?.View : typed.View),
                },
                new TextInput("rationale", "Why?") { IsMultiline = true, MaxLength = FormCard.LongText, Value = Shortened.To(FormCard.LongText, typed is null ? given?.Rationale ?? "" : typed.Rationale ?? "") },
                MarkingInput.For(view.Case, view.Reader.Agency, typed is null ? stands?.Audience : MarkingInput.Read(typed.Marking, false, view.Reader.Agency)),
                MarkingInput.Family(typed?.Family ?? stands?.Audience.MayShareWithFamily ?? false),
                FormCard.NotSavedYet,
            ],
            GiveUpdate.Button(view.Case));
    }

    /// <summary>A longer one than the input takes is not put into it, as saving it again would cut it.</summary>
    private static string? Standing(WrittenUpdate? stands) => stands?.Text.Length > FormCard.LongText ? null : stands?.Text;

    /// <summary>Without a child's name, as the question is asked for all of them at once.</summary>
    private static string Question(Case @case) => @case.Profile.Questions.AskReasonableCause(@case.Children.Count > 1 ? "each child" : "the child");

    private static string? Value(ReasonableCause? view) => view switch
    {
        ReasonableCause.Yes => "yes",
        ReasonableCause.No => "no",
        ReasonableCause.CannotSayYet => "cannotSayYet",
        _ => null,
    };
}
