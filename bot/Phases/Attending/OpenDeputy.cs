using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens the form in which an invitee names who comes in their place.</summary>
internal sealed class OpenDeputy(Clerk clerk, Words words) : IVerb<OpenDeputy.Form>
{
    public static string Verb => "attending/deputy";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Name your deputy", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, Verb, cancellationToken) is { } view
            ? new Reply.Show("Your deputy", DeputyCard.For(view))
            : new Reply.Say(new NoSuchCase().Say(words));
}
