using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Shows what the manager authorises: the interim safety plan as it stands (R66).</summary>
internal sealed class OpenAuthorisation(Clerk clerk, Words words) : IVerb<OpenAuthorisation.Form>
{
    public static string Verb => "planning/open-authorisation";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Authorise the enquiry", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view
            ? new Reply.Show("Authorise the enquiry", AuthorisationCard.For(view, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
