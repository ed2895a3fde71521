using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Hub;

/// <summary>Opens the part behind something that is missing.</summary>
internal sealed class GoToGap(Clerk clerk, PhaseList phases, Verbs verbs, IServiceProvider services, Words words) : IVerb<GoToGap.Form>
{
    public static string Verb => "hub/go-to-gap";

    public sealed record Form(string Case, string? Gap = null);

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.SeeCase, null, cancellationToken) is not { } view)
        {
            return new Reply.Say(new NoSuchCase().Say(words));
        }

        return phases.Gaps(view.Whole).FirstOrDefault(gap => gap.Id == form.Gap) is { } gap
            ? await verbs.AnswerAsync(gap.Open.Verb, services, CardJson.Data(gap.Open.Form), turn, cancellationToken)
            : new Reply.Show("Missing", MissingCard.For(view, phases));
    }
}
