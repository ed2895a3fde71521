using StrategyBot.Cases;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Phases.Convening;

/// <summary>Suggested invitees by agency, to tick; the core agencies are ticked already (R7–R10).</summary>
internal static class InviteesCard
{
    private const int MostLines = 12, MostOfTitle = 100;

    /// <param name="ticked">What was sent and refused; <c>null</c> to show what is suggested.</param>
    public static AdaptiveCard For(Page page, PartnerList partners, IReadOnlyCollection<string>? ticked = null)
    {
        var groups = Suggesting.For(page.Case, partners.Contacts);
        return page.Form(Step.Invitees.Title(),
            [
                .. Directory(page, partners),
                .. groups.Where(group => group.People.Count > 0).Select((group, index) => Ask(group, ticked)),
                .. groups.Where(group => group.More > 0).Select(group => new TextBlock($"{group.Agency.Name()}: {group.More} more in the directory. Add them by hand, or say the area first.") { IsSubtle = true }),
                .. Besides(page, groups),
                .. Desks(page, partners),
            ],
            [SaveInvitees.Button(page.Case, groups), OpenByHand.Send(page.Case), page.Case.Meeting.IsConvened ? OpenInvited.Send(page.Case) : OpenStep.Send(page.Case, Step.Time, "Go on without saving")]);
    }

    private static IEnumerable<CardElement> Directory(Page page, PartnerList partners) =>
        !partners.IsKnown ? [new TextBlock("The directory of partners can't be read just now. Nothing is lost: add people by hand, or open this again later.") { Weight = TextWeight.Bolder }]
        : partners.AsOf is { } at ? [new TextBlock($"The directory can't be read just now; this is how it was {page.Words.Day(page.Now, at)}.") { Weight = TextWeight.Bolder }]
        : [];

    private static ChoiceSetInput Ask(SuggestedGroup group, IReadOnlyCollection<string>? ticked) => new(FieldOf(group.Agency), group.Agency.Name(),
        [.. group.People.Select(person => new Choice(CardText.Plain(Shortened.To(MostOfTitle, Describe(person.One))), person.One.Key))])
    {
        IsMultiSelect = true,
        Style = ChoiceSetStyle.Expanded,
        Value = string.Join(',', group.People.Where(person => ticked?.Contains(person.One.Key) ?? person.Ticked).Select(person => person.One.Key)),
    };

    /// <summary>Whoever is invited and does not stand in a group: named by hand, or the social worker.</summary>
    private static IEnumerable<CardElement> Besides(Page page, IReadOnlyList<SuggestedGroup> groups)
    {
        var listed = groups.SelectMany(group => group.People).Select(person => person.One.Mail).ToList();
        var others = page.Case.Invited.Where(person => person.Id != page.Case.Meeting.Chair && !listed.Contains(person.Mail, StringComparer.OrdinalIgnoreCase)).ToList();
        return others.Count == 0 ? [] : [new TextBlock(CardText.Plain($"Invited besides: {string.Join("; ", others.Take(MostLines).Select(person => $"{Shortened.Name(person.Name)}, {person.Agency.Name()}"))}."))];
    }

    private static IEnumerable<CardElement> Desks(Page page, PartnerList partners)
    {
        var desks = Suggesting.Desks(page.Case, partners.Contacts);
        return desks.Count == 0 ? [] : [new TextBlock("Duty desks, to ring"), .. desks.Take(MostLines).Select(desk => new TextBlock(CardText.Plain(Shortened.To(FormCard.Line, desk.Text))) { IsSubtle = true, Spacing = Spacing.None })];
    }

    private static string Describe(TypedInvitee one) => string.Join(", ", new[] { one.Name, one.JobTitle, one.Organisation, one.IsDeputy ? "deputy" : one.IsInbox ? "asked who will attend" : "" }
        .Where(part => part is { Length: > 0 }).Distinct().Select(part => Shortened.Name(part!)));

    public static string FieldOf(Agency agency) => agency switch
    {
        Agency.Police => "police",
        Agency.Health => "health",
        Agency.School => "school",
        Agency.Midwifery => "midwifery",
        _ => "others",
    };
}

/// <summary>The child's social worker, by their address in our own tenant.</summary>
internal static class SocialWorkerCard
{
    public static AdaptiveCard For(Page page, string? name = null, string? mail = null)
    {
        var stands = page.Case.Invited.FirstOrDefault(person => person.Roles.Contains(Role.SocialWorker));
        return page.Form(Step.SocialWorker.Title(),
            [
                new TextInput("name", "Social worker's name") { MaxLength = FormCard.Line, Value = name ?? stands?.Name },
                new TextInput("mail", "Social worker's mail address") { MaxLength = FormCard.Line, Value = mail ?? stands?.Mail, Placeholder = "name@council.example" },
            ],
            SaveSocialWorker.Button(page.Case),
            OpenStep.Send(page.Case, Step.Invitees, "Not known yet"));
    }
}

/// <summary>Somebody whom the directory doesn't know.</summary>
internal static class ByHandCard
{
    private static readonly Agency[] Offered =
    [
        Agency.Police, Agency.Health, Agency.School, Agency.Midwifery, Agency.SocialCare, Agency.EarlyHelp, Agency.YouthJustice, Agency.Housing, Agency.Probation, Agency.Other,
    ];

    public static AdaptiveCard For(Page page, TypedInvitee? typed = null) => page.Form(
        "Add somebody by hand",
        [
            new ChoiceSetInput("agency", "Agency", [.. Offered.Select(agency => new Choice(agency.Name(), Name(agency)))]) { Value = typed?.Agency is { } agency ? Name(agency) : null },
            new TextInput("name", "Name of the person or the team") { MaxLength = FormCard.Line, Value = typed?.Name },
            new TextInput("mail", "Mail address") { MaxLength = FormCard.Line, Value = typed?.Mail },
            new TextInput("jobTitle", "Job title") { MaxLength = FormCard.Line, Value = typed?.JobTitle },
            new TextInput("organisation", "Organisation") { MaxLength = FormCard.Line, Value = typed?.Organisation },
            new TextInput("phone", "Telephone") { MaxLength = FormCard.Line, Value = typed?.Phone },
        ],
        SaveByHand.Button(page.Case),
        OpenStep.Send(page.Case, Step.Invitees, "Back to the list"));

    private static string Name(Agency agency) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(agency.ToString());
}
