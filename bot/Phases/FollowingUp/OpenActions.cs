using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Opens the reader's open actions on one case; the chair's with everybody's, to answer on their behalf.</summary>
internal sealed class OpenActions(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenActions.Form>
{
    public static string Verb => OwnActions.OpenVerb;

    /// <param name="All">Everybody's, for the chair.</param>
    public sealed record Form(string Case, bool All = false);

    public static PartButton Mine(Case @case) => new("My actions", Verb, new Form(@case.Id.Value));

    public static PartButton Everybodys(Case @case) => new("All actions", Verb, new Form(@case.Id.Value, All: true));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), form.All ? Capability.Lead : Capability.Act, Verb, cancellationToken) is { } view
            ? new Reply.Show("Actions", MyActionsCard.For([.. form.All ? ListedAction.Answerable(view) : ListedAction.Of(view)], clock.GetUtcNow(), words, view.Case.Id))
            : new Reply.Say(new NoSuchCase().Say(words));
}
