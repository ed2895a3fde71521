using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves what changes the limit.</summary>
internal sealed class SaveFeatures(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<SaveFeatures.Form>
{
    public static string Verb => "convening/save-features";

    public sealed record Form(string Case, IReadOnlyList<string>? About = null, string? Action = null, DateOnly? ActionOn = null, TimeOnly? ActionTime = null)
    {
        public TypedFeatures Typed => new(About ?? [], Action, ActionOn, ActionTime);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save and go on", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => GivingCircumstances.SayFeatures(@case, form.Typed, clock.GetUtcNow(), words), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Features.Title(), page => FeaturesCard.For(page, form.Typed))
            : await forms.AfterAsync(view!, Step.Features, $"{Step.Features.Title()}.", cancellationToken);
    }
}
