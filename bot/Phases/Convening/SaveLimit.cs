using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves the answers on which a longer limit hangs.</summary>
internal sealed class SaveLimit(Clerk clerk, StepForms forms) : IVerb<SaveLimit.Form>
{
    public static string Verb => "convening/save-limit";

    public sealed record Form(string Case, YesNo? Forensic = null, YesNo? Protection = null, string? Reason = null)
    {
        public TypedLimit Typed => new(Forensic, Protection, Reason);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save and go on", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => GivingCircumstances.SayLimit(@case, form.Typed), cancellationToken);
        return decision switch
        {
            Decision.Refused { Because: WhyFirst } => await forms.ShowAsync(view!, Step.Why, null, cancellationToken),
            Decision.Refused { Because: var why } => forms.Again(why, view, Step.Limit.Title(), page => LimitCard.For(page, form.Typed)),
            _ => await forms.AfterAsync(view!, Step.Limit, $"{Step.Limit.Title()}.", cancellationToken),
        };
    }
}
