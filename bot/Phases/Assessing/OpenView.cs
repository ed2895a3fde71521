using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Opens the form for a view, with the views that may be seen by now.</summary>
internal sealed class OpenView(Clerk clerk, Words words) : IVerb<OpenView.Form>
{
    public static string Verb => "assessing/view";

    /// <param name="For">For whom it is typed, where that is another.</param>
    public sealed record Form(string Case, string? For = null, string? Child = null);

    public static PartButton Button(Case @case, Participant? whose = null, Child? child = null) => new("Your view", Verb, new Form(@case.Id.Value, whose?.Id.Value, child?.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Contribute, Verb, cancellationToken) is { } view
            ? new Reply.Show("Your view", ViewCard.For(view, Fresh(view, form), words))
            : new Reply.Say(new NoSuchCase().Say(words));

    /// <summary>What stands for this person; the first child without a view where some have one. Nobody else's view is shown by it (P25).</summary>
    private static SaveView.Form Fresh(CaseView view, Form form)
    {
        var whose = view.Reader.May(Capability.FillForm) && form.For is { } other ? new ParticipantId(other) : view.Reader.Id;
        var given = view.Case.Children.Select(child => (Child: child, View: Readable(view, whose, child))).ToList();
        var open = given.Where(row => row.View is null).Select(row => row.Child).ToList();
        var child = form.Child ?? (open.Count > 0 && open.Count < given.Count ? open[0].Id.Value : null);
        var stands = given.FirstOrDefault(row => child is null || row.Child.Id.Value == child).View;
        return new(view.Case.Id.Value, form.For, child, stands?.View, stands?.Rationale, stands is null ? null : MarkingInput.Write(stands.Audience, view.Reader.Agency));
    }

    private static GivenView? Readable(CaseView view, ParticipantId whose, Child child) =>
        view.Case.Meeting.Assessment.Views.GetValueOrDefault((whose, child.Id)) is { } stands && (whose == view.Reader.Id || stands.By == view.Reader.Person) ? stands : null;
}

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
            $"{ChildChoice.Named(child)}: {view.Case.Find(row.Key.Participant)?.Described} – {ViewWords.Say(row.Value.View)}{(row.Value.Rationale.Length == 0 ? "" : $": {LongText.Short(row.Value.Rationale)}")} ({words.Time(row.Value.At)})"));
}
