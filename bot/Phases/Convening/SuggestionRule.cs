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

    /// <summary>Everybody who can be ticked: the directory's people, and the procedure's designated officer.</summary>
    public static IEnumerable<Candidate> Everybody(Case @case, IReadOnlyList<Contact> contacts) =>
        contacts.Where(contact => MailAddress.Read(contact.Mail) is not null).Select(Suggest)
            .Append(DesignatedOfficer(@case)).OfType<Candidate>();

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
        var ordered = people.OrderByDescending(one => IsOn(@case, one)).ThenByDescending(one => Fits(@case, one)).ToList();
        var first = ordered.FirstOrDefault(one => Fits(@case, one) >= Fitting.Usual);
        var asked = Quorum.Core(@case).Contains(agency) || @case.Circumstances?.Referrer == agency;
        // Once a list was saved, whoever is not on it was left out by somebody.
        var isSuggested = @case.Invited.All(person => person.Id == @case.Meeting.Chair || person.Roles.Contains(Role.SocialWorker));
        bool Ticked(Candidate one) => IsOn(@case, one)
            || (isSuggested && !@case.Meeting.IsConvened && asked && one == first)
            || (one.JobTitle == @case.Profile.Roles.DesignatedOfficer.Title && !@case.Meeting.IsConvened
                && @case.Circumstances?.Has(Features.Staff) == true);
        var shown = ordered.Take(SuggestedGroup.Most).Select(one => (one, Ticked(one)));
        return new(agency, [.. shown], Math.Max(0, ordered.Count - SuggestedGroup.Most), isSuggested);
    }

    private enum Fitting
    {
        /// <summary>A deputy, a duty inbox, or one whose role doesn't fill the agency's place (R7): asked only by hand.</summary>
        Besides,
        Usual,
        OfTheArea,
    }

    private static Fitting Fits(Case @case, Candidate one) =>
        one.IsDeputy || one.IsInbox || !Fills(@case, one) ? Fitting.Besides
        : Covers(@case.Circumstances?.Area, one) ? Fitting.OfTheArea
        : Fitting.Usual;

    private static bool Covers(string? area, Candidate one) =>
        area is { Length: > 0 } && one.Area?.Contains(area, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Whether their role fills their agency's place: of health only some do.</summary>
    private static bool Fills(Case @case, Candidate one) => one.Agency != Agency.Health || @case.Profile.Quorum.OtherHealthCounts
        || @case.Profile.Quorum.HealthRoles.Any(role => one.JobTitle?.Contains(role, StringComparison.OrdinalIgnoreCase) == true);

    private static bool IsOn(Case @case, Candidate one) => @case.Invited.Any(person => MailAddress.Same(person.Mail, one.Mail));

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
    };

    private static Candidate? DesignatedOfficer(Case @case) => @case.Profile.Roles.DesignatedOfficer is { Mail: { } mail } officer
        ? new(officer.Name ?? officer.Title, mail, Agency.Other, officer.Title, "", officer.Phone)
        : null;

    private static string Number(Contact contact) => contact.Phone.Length > 0 ? contact.Phone : contact.Mobile;

    private static string Say(string name, string phone, string hours) => $"{name}: {phone}{(hours.Length > 0 ? $" ({hours})" : "")}";
}

/// <param name="People">In the order they are offered, with whether each is ticked.</param>
/// <param name="More">How many more the directory has than are shown.</param>
/// <param name="IsSuggested">Nobody of them is on the list yet.</param>
internal sealed record SuggestedGroup(Agency Agency, IReadOnlyList<(Candidate One, bool Ticked)> People, int More, bool IsSuggested)
{
    // Five groups of as many stay under the size of a card.
    public const int Most = 6;
}
