using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>Opens the form of the contingency.</summary>
internal sealed class OpenContingency(Clerk clerk, Words words) : IVerb<OpenContingency.Form>
{
    public static string Verb => "planning/contingency";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Contingency", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is { } view
            ? new Reply.Show("Contingency", ContingencyCard.For(view, null, words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
