using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Shows the chair what binds before the record is complete (P7).</summary>
internal sealed class OpenCompletion(Clerk clerk, PhaseList phases, Words words) : IVerb<OpenCompletion.Form>
{
    public static string Verb => "attending/completion";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("Complete the record", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, null, cancellationToken) is { } view
            ? new Reply.Show("Complete the record", CompletionCard.For(view, phases.Gaps(view.Whole)))
            : new Reply.Say(new NoSuchCase().Say(words));
}
