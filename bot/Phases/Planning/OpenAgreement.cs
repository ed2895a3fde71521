using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Shows who is told what before the immediate plan is agreed.</summary>
internal sealed class OpenAgreement(Clerk clerk, Words words) : IVerb<OpenAgreement.Form>
{
    public static string Verb => "planning/open-agreement";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Agree immediate plan", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, Verb, cancellationToken) is { } view
            ? new Reply.Show("Agree immediate plan", AgreementCard.For(view))
            : new Reply.Say(new NoSuchCase().Say(words));
}
