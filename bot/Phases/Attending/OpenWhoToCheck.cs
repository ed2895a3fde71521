using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Opens <em>Who to check</em> with the answers of the reader's agency; who read it is logged (P1).</summary>
internal sealed class OpenWhoToCheck(Clerk clerk, Words words) : IVerb<OpenWhoToCheck.Form>
{
    public static string Verb => "attending/who-to-check";

    /// <param name="From">The first of the page.</param>
    public sealed record Form(string Case, int From = 0);

    public static PartButton Button(Case @case) => new("Who to check", Verb, new Form(@case.Id.Value));

    public static SubmitAction Page(Case @case, string title, int from) => Actions.Send(title, Verb, new Form(@case.Id.Value, from)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view
            ? new Reply.Show("Who to check", WhoToCheckCard.For(view, words, Math.Max(0, form.From)))
            : new Reply.Say(new NoSuchCase().Say(words));
}
