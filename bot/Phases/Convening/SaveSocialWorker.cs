using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Puts the child's social worker on the case, by their address in our own tenant.</summary>
internal sealed class SaveSocialWorker(Clerk clerk, StepForms forms, Users users) : IVerb<SaveSocialWorker.Form>
{
    public static string Verb => "convening/save-social-worker";

    public sealed record Form(string Case, string? Name = null, string? Mail = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save and go on", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (person, isOurs) = await FindAsync(form, turn, cancellationToken);
        var typed = new TypedInvitee(form.Name, form.Mail, Agency.SocialCare, "Social Worker", "", "") { Person = person };
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => isOurs ? Inviting.Add(@case, typed, Role.SocialWorker) : new CannotBe("Nobody of our own organisation has that address. Check it; people of other agencies are invited on the next form."),
            cancellationToken);
        return decision is Decision.Refused { Because: var why }
            ? forms.Again(why, view, Step.SocialWorker.Title(), page => SocialWorkerCard.For(page, form.Name, form.Mail))
            : await forms.AfterAsync(view!, Step.SocialWorker, $"{Shortened.Name(Lines.Line(form.Name))}, social worker.", cancellationToken);
    }

    /// <summary>While Graph can't be asked the address is taken as it is: they are recognised by it when they come.</summary>
    private async Task<(PersonId? Person, bool IsOurs)> FindAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        if (MailAddress.Read(form.Mail) is not { } mail)
        {
            return (null, true);
        }

        try
        {
            using var patience = Patience.For(cancellationToken);
            return await users.ObjectIdAsync(mail.Value, patience.Token) is { } objectId ? (PersonId.Of(turn.By.TenantId, objectId), true) : (null, false);
        }
        catch (Exception failure) when (Patience.IsOutage(failure, cancellationToken))
        {
            return (null, true);
        }
    }
}
