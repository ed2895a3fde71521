using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>The form for a view; below it what is known of the others' (P25).</summary>
internal static class ViewCard
{
    // As many as fit beside the form; the minutes hold all.
    private const int MostShown = 24;

    public static AdaptiveCard For(CaseView view, SaveView.Form typed, Words words, string? notSaved = null)
    {
        var (answered, of) = GivingViews.Count(view.Whole);
        var child = view.Case.Children is [var only] ? ChildChoice.Named(only) : "the child";
        return FormCard.Of(
            "Your view",
            notSaved,
            [
                .. PersonChoice.TypedFor(view, PersonChoice.Read(view.Case, view.Reader, typed.For)),
                .. PersonChoice.ForWhom(view, typed.For),
                .. ChildChoice.For(view.Case, typed.Child),
                new ChoiceSetInput("view", view.Case.Profile.Questions.AskReasonableCause(child), ViewWords.Views) { Style = ChoiceSetStyle.Expanded, Value = ViewWords.Id(typed.View) },
                new TextInput("line", "Why, in a line") { MaxLength = FormCard.Line, Value = typed.Line?.Length > FormCard.Line ? null : typed.Line },
                MarkingInput.For(view.Case, view.Reader.Agency, MarkingInput.Read(typed.Marking, false, view.Reader.Agency)),
                FormCard.NotSavedYet,
                new TextBlock($"{answered} of {of} core agencies have answered.") { Separator = true },
                .. GivingViews.AreShown(view.Whole) ? Shown(view, words) : [new TextBlock("The views are shown together once all of them have. The chair may show them earlier.") { IsSubtle = true }],
            ],
            [
                SaveView.Button(view.Case),
                .. GivingViews.AreShown(view.Whole) || !view.Reader.May(Capability.Lead) ? (IReadOnlyList<CardAction>)[] : [RevealViews.Button(view.Case)],
            ]);
    }

    private static IEnumerable<CardElement> Shown(CaseView view, Words words) =>
        from child in view.Case.Children
        from row in view.Case.Meeting.Assessment.Views.Where(row => row.Key.Child == child.Id).OrderBy(row => row.Value.At).Take(MostShown / view.Case.Children.Count)
        select new TextBlock(CardText.Plain(
            $"{ChildChoice.Named(child)}: {view.Case.Find(row.Key.Participant)?.Described}{PersonChoice.TypedBy(view.Case, row.Key.Participant, row.Value.By)} – {ViewWords.Say(row.Value.View)}{(row.Value.Rationale.Length == 0 ? "" : $": {Shortened.To(FormCard.Line, row.Value.Rationale)}")} ({words.Time(row.Value.At)})"));
}
