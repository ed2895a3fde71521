using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Assessing;

/// <summary>Asks someone whose view differs from the decision what they want to do (P18).</summary>
internal sealed class OpenStance(Clerk clerk, Words words) : IVerb<OpenStance.Form>
{
    public static string Verb => "assessing/stance";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("The decision differs from your view", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Contribute, Verb, cancellationToken) is { } view
            ? new Reply.Show("The decision differs from your view", StanceCard.For(view, new(form.Case)))
            : new Reply.Say(new NoSuchCase().Say(words));
}
