using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Opens the form for somebody whom the directory doesn't know.</summary>
internal sealed class OpenByHand(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenByHand.Form>
{
    public static string Verb => "convening/by-hand";

    public sealed record Form(string Case);

    public static SubmitAction Send(Case @case) => Actions.Send("Add somebody by hand", Verb, new Form(@case.Id.Value)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is { } view
            ? new Reply.Show(Step.Invitees.Title(), ByHandCard.For(new(view, words, clock.GetUtcNow())))
            : new Reply.Say(new NoSuchCase().Say(words));
}
