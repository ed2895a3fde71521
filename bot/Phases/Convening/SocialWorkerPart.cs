using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>The child's social worker: found by name among our own people, or by their address.</summary>
internal sealed class SocialWorkerPart(Users users, TeamsSettings teams)
    : IPart<SocialWorkerPart.Form>, IAsksAbout<SocialWorkerPart.Form>
{
    private const string NotOurs =
        "Nobody of our own organisation has that address. Check it; people of other agencies are invited on the next form.";

    private const string Nobody = "Nobody of our own organisation is called so. Check the name, or give the mail address.";

    private FoundCandidates found = FoundCandidates.NotAsked;
    private PersonId? person;
    private bool isUnknown;
    private Form? sent;

    /// <param name="Whom">Of several that were found.</param>
    /// <param name="Same">Who is on the case by that address, and is meant.</param>
    /// <param name="Instead">Who is on the case by that address, and isn't meant.</param>
    public sealed record Form(
        string Case, string? Name = null, string? Mail = null, string? Whom = null, string? Same = null,
        string? Instead = null) : ICaseForm;

    public static PartId Id => new("convening/social-worker");

    public static Capability Needs => Capability.Arrange;

    public static IReadOnlyList<IReadOnlyList<string>> Together => [["name", "whom", "mail"]];

    /// <summary>While Graph can't be asked an address is taken as it is: they are recognised by it when they come.</summary>
    public async Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
    {
        sent = typed;
        if (MailAddress.Read(typed.Mail) is { } mail)
        {
            (person, isUnknown) = await patience.AskAsync(
                async token => await users.ObjectIdAsync(mail.Value, token) is { } objectId
                    ? (PersonId.Of(teams.TenantId, objectId), false)
                    : ((PersonId?)null, true),
                () => (null, false),
                cancellationToken);
        }
        else if (string.IsNullOrWhiteSpace(typed.Mail) && PersonName.Words(typed.Name).Count > 0)
        {
            found = await FoundCandidates.OfUsAsync(users, teams.TenantId, typed.Name!, patience, cancellationToken);
        }
    }

    public Refusal? Bars(FormPage page, Form asked) => CircumstancesRule.WhyFirst(page.Case);

    public Drawn Draw(FormPage page, Form asked) => Asking(page, ConveningDrawing.Of(page, Step.SocialWorker,
    [
        ConveningDrawing.Line("name", "Social worker's name, or a part of it", Stands(page)?.Name),
        .. found.Choice(),
        ConveningDrawing.Line("mail", "Or their mail address, if the name isn't found", null) with { Placeholder = "name@council.example" },
    ]) with
    {
        Leaving = [Step.Invitees.Part(page.Case).Send("Not known yet", CaseForm.Of(page.Case))],
    });

    public Decision Decide(FormPage page, Form typed)
    {
        var (name, isByName) = (AsTyped.Line(typed.Name), string.IsNullOrWhiteSpace(typed.Mail));
        var (one, why) = One(typed);
        return isByName && name.Length == 0 ? new CannotBe("Give the social worker's name.") { Field = "name" }
            : isByName && string.IsNullOrEmpty(typed.Whom) && name == Stands(page)?.Name ? Decision.Already
            : one is null ? why!
            : InviteeRule.Add(page.Whole, one, Role.SocialWorker, new(typed.Same, typed.Instead));
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new((kept.Facts.OfType<ParticipantAdded>().LastOrDefault()?.Participant ?? Stands(page)) is { } one
        ? $"{Shortened.Name(one.Name)}, social worker{(one.Mail.Length > 0 ? $" ({Shortened.Name(one.Mail)})" : "")}"
        : "the social worker");

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.SocialWorker.Next(page.Case);

    private (Candidate? One, Refusal? Why) One(Form typed)
    {
        if (!string.IsNullOrWhiteSpace(typed.Mail))
        {
            return isUnknown ? (null, new CannotBe(NotOurs) { Field = "mail" })
                : (new(typed.Name, typed.Mail, Agency.SocialCare, "Social Worker", "", "") { Person = person }, null);
        }

        var (one, why) = found.Meant(AsTyped.Line(typed.Name), typed.Whom, Nobody);
        return (one is null ? null : one with { JobTitle = one.JobTitle is { Length: > 0 } title ? title : "Social Worker" }, why);
    }

    private Drawn Asking(FormPage page, Drawn drawn) =>
        sent is not null && One(sent).One is { } one && SameAddress.Of(page.Whole.Participants, one) is { } other
            ? drawn with { Saves = [.. drawn.Saves, .. other.Answers(page.Whole)] }
            : drawn;

    /// <summary>Not whoever has it in another's place.</summary>
    private static Participant? Stands(FormPage page) => page.Case.Invited.LastOrDefault(one => one.Roles.Contains(Role.SocialWorker)
        && !Deputies.Lent(page.Whole, one.Id).Contains(Role.SocialWorker));
}
