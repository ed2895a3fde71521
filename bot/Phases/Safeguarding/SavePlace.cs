using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Saves the first half of a position, and shows the second.</summary>
internal sealed class SavePlace(Clerk clerk, Words words, TimeProvider clock) : IVerb<SavePlace.Form>
{
    public static string Verb => "safeguarding/save-place";

    /// <param name="All">The same for all children.</param>
    /// <param name="Seen">When that was saved which the form showed.</param>
    public sealed record Form(string Case, string? Child = null, bool All = false, string? Where = null, string? WithWhom = null, string? Supervision = null, SafetyBasis? Basis = null, DateTimeOffset? Seen = null)
    {
        public static Form Of(Case @case, Child child) => @case.Meeting.Safety.Positions.GetValueOrDefault(child.Id)?.Fact is { } stands
            ? new(@case.Id.Value, child.Id.Value, false, stands.Where, stands.WithWhom, stands.Supervision, stands.Basis)
            : new(@case.Id.Value, child.Id.Value);
    }

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.FillForm, turn.Source,
            (@case, me) => Positioning.Meanwhile(@case, me, form.Child, form.Seen) is { } changed
                ? changed
                : Positioning.Place(@case, Meant(@case, form.Child, form.All), form.Where, form.WithWhom, form.Supervision, form.Basis), cancellationToken);
        return view?.Case.Find(new ChildId(form.Child ?? "")) is not { } child
            ? new Reply.Say(decision.Match(_ => new NoChildMeant().Say(words), why => why.Say(words)))
            : decision.Match(
                accepted: _ => new Reply.Show("Position of safety", PositionCard.Limit(view, child, SaveLimit.Form.Of(view.Case, child, words) with { All = form.All }, words,
                    $"Saved {words.Time(clock.GetUtcNow())} on {view.Case.Id} {view.Case.CheckWord}{(form.All ? " for all children" : "")}. One more step:")),
                refused: why => FormAgain.Or(why, view, words, "Position of safety", (seen, notSaved) => PositionCard.Place(seen, child, form, words, notSaved)));
    }

    public static IReadOnlyList<Child> Meant(Case @case, string? child, bool all) =>
        @case.Find(new ChildId(child ?? "")) is not { } one ? [] : all ? @case.Children : [one];
}
