using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Planning;

/// <summary>Takes a typed decision on the section 47 enquiry back; what stood before stands again.</summary>
internal sealed class UndoEnquiry(Clerk clerk, Words words, TimeProvider clock) : IVerb<UndoEnquiry.Form>
{
    public static string Verb => "planning/undo-section47";

    /// <param name="At">When it was decided, so that a later decision is never undone by an old button.</param>
    public sealed record Form(string Case, DateTimeOffset? At = null);

    public static SubmitAction Button(Case @case, DateTimeOffset at) => Actions.Send("Undo", Verb, new Form(@case.Id.Value, at)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, me) => Deciding.UndoEnquiry(@case, me, form.At ?? default), cancellationToken);
        return decision.Match<Reply>(
            accepted: facts => facts.Count == 0
                ? new Reply.Say("That was undone or changed since, so nothing was done now. Open the decision to see what stands.")
                : new Reply.Saved(form.Case, $"Undone {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}: section 47 stands as before"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
