using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Somebody who isn't on the list: found by name, ours through Graph and a partner in the directory, or given with an address.
/// </summary>
internal sealed class ByHandPart(Users users, TeamsSettings teams, LastKnownPartners partners)
    : IPart<ByHandPart.Form>, IAsksAbout<ByHandPart.Form>
{
    private const string Nobody = "Nobody of that agency is known by that name. Check it, or give the mail address.";

    private static readonly Agency[] Offered =
    [
        Agency.Police, Agency.Health, Agency.School, Agency.Midwifery, Agency.SocialCare,
        Agency.EarlyHelp, Agency.YouthJustice, Agency.Housing, Agency.Probation, Agency.Other,
    ];

    private PartnerList told = new([], null, IsKnown: false);
    private FoundCandidates ours = FoundCandidates.NotAsked;
    private Form? sought, sent;

    /// <param name="Whom">Of several that were found.</param>
    /// <param name="Same">Who is on the case by that address, and is meant.</param>
    /// <param name="Instead">Who is on the case by that address, and isn't meant.</param>
    public sealed record Form(
        string Case,
        Agency? Agency = null,
        string? Name = null,
        string? Mail = null,
        string? JobTitle = null,
        string? Organisation = null,
        string? Phone = null,
        string? Whom = null,
        string? Same = null,
        string? Instead = null) : ICaseForm;

    public static PartId Id => new("convening/by-hand");

    public static Capability Needs => Capability.Arrange;

    public async Task AskAboutAsync(Form typed, Patience patience, CancellationToken cancellationToken)
    {
        sent = typed;
        if (!string.IsNullOrWhiteSpace(typed.Mail) || typed.Agency is not { } agency || PersonName.Words(typed.Name).Count == 0)
        {
            return;
        }

        sought = typed;
        if (agency == Agency.SocialCare)
        {
            ours = await FoundCandidates.OfUsAsync(users, teams.TenantId, typed.Name!, patience, cancellationToken);
        }
        else
        {
            told = await partners.AskAsync(patience, cancellationToken);
        }
    }

    public Drawn Draw(FormPage page, Form asked)
    {
        var choice = Found(page).Choice();
        return ConveningDrawing.Of(page, Step.Invitees,
        [
            new ChoiceSetInput("agency", "Agency", [.. Offered.Select(agency => new Choice(agency.Name(), WordTables.ValueOf(agency)))]),
            ConveningDrawing.Line("name", "Name of the person or the team, or a part of it", null),
            .. choice,
            ConveningDrawing.Line("mail", "Mail address, if they aren't found by name", null),
            .. choice.Count > 0 ? (IReadOnlyList<CardElement>)[] :
            [
                ConveningDrawing.Line("jobTitle", "Job title", null),
                ConveningDrawing.Line("organisation", "Organisation", null),
                ConveningDrawing.Line("phone", "Telephone", null),
            ],
        ]) with
        {
            Title = "Add somebody by hand",
            Saves =
            [
                new("Save"),
                .. sent is not null && One(page, sent).One is { } one && SameAddress.Of(page.Whole.Participants, one) is { } other
                    ? other.Answers(page.Whole)
                    : [],
            ],
            Beside = [Step.Invitees.Part(page.Case).Send("Back to the list", CaseForm.Of(page.Case))],
        };
    }

    public Decision Decide(FormPage page, Form typed)
    {
        var (one, why) = One(page, typed);
        return one is null ? why! : InviteeRule.Add(page.Whole, one, Role.Attendee, new(typed.Same, typed.Instead));
    }

    public Echo Saved(FormPage page, Kept<Form> kept) =>
        new(Shortened.Name(kept.Facts.OfType<ParticipantAdded>().FirstOrDefault()?.Participant.Name ?? AsTyped.Line(kept.Typed.Name)));

    public PartButton? Next(FormPage page, Kept<Form> kept) => Step.Invitees.Button(page.Case);

    private (Candidate? One, Refusal? Why) One(FormPage page, Form typed) => sought is null
        ? (new(typed.Name, typed.Mail, typed.Agency, typed.JobTitle, typed.Organisation, typed.Phone), null)
        : Found(page).Meant(typed.Name!, typed.Whom, Nobody);

    private FoundCandidates Found(FormPage page) => sought is null ? FoundCandidates.NotAsked
        : sought.Agency == Agency.SocialCare ? ours
        : FoundCandidates.OfPartners(page.Case, told, sought.Agency!.Value, sought.Name!);
}
