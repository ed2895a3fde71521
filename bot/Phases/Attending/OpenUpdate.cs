using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens the form of a written update.</summary>
internal sealed class OpenUpdate(Clerk clerk, Words words) : IVerb<OpenUpdate.Form>
{
    public static string Verb => "attending/update";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Written update", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, Verb, cancellationToken) is { } view
            ? new Reply.Show("Your written update", UpdateCard.For(view))
            : new Reply.Say(new NoSuchCase().Say(words));
}
