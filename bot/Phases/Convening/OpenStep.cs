using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Opens the form of one part of convening.</summary>
internal sealed class OpenStep(Clerk clerk, StepForms forms, Words words) : IVerb<OpenStep.Form>
{
    public static string Verb => "convening/step";

    /// <param name="Step">Left out: where convening goes on.</param>
    public sealed record Form(string Case, Step? Step = null);

    public static PartButton Button(Case @case, Step step) => new(step.Title(), Verb, new Form(@case.Id.Value, step));

    public static SubmitAction Send(Case @case, Step? step, string title) => Actions.Send(title, Verb, new Form(@case.Id.Value, step)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Arrange, Verb, cancellationToken) is { } view
            ? await forms.ShowAsync(view, form.Step ?? Steps.FirstOpen(view.Case), null, cancellationToken)
            : new Reply.Say(new NoSuchCase().Say(words));
}
