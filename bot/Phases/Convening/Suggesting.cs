using StrategyBot.Cases;
using StrategyBot.Graph;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Convening;

/// <summary>Whom to suggest for a case, by agency (R7–R10, R23). Pure.</summary>
internal static class Suggesting
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
    public static IEnumerable<TypedInvitee> Everybody(Case @case, IReadOnlyList<Contact> contacts) =>
        contacts.Where(contact => MailAddress.Read(contact.Mail) is not null).Select(Suggest).Append(DesignatedOfficer(@case)).OfType<TypedInvitee>();

    /// <summary>Where each agency is rung: its desks in the directory, else the procedure's own (P12).</summary>
    public static IReadOnlyList<(Agency Agency, string Text)> Desks(Case @case, IReadOnlyList<Contact> contacts)
    {
        var told = contacts.Where(contact => contact.IsDutyDesk && contact.Phone.Length + contact.Mobile.Length > 0)
            .Select(desk => (Agencies.Read(desk.Agency) ?? Agency.Other, Text: Say(desk.Name, Number(desk), desk.Hours))).ToList();
        return [.. told, .. @case.Profile.DutyDesks.Select(desk => (Agencies.Read(desk.Agency) ?? Agency.Other, Say(desk.Name, desk.Phone, desk.Hours))).Where(desk => told.All(other => other.Item1 != desk.Item1))];
    }

    private static SuggestedGroup Group(Case @case, Agency agency, IEnumerable<TypedInvitee> people)
    {
        var ordered = people.OrderByDescending(one => IsOn(@case, one)).ThenByDescending(one => Fits(@case, one)).ToList();
        var first = ordered.FirstOrDefault(one => Fits(@case, one) >= Fitting.Usual);
        var asked = Quorum.Core(@case).Contains(agency) || @case.Circumstances?.Referrer == agency;
        bool Ticked(TypedInvitee one) => IsOn(@case, one)
            || (!ordered.Any(other => IsOn(@case, other)) && !@case.Meeting.IsConvened && asked && one == first)
            || (one.JobTitle == @case.Profile.Roles.DesignatedOfficer.Title && !@case.Meeting.IsConvened && @case.Circumstances?.Has(Features.Staff) == true);
        return new(agency, [.. ordered.Take(SuggestedGroup.Most).Select(one => (one, Ticked(one)))], Math.Max(0, ordered.Count - SuggestedGroup.Most));
    }

    private enum Fitting
    {
        /// <summary>A deputy, a duty inbox, or one whose role doesn't fill the agency's place (R7): asked only by hand.</summary>
        Besides,
        Usual,
        OfTheArea,
    }

    private static Fitting Fits(Case @case, TypedInvitee one) =>
        one.IsDeputy || one.IsInbox || (one.Agency == Agency.Health && !@case.Profile.Quorum.OtherHealthCounts
            && !@case.Profile.Quorum.HealthRoles.Any(role => one.JobTitle?.Contains(role, StringComparison.OrdinalIgnoreCase) == true)) ? Fitting.Besides
        : @case.Circumstances?.Area is { Length: > 0 } area && one.Area?.Contains(area, StringComparison.OrdinalIgnoreCase) == true ? Fitting.OfTheArea
        : Fitting.Usual;

    private static bool IsOn(Case @case, TypedInvitee one) => @case.Invited.Any(person => MailAddress.Same(person.Mail, one.Mail));

    private static TypedInvitee Suggest(Contact contact) =>
        new(contact.Name, MailAddress.Visible(contact.Mail), Agencies.Read(contact.Agency) ?? Agency.Other, contact.Role, contact.Organisation, Number(contact)) { Area = contact.Area, IsDeputy = contact.IsDeputy, IsInbox = contact.IsDutyDesk };

    private static TypedInvitee? DesignatedOfficer(Case @case) => @case.Profile.Roles.DesignatedOfficer is { Mail: { } mail } officer
        ? new(officer.Name ?? officer.Title, mail, Agency.Other, officer.Title, "", officer.Phone)
        : null;

    private static string Number(Contact contact) => contact.Phone.Length > 0 ? contact.Phone : contact.Mobile;

    private static string Say(string name, string phone, string hours) => $"{name}: {phone}{(hours.Length > 0 ? $" ({hours})" : "")}";
}

/// <param name="People">In the order they are offered, with whether each is ticked.</param>
/// <param name="More">How many more the directory has than are shown.</param>
internal sealed record SuggestedGroup(Agency Agency, IReadOnlyList<(TypedInvitee One, bool Ticked)> People, int More)
{
    // Five groups of as many stay under the size of a card.
    public const int Most = 6;
}
