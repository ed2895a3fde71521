using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves why the meeting is called and since when the clocks run.</summary>
internal sealed class SaveWhy(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<SaveWhy.Form>
{
    public static string Verb => "convening/save-why";

    public sealed record Form(
        string Case, IReadOnlyList<string>? Circumstances = null, string? Other = null, DateOnly? ConcernOn = null, TimeOnly? ConcernTime = null, DateOnly? ReferralOn = null, TimeOnly? ReferralTime = null)
    {
        public TypedWhy Typed => new(Circumstances ?? [], Other, ConcernOn, ConcernTime, ReferralOn, ReferralTime);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save and go on", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => GivingCircumstances.SayWhy(@case, form.Typed, clock.GetUtcNow(), words), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Why.Title(), page => WhyCard.For(page, form.Typed))
            : await forms.AfterAsync(view!, Step.Why, $"{Step.Why.Title()}.", cancellationToken, WhyCard.Prompt(form.Typed.Circumstances));
    }
}
