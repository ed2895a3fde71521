using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;

namespace StrategyBot.Phases.Convening;

/// <summary>Saves who was ticked of the directory.</summary>
internal sealed class SaveInvitees(Clerk clerk, Partners partners, StepForms forms) : IVerb<SaveInvitees.Form>
{
    public static string Verb => "convening/save-invitees";

    /// <param name="Offered">Whom the form showed: only they are taken off when unticked.</param>
    public sealed record Form(
        string Case, IReadOnlyList<string>? Offered = null, IReadOnlyList<string>? Police = null, IReadOnlyList<string>? Health = null, IReadOnlyList<string>? School = null,
        IReadOnlyList<string>? Midwifery = null, IReadOnlyList<string>? Others = null)
    {
        public IReadOnlyList<string> Ticked => [.. new[] { Police, Health, School, Midwifery, Others }.SelectMany(group => group ?? [])];
    }

    public static SubmitAction Button(Case @case, IReadOnlyList<SuggestedGroup> groups) => Actions.Send("Save and go on", Verb, new
    {
        Case = @case.Id.Value,
        Offered = groups.SelectMany(group => group.People).Select(person => person.One.Key),
    });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var list = await partners.AskAsync(cancellationToken);
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source, (@case, _) => Tick(@case, list, form), cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.Invitees.Title(), page => InviteesCard.For(page, list, form.Ticked))
            : await forms.AfterAsync(view!, Step.Invitees, $"{view!.Case.Invited.Count()} people are on the list, you among them.", cancellationToken);
    }

    private static Decision Tick(Case @case, PartnerList list, Form form)
    {
        var offered = Suggesting.Everybody(@case, list.Contacts).Where(one => form.Offered?.Contains(one.Key) == true).ToList();
        return form.Ticked.All(key => offered.Any(one => one.Key == key))
            ? Inviting.Tick(@case, offered, form.Ticked)
            : new CannotBe(list.IsKnown ? "Somebody you ticked has left the directory since. Look at the list again." : "The directory of partners can't be read just now. Save again in a minute, or add people by hand.");
    }
}
