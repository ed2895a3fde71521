using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases;

/// <summary>Puts on the case whom a step needs, as the procedure names them. Pure.</summary>
internal static class PutOn
{
    /// <returns>Nothing where somebody holds the role already, or the procedure gives no address.</returns>
    public static IEnumerable<Fact> For(Case @case, Role role, RoleHolder holder)
    {
        if (@case.Participants.Any(person => !person.IsTakenOff && person.Roles.Contains(role)) || holder.Mail is not { Length: > 0 } mail)
        {
            return [];
        }

        return [Added(@case, role, holder.Name ?? holder.Title, holder.Title, mail, holder.Phone ?? "")];
    }

    /// <summary>Whoever has the address already gets the role besides.</summary>
    public static ParticipantAdded Added(Case @case, Role role, string name, string title, string mail, string phone)
    {
        var known = @case.Participants.FirstOrDefault(person => !person.IsTakenOff && Rules.MailAddress.Same(person.Mail, mail));
        return Deputies.InOwnRight(@case, new(known is null
            ? new(@case.NextPerson(), name, Agency.SocialCare, title, "", mail, phone, [role])
            : known with { Roles = [.. known.Roles.Append(role).Distinct()] })
        {
            Meeting = @case.Meeting.Id,
        }, role);
    }

    /// <summary>Whoever comes on a case by a group that they are in (P17); whoever is on it already keeps what they are.</summary>
    public static IEnumerable<Fact> ByGroup(Case @case, Asker asker, params IReadOnlyList<Role> roles)
    {
        var known = asker.On(@case) ?? (@case.Find(asker.Id) is { IsTakenOff: false } on ? on : null);
        var more = roles.Where(role => known?.Roles.Contains(role) != true).ToList();
        return more.Count == 0 ? []
            :
            [
                Deputies.InOwnRight(@case, new(known is null
                    ? new(@case.NextPerson(), asker.Name, Agency.SocialCare, Title(more[0]), "", asker.Mail ?? "", "", [.. more], asker.Id,
                        ChannelId: asker.ChannelId)
                    : known with { Roles = [.. known.Roles, .. more] })
                {
                    Meeting = @case.Meeting.Id,
                }, more),
            ];
    }

    private static string Title(Role role) => role switch
    {
        Role.Auditor => "Auditor",
        Role.BusinessSupport => "Business support",
        Role.ConferenceService => "Conference service",
        Role.InformationGovernance => "Information governance",
        Role.Legal => "For a court",
        _ => throw new System.Diagnostics.UnreachableException($"No group gives {role}."),
    };

    public static IEnumerable<Fact> ConferenceService(Case @case, string area) => For(@case, Role.ConferenceService,
        Team(@case, area) is { } team
            ? @case.Profile.Roles.ConferenceService with
            {
                Name = team.Team,
                Mail = team.Mail ?? @case.Profile.Roles.ConferenceService.Mail,
            }
            : @case.Profile.Roles.ConferenceService);

    public static IEnumerable<Fact> AreaManager(Case @case, string area) =>
        For(@case, Role.AreaManager, Team(@case, area)?.Manager ?? @case.Profile.Roles.AreaManager);

    public static IEnumerable<Fact> OperationsManager(Case @case) =>
        For(@case, Role.OperationsManager, @case.Profile.Roles.OperationsManager);

    /// <summary>Both, each under a number of their own.</summary>
    public static IReadOnlyList<Fact> Managers(Case @case, string area)
    {
        IReadOnlyList<Fact> first = [.. AreaManager(@case, area)];
        var with = first.OfType<ParticipantAdded>().Select(added => added.Participant).Aggregate(@case, (on, person) => on with
        {
            Participants = on.Find(person.Id) is { } known ? on.Participants.Replace(known, person) : on.Participants.Add(person),
        });
        return [.. first, .. OperationsManager(with)];
    }

    private static ProcedureProfile.AreaTeam? Team(Case @case, string area) =>
        @case.Profile.ConferenceTeams.FirstOrDefault(team => team.Area == area);
}
