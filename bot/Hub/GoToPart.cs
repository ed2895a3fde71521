using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Hub;

/// <summary>Opens the part that was chosen from the list, by that part's own verb.</summary>
internal sealed class GoToPart(Clerk clerk, PhaseList phases, Verbs verbs, IServiceProvider services, Words words, TimeProvider clock) : IVerb<GoToPart.Form>
{
    public static string Verb => "hub/go";

    public sealed record Form(string Case, string? Part = null);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.SeeCase, null, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        var entry = phases.Entries(view, clock.GetUtcNow()).FirstOrDefault(entry => entry.Id == form.Part);
        return entry is null
            ? new Reply.Show("Choose a part", MyPartCard.For(view, phases, words, clock.GetUtcNow()))
            : await verbs.AnswerAsync(entry.Open.Verb, services, CardJson.Data(entry.Open.Form), turn, cancellationToken);
    }
}
