using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>An owner accepts everything that is not answered yet, in one tap (R82).</summary>
internal sealed class AcceptActions(Clerk clerk, Words words, TimeProvider clock) : IVerb<AcceptActions.Form>
{
    public static string Verb => OwnActions.AcceptVerb;

    public sealed record Form(string Case);

    public static SubmitAction Button(CaseId id) => Actions.Send("Accept all of mine", Verb, new Form(id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Act, turn.Source, AnsweringActions.AcceptAll, cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {view!.Case.Id} {view.Case.CheckWord}, your actions are accepted"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
