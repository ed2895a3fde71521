using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;

namespace StrategyBot.Phases.Convening;

/// <summary>Takes somebody off the list of invitees.</summary>
internal sealed class TakeOff(Clerk clerk, StepForms forms) : IVerb<TakeOff.Form>
{
    public static string Verb => "convening/take-off";

    public sealed record Form(string Case, string? Person = null, string? Reason = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Take off the list", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => Inviting.Remove(@case, new(form.Person ?? ""), form.Reason), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Invitees.Title(), page => InvitedCard.For(page, form.Person, form.Reason))
            : await forms.AfterAsync(view!, Step.Invitees, "taken off the list.", cancellationToken);
    }
}
