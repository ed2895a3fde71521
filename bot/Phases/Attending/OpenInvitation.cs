using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens the form in which an invitee answers.</summary>
internal sealed class OpenInvitation(Clerk clerk, Words words) : IVerb<OpenInvitation.Form>
{
    public static string Verb => "attending/invitation";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Answer the invitation", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, Verb, cancellationToken) is { } view
            ? new Reply.Show("Your invitation", InvitationCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
