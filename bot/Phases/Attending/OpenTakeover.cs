using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens <em>Take over as chair</em> for a deputy or manager (P8).</summary>
internal sealed class OpenTakeover(Clerk clerk, Words words) : IVerb<OpenTakeover.Form>
{
    public static string Verb => "attending/take-over";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Take over as chair", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.TakeChair, null, cancellationToken) is { } view
            ? new Reply.Show("Take over as chair", TakeoverCard.For(view))
            : new Reply.Say(new NoSuchCase().Say(words));
}
