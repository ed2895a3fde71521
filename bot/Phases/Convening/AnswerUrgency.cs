using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;

namespace StrategyBot.Phases.Convening;

/// <summary>Answers the first question again, on a case that is open.</summary>
internal sealed class AnswerUrgency(Clerk clerk, StepForms forms) : IVerb<AnswerUrgency.Form>
{
    public static string Verb => "convening/answer-urgent";

    public sealed record Form(string Case, YesNo? Answer = null, IReadOnlyList<string>? Which = null, string? Reason = null)
    {
        public TypedUrgency Typed => new(Answer, Which ?? [], Reason);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save and go on", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => AskingUrgency.Answer(@case, form.Typed), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Urgent.Title(), page => UrgentCard.ToAnswer(page, form.Typed))
            : await forms.AfterAsync(view!, Step.Urgent, $"{Step.Urgent.Title()}.", cancellationToken);
    }
}
