using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.PartnerLinks;

/// <summary><em>I know this family personally</em>: opens nothing, shuts what was open, and tells the chair (P11).</summary>
internal sealed class KnowFamily(Clerk clerk, Words words) : IVerb<KnowFamily.Form>
{
    public static string Verb => "links/know-family";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) =>
        Actions.Send("I know this family personally", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (turn.At.Kind != PlaceKind.Page)
        {
            return new Reply.Say("Tell the chair: they take you off this case and ask somebody else.");
        }

        var (decision, _) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.SeeCase, turn.Source, (_, me) => new FamilyKnown(me.Id), cancellationToken);
        return new Reply.Say(decision.Match(
            accepted: _ => "Thank you for saying so. Nothing is open to you any more, and the chair is told. You can close this page.",
            refused: why => why.Say(words)));
    }
}
