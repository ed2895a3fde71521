using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Answering;

/// <summary>Who comes in an invitee's place (R13), found by name among the people of their own organisation whom the authority knows, or
/// given with an address; the invitation to them is owed from here on.</summary>
internal sealed class DeputyPart(PartnerDirectory partners, Users users) : IPart<DeputyPart.Form>, IAsksAbout<DeputyPart.Form>
{
    private const string Nobody = "Nobody of your organisation is known by that name here. Check it, or give their mail address.";

    private IReadOnlyList<FoundPerson>? known;
    private string sought = "";
    private Form? sent;

    /// <param name="Whom">Of several that were found.</param>
    /// <param name="Same">Who is on the case by that address, and is meant.</param>
    /// <param name="IsRight">The address is theirs, though somebody of another agency has it here.</param>
    public sealed record Form(
        string Case, string? Name = null, string? Mail = null, string? Role = null, bool Handover = false, string? Whom = null,
        string? Same = null, bool? IsRight = null) : ICaseForm;

    public static PartId Id => new("answering/deputy");

    public static Capability Needs => Capability.AnswerInvitation;

    /// <summary>One person's name and another's address are nobody.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Together => [["name", "whom", "mail", "role"]];

    public static PartButton Button(Case @case) => Id.Button("Name your deputy", CaseForm.Of(@case));

    public async Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
    {
        sent = typed;
        if (string.IsNullOrWhiteSpace(typed.Mail) && PersonName.Words(typed.Name).Count > 0)
        {
            sought = typed.Name!;
            known = await patience.AskAsync<IReadOnlyList<FoundPerson>?>(
                async token => await KnownAsync(sought, token), () => null, cancellationToken);
        }
    }

    public Refusal? Bars(FormPage page, Form asked) => InvitationRule.Closed(page.Whole, page.Me);

    public Drawn Draw(FormPage page, Form asked)
    {
        var stands = InvitationRule.DeputyOf(page.Case, page.Me);
        var answer = page.Case.Meeting.Attendance.Standing.GetValueOrDefault(page.Me.Id);
        return new("Who comes in your place?",
        [
            new TextBlock("The person you name is invited, may read the case as you may, and answers for your agency. "
                + "A part of the name is enough where we know them."),
            new TextInput("name", "Name") { MaxLength = FormCard.Line, Value = stands?.Name },
            .. Found(page).Choice(),
            new TextInput("mail", "Work mail address, if nobody is found") { MaxLength = FormCard.Line, Value = stands?.Mail },
            new TextInput("role", "Role") { MaxLength = FormCard.Line, Value = stands?.JobTitle },
            new ToggleInput("handover", "I have handed over to them what they need to know")
            {
                Value = answer?.Handover == true ? "true" : "false",
            },
        ])
        {
            Frame = "Your deputy",
            Saves = [new("Save"), .. sent is { } typed && One(page, typed).One is { } one ? Asking(page, one) : []],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var (one, why) = One(page, typed);
        return one is null ? why! : InvitationRule.NameDeputy(page.Whole, page.Me, one);
    }

    public Echo Saved(FormPage page, Kept<Form> kept) => kept.Facts.OfType<UnknownAnswered>().FirstOrDefault() is { } asked
        ? new($"the chair is asked about {Shortened.Name(asked.Name)}")
        : new("your deputy", new PlainText(Shortened.To(FormCard.LongText, InvitationRule.DeputyOf(page.Case, page.Me)?.Described ?? "")));

    private (Form? One, Refusal? Why) One(FormPage page, Form typed)
    {
        if (sought.Length == 0)
        {
            return (typed, null);
        }

        var (one, why) = Found(page).Meant(sought, typed.Whom, Nobody);
        return (one is null ? null : typed with
        {
            Name = one.Name,
            Mail = one.Mail,
            Role = string.IsNullOrWhiteSpace(typed.Role) ? one.JobTitle : typed.Role,
        }, why);
    }

    private static IEnumerable<Save> Asking(FormPage page, Form one) =>
        InvitationRule.Other(page.Whole, page.Me, (one.Name ?? "").Trim(), MailAddress.Visible(one.Mail)) is not { } other ? []
            : other.Agency == page.Me.Agency ? [new($"It is {Shortened.Name(other.Name)}", new { Same = other.Id.Value })]
            : [new("The address is right: ask the chair", new { IsRight = true })];

    /// <summary>Nobody learns of people of another organisation.</summary>
    private FoundPeople Found(FormPage page) => sought.Length == 0 ? FoundPeople.NotAsked
        : new([.. (known ?? []).Where(one => MailAddress.Read(one.Mail)?.IsOfSameDomain(page.Me.Mail) == true
            && !MailAddress.Same(one.Mail, page.Me.Mail))], known is not null);

    private async Task<IReadOnlyList<FoundPerson>> KnownAsync(string name, CancellationToken cancellationToken)
    {
        var contacts = await partners.ContactsAsync(cancellationToken);
        var colleagues = await users.FindAsync(name, cancellationToken);
        return
        [
            .. contacts.Where(contact => !contact.IsDutyDesk && contact.Mail.Length > 0 && PersonName.Fits(contact.Name, name))
                .Select(contact => new FoundPerson(contact.Id, contact.Name, contact.Role, contact.Organisation, contact.Mail)),
            .. colleagues.Select(user => new FoundPerson(user.ObjectId, user.Name, user.JobTitle, user.Department, user.Mail)),
        ];
    }
}
