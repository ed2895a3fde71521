using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Shows whose records each agency checks; who opened it is logged (P1).</summary>
internal sealed class OpenWhoToCheck(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenWhoToCheck.Form>
{
    private const string Title = "Who to check";

    public static string Verb => "convening/who-to-check";

    /// <param name="Page">From 0.</param>
    public sealed record Form(string Case, int Page = 0);

    public static PartButton Button(Case @case) => new(Title, Verb, new Form(@case.Id.Value));

    public static SubmitAction Send(Case @case, string title = Title, int page = 0) => Actions.Send(title, Verb, new Form(@case.Id.Value, page)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.ReadContent, Verb, cancellationToken) is { } view
            ? new Reply.Show(Title, WhoToCheckCard.For(new(view, words, clock.GetUtcNow()), form.Page))
            : new Reply.Say(new NoSuchCase().Say(words));
}
