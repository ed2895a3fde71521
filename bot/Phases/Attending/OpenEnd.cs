using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Shows the chair what is open before the meeting is ended.</summary>
internal sealed class OpenEnd(Clerk clerk, PhaseList phases, Words words) : IVerb<OpenEnd.Form>
{
    public static string Verb => "attending/closing";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new("End the meeting", Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, null, cancellationToken) is { } view
            ? new Reply.Show("End the meeting", EndCard.For(view, phases.Gaps(view.Whole)))
            : new Reply.Say(new NoSuchCase().Say(words));
}
