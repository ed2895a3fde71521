using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens the read-back, cut to who reads it (P15).</summary>
internal sealed class OpenReadBack(Clerk clerk, Words words) : IVerb<OpenReadBack.Form>
{
    public static string Verb => "attending/read-back";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Read-back", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view
            ? new Reply.Show("Read-back", ReadBackCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
