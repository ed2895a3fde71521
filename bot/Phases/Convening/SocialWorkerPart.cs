using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>The child's social worker, by their address in our own tenant.</summary>
internal sealed class SocialWorkerPart(Users users, TeamsSettings teams)
    : IPart<SocialWorkerPart.Form>, IAsksAbout<SocialWorkerPart.Form>
{
    private const string NotOurs =
        "Nobody of our own organisation has that address. Check it; people of other agencies are invited on the next form.";

    private PersonId? person;
    private bool isUnknown;

    public sealed record Form(string Case, string? Name = null, string? Mail = null) : ICaseForm;

    public static PartId Id => new("convening/social-worker");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["name", "mail"]];

    /// <summary>While Graph can't be asked the address is taken as it is: they are recognised by it when they come.</summary>
    public async Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
    {
        if (MailAddress.Read(typed.Mail) is { } mail)
        {
            (person, isUnknown) = await patience.AskAsync(
                async token => await users.ObjectIdAsync(mail.Value, token) is { } objectId
                    ? (PersonId.Of(teams.TenantId, objectId), false)
                    : ((PersonId?)null, true),
                () => (null, false),
                cancellationToken);
        }
    }

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = page.Case.Invited.LastOrDefault(one => one.Roles.Contains(Role.SocialWorker));
        return ConveningDrawing.Of(page, Step.SocialWorker,
        [
            ConveningDrawing.Line("name", "Social worker's name", stands?.Name),
            ConveningDrawing.Line("mail", "Social worker's mail address", stands?.Mail) with { Placeholder = "name@council.example" },
        ]) with
        {
            Leaving = [Step.Invitees.Part(page.Case).Send("Not known yet", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var named = new Candidate(typed.Name, typed.Mail, Agency.SocialCare, "Social Worker", "", "") { Person = person };
        return isUnknown ? new CannotBe(NotOurs) { Field = "mail" } : InviteeRule.Add(page.Whole, named, Role.SocialWorker);
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => new($"{Shortened.Name(AsTyped.Line(kept.Typed.Name))}, social worker");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.SocialWorker.Next(page.Case);
}
