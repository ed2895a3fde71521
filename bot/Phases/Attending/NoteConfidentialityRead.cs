using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The chair has read the confidentiality line out.</summary>
internal sealed class NoteConfidentialityRead(Clerk clerk, Words words, TimeProvider clock) : IVerb<NoteConfidentialityRead.Form>
{
    public static string Verb => "attending/confidentiality-read";

    public sealed record Form(string Case);

    public static SubmitAction Button(Case @case) => Actions.Send("I have read it out", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, _) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => Holding.ReadConfidentiality(@case), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: the confidentiality line was read out"),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
