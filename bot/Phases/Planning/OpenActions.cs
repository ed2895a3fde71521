using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;


namespace StrategyBot.Phases.Planning;

/// <summary>The list of actions.</summary>
internal sealed class OpenActions(Clerk clerk, Words words) : IVerb<OpenActions.Form>
{
    public static RowKind Kind { get; } = new(ActionKind.Action, "Actions", "an action", Verb, OpenAction.Verb, SaveAction.Verb, WithdrawAction.Verb);

    public static string Verb => "planning/actions";

    public sealed record Form(string Case);

    public static PartButton Button(Case @case) => new(Kind.List, Verb, new Form(@case.Id.Value));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.FillForm, Verb, cancellationToken) is { } view
            ? new Reply.Show(Kind.List, RowCard.List(view, Kind, [], [], words))
            : new Reply.Say(new NoSuchCase().Say(words));
}
