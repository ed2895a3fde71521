using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Saves a view on one child, or the same on all.</summary>
internal sealed class SaveView(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveView.Form>
{
    public static string Verb => "assessing/save-view";

    public sealed record Form(string Case, string? For = null, string? Child = null, ReasonableCause? View = null, string? Line = null, string? Marking = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Contribute, turn.Source,
            (@case, me) => GivingViews.Give(@case, me, PersonChoice.Read(@case, me, form.For), ChildChoice.Read(@case, form.Child), form.View, form.Line, MarkingInput.Read(form.Marking, family: false, me.Agency)),
            cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: view on {ChildChoice.Named(view.Case, ChildChoice.Read(view.Case, form.Child))}", Echo(view, form)),
            refused: why => view is null || why is NotYourPart
                ? new Reply.Say(why.Say(words))
                : new Reply.Show("Your view", ViewCard.For(view, form, words, why.Say(words))));
    }

    private static IReadOnlyList<CardElement> Echo(CaseView view, Form form)
    {
        var (answered, of) = GivingViews.Count(view.Whole);
        return
        [
            new PlainText($"{PersonChoice.Read(view.Case, view.Reader, form.For)?.Described}: {ViewWords.Say(form.View!.Value)}{(string.IsNullOrWhiteSpace(form.Line) ? "" : $": {form.Line.Trim()}")}"),
            new TextBlock($"{answered} of {of} core agencies have answered.") { IsSubtle = true, Size = TextSize.Small },
        ];
    }
}
