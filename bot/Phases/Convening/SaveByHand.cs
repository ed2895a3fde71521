using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves somebody whom the directory doesn't know.</summary>
internal sealed class SaveByHand(Clerk clerk, StepForms forms, Words words, TimeProvider clock) : IVerb<SaveByHand.Form>
{
    public static string Verb => "convening/save-by-hand";

    public sealed record Form(string Case, Agency? Agency = null, string? Name = null, string? Mail = null, string? JobTitle = null, string? Organisation = null, string? Phone = null)
    {
        public TypedInvitee Typed => new(Name, Mail, Agency, JobTitle, Organisation, Phone);
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => Inviting.Add(@case, form.Typed, Role.Attendee), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Invitees.Title(), page => ByHandCard.For(page, form.Typed))
            : await forms.ShowAsync(view!, Step.Invitees, $"Saved {words.Time(clock.GetUtcNow())}: {Shortened.Name(Lines.Line(form.Name))}.", cancellationToken);
    }
}
