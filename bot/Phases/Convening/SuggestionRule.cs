using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Whom to suggest for a case, by agency (R7–R10, R23). Pure.</summary>
internal static class SuggestionRule
{
    /// <summary>The groups of the form, at most five: the rest goes by hand.</summary>
    public static IReadOnlyList<SuggestedGroup> For(Case @case, IReadOnlyList<Contact> contacts)
    {
        Agency[] named = [Agency.Police, Agency.Health, Agency.School, Agency.Midwifery];
        var people = Everybody(@case, contacts).ToList();
        return
        [
            .. named.Select(agency => Group(@case, agency, people.Where(one => one.Agency == agency))),
            Group(@case, Agency.Other, people.Where(one => !named.Contains(one.Agency!.Value))),
        ];
    }

    /// <summary>Everybody who can be ticked: the directory's people, and the procedure's designated officer and legal team.</summary>
    public static IEnumerable<Candidate> Everybody(Case @case, IReadOnlyList<Contact> contacts)
    {
        var all = contacts.Where(contact => MailAddress.Read(contact.Mail) is not null).Select(Suggest)
            .Append(Holder(@case.Profile.Roles.DesignatedOfficer)).Append(Holder(@case.Profile.Roles.Legal)).OfType<Candidate>().ToList();
        var shared = all.GroupBy(one => one.Mail!.ToUpperInvariant())
            .Where(each => each.DistinctBy(one => (one.Name, one.Agency)).Skip(1).Any()).Select(each => each.Key).ToHashSet();
        return all.Select(one => shared.Contains(one.Mail!.ToUpperInvariant()) ? one with { SharesAddress = true } : one);
    }

    /// <summary>Whom the directory has with an address that stands on the case under another name or agency, and who can't take that
    /// one's place.</summary>
    public static IEnumerable<SameAddress> Besides(Case @case, IReadOnlyList<Contact> contacts) => Everybody(@case, contacts)
        .Select(one => SameAddress.Of(@case.Participants, one)).OfType<SameAddress>().Where(other => !other.MayGiveWay(@case));

    /// <summary>Rules that hold here, and for whom the directory has nobody: they are added by hand.</summary>
    public static IReadOnlyList<string> Unfilled(Case @case, IReadOnlyList<Contact> contacts)
    {
        var people = Everybody(@case, contacts).ToList();
        var referrer = @case.Circumstances?.Referrer;
        return
        [
            .. WantedRole.For(@case).Where(rule => !rule.IfKnown && !people.Any(rule.Means))
                .Select(rule => $"{rule.Role}: {rule.Why}. Nobody in the directory. Add them by hand."),
            .. referrer is { } agency and not Agency.SocialCare && people.All(one => one.Agency != agency)
                ? (string[])[$"{agency.Name()} referred. Nobody of it is in the directory. Add them by hand."]
                : [],
        ];
    }

    /// <summary>The areas that can be chosen: the procedure's, else the directory's; and whatever stands.</summary>
    public static IReadOnlyList<string> Areas(Case @case, IReadOnlyList<Contact> contacts)
    {
        var named = @case.Profile.ConferenceTeams.Select(team => team.Area).ToList();
        var areas = named.Count > 0 ? named : contacts.Select(contact => contact.Area).Where(area => area.Length > 0).ToList();
        return areas.Count == 0 ? []
            : [.. areas.Append(@case.Circumstances?.Area ?? "").Where(area => area.Length > 0).Distinct().Take(MostAreas)];
    }

    private const int MostAreas = 30;

    /// <summary>Where each agency is rung: its desks in the directory, else the procedure's own (P12).</summary>
    public static IReadOnlyList<(Agency Agency, string Text)> Desks(Case @case, IReadOnlyList<Contact> contacts)
    {
        var told = contacts.Where(contact => contact.IsDutyDesk && contact.Phone.Length + contact.Mobile.Length > 0)
            .Select(desk => (Agencies.Read(desk.Agency) ?? Agency.Other, Text: Say(desk.Name, Number(desk), desk.Hours))).ToList();
        return
        [
            .. told,
            .. @case.Profile.DutyDesks.Select(desk => (Agencies.Read(desk.Agency) ?? Agency.Other, Say(desk.Name, desk.Phone, desk.Hours)))
                .Where(desk => told.All(other => other.Item1 != desk.Item1)),
        ];
    }

    /// <summary>People of the directory whom no mail reaches: they are rung.</summary>
    public static IReadOnlyList<string> ToRing(IReadOnlyList<Contact> contacts) =>
    [
        .. contacts.Where(contact => !contact.IsDutyDesk && MailAddress.Read(contact.Mail) is null).Select(contact =>
            $"{contact.Name}, {(Agencies.Read(contact.Agency) ?? Agency.Other).Name()}: no mail address, ring "
                + (Number(contact) is { Length: > 0 } number ? number : "them (the directory has no number)")),
    ];

    private static SuggestedGroup Group(Case @case, Agency agency, IEnumerable<Candidate> people)
    {
        // Once a list was saved, whoever is not on it was left out by somebody.
        var isSuggested = @case.Invited.All(person => person.Id == @case.Meeting.Chair || person.Roles.Contains(Role.SocialWorker));
        var others = people.Select(one => (One: one, Other: SameAddress.Of(@case.Participants, one)))
            .Where(each => each.Other?.MayGiveWay(@case) != false).ToDictionary(each => each.One, each => each.Other);
        var all = others.Keys.ToList();
        var chosen = isSuggested && !@case.Meeting.IsConvened ? Reasons(@case, [.. all.Where(one => others[one] is null)]) : [];
        // Whom another's address stands for is nobody's proposal: it is asked.
        string? Why(Candidate one) => others[one] is not null ? null
            : IsOn(@case, one) ? "" : chosen.FirstOrDefault(reason => reason.One == one).Why
            ?? (@case.Meeting.IsConvened ? null : ByRule(@case, one, isSuggested));
        var shown = all.Select(one => (One: one, Why: Why(one))).OrderByDescending(one => IsOn(@case, one.One))
            .ThenByDescending(one => one.Why is not null).ThenByDescending(one => Fits(@case, one.One))
            .Select(one => new SuggestedPerson(one.One, one.Why is not null, one.Why ?? "") { Instead = others[one.One] }).ToList();
        return new(agency, [.. shown.Take(SuggestedGroup.Most)], Math.Max(0, shown.Count - SuggestedGroup.Most), isSuggested);
    }

    /// <summary>Who is proposed of an agency that is always asked, that referred, or that has a child here; and by which rule.</summary>
    private static List<(Candidate One, string Why)> Reasons(Case @case, IReadOnlyList<Candidate> people)
    {
        var (core, expected) = (Quorum.Core(@case), Quorum.Expected(@case));
        var referrer = @case.Circumstances?.Referrer;
        var found = new List<(Candidate One, string Why)>();
        foreach (var agency in people.GroupBy(one => one.Agency!.Value))
        {
            var first = agency.OrderByDescending(one => Fits(@case, one)).FirstOrDefault(one => Fits(@case, one) >= Fitting.Perhaps);
            var theirs = agency.Where(one => IsTheirSchool(@case, one)).ToList();
            var (one, why) = true switch
            {
                _ when theirs.Count > 0 => (theirs[0], "a child's school"),
                _ when core.Contains(agency.Key) => (first, "always asked"),
                _ when expected.Contains(agency.Key) => (first, "a child of school age"),
                _ when referrer == agency.Key => (first, "referred"),
                _ => (null, ""),
            };
            if (one is not null)
            {
                found.Add((one, why));
            }
        }

        return found;
    }

    private static bool IsTheirSchool(Case @case, Candidate one) => one is { Agency: Agency.School, IsDeputy: false, IsInbox: false }
        && @case.Children.Any(child => child.Details is { Unborn: false, School.Length: > 0 }
            && string.Equals(child.Details.School, one.Organisation, StringComparison.OrdinalIgnoreCase));

    /// <param name="isSuggested">An allegation against staff may come later than the list; what else a rule asks for is proposed once.
    /// </param>
    private static string? ByRule(Case @case, Candidate one, bool isSuggested) =>
        one.JobTitle == @case.Profile.Roles.DesignatedOfficer.Title && @case.Circumstances?.Has(Features.Staff) == true
            ? "an allegation against somebody who works with children"
            : one.IsDeputy || one.IsInbox || !isSuggested ? null
            : WantedRole.For(@case).FirstOrDefault(rule => rule.Means(one))?.Why;

    private enum Fitting
    {
        /// <summary>A deputy, a duty inbox, or one whose role doesn't fill the agency's place (R7): asked only by hand.</summary>
        Besides,

        /// <summary>Fills it once they say that they have the records and may decide (R124): asked where nobody of the named roles is.
        /// </summary>
        Perhaps,
        Usual,
        OfTheArea,
    }

    private static Fitting Fits(Case @case, Candidate one) =>
        one.IsDeputy || one.IsInbox ? Fitting.Besides
        : !Fills(@case, one) ? @case.Profile.Quorum.AnyHealthWithRecords == true ? Fitting.Perhaps : Fitting.Besides
        : Covers(@case.Circumstances?.Area, one) ? Fitting.OfTheArea
        : Fitting.Usual;

    private static bool Covers(string? area, Candidate one) =>
        area is { Length: > 0 } && one.Area?.Contains(area, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether their role fills their agency's place: of health only some do by themselves.</summary>
    private static bool Fills(Case @case, Candidate one) =>
        one.Agency != Agency.Health || @case.Profile.Quorum.IsHealthRole(one.JobTitle);

    public static bool IsOn(Case @case, Candidate one) =>
        @case.Invited.Any(person => MailAddress.Same(person.Mail, one.Mail) && SameAddress.IsNamed(person, one));

    private static Candidate Suggest(Contact contact) => new(
        contact.Name,
        MailAddress.Visible(contact.Mail),
        Agencies.Read(contact.Agency) ?? Agency.Other,
        contact.Role,
        contact.Organisation,
        Number(contact))
    {
        Area = contact.Area,
        IsDeputy = contact.IsDeputy,
        IsInbox = contact.IsDutyDesk,
        Hours = contact.Hours.Length > 0 ? contact.Hours : null,
    };

    private static Candidate? Holder(Rules.Procedures.RoleHolder holder) => holder.Mail is { } mail
        ? new(holder.Name ?? holder.Title, mail, Agency.Other, holder.Title, "", holder.Phone)
        : null;

    private static string Number(Contact contact) => contact.Phone.Length > 0 ? contact.Phone : contact.Mobile;

    private static string Say(string name, string phone, string hours) => $"{name}: {phone}{(hours.Length > 0 ? $" ({hours})" : "")}";
}

/// <param name="Why">By which rule they are proposed; empty where they are on the list already.</param>
internal sealed record SuggestedPerson(Candidate One, bool Ticked, string Why)
{
    /// <summary>Who is on the list by the same address under another name or agency.</summary>
    public SameAddress? Instead { get; init; }

    /// <summary>What the tick stands for.</summary>
    public string Value => Instead is null ? One.Key : InviteeRule.InsteadKey(Instead);
}

/// <param name="People">In the order they are offered, with whether each is ticked.</param>
/// <param name="More">How many more the directory has than are shown.</param>
/// <param name="IsSuggested">Nobody of them is on the list yet.</param>
internal sealed record SuggestedGroup(Agency Agency, IReadOnlyList<SuggestedPerson> People, int More, bool IsSuggested)
{
    // Five groups of as many stay under the size of a card.
    public const int Most = 6;
}
