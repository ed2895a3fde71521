using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Opens the outcome for whoever holds a child.</summary>
internal sealed class OpenOutcome(Clerk clerk, Words words) : IVerb<OpenOutcome.Form>
{
    public static string Verb => "planning/outcome";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("The outcome for the child you hold", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view && AgreeingPlan.Holders(view.Case).Any(held => held.Holder.Id == view.Reader.Id)
            ? new Reply.Show("The outcome", OutcomeCard.For(view.Case, view.Reader, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
