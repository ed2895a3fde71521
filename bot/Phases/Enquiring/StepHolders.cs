using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Whose step is whose (P17): those on the case with its role, else whoever stands in for them. Pure.</summary>
internal static class StepHolders
{
    public static IReadOnlyList<Participant> Of(Case @case, PipelineStep step)
    {
        var held = step.Who.SelectMany(role => WithRole(@case, role)).DistinctBy(person => person.Id).ToList();
        return held.Count > 0 ? held : [@case.Chair];
    }

    /// <summary>Its holders; for what a service does also whoever fills the form, as they may have heard of it.</summary>
    public static bool MayDo(Case @case, Participant me, PipelineStep step) => step.Id == Pipeline.Authorised
        ? me.May(Capability.Decide)
        : Of(@case, step).Any(person => person.Id == me.Id) || me.May(Capability.FillForm) || me.May(Capability.Decide);

    /// <summary>Their names.</summary>
    public static string Say(Case @case, PipelineStep step) => string.Join(", ", Of(@case, step).Select(person => person.Name));

    private static IEnumerable<Participant> WithRole(Case @case, string role)
    {
        var people = @case.Participants.Where(person => !person.IsTakenOff).ToList();
        IEnumerable<Participant> With(Role held) => people.Where(person => person.Roles.Contains(held));
        return role switch
        {
            PipelineStep.SocialWorker => With(Role.SocialWorker),
            PipelineStep.TeamManager => [@case.Chair],
            PipelineStep.BusinessSupport => With(Role.BusinessSupport),
            // Where the service has no address it is business support's (R101).
            PipelineStep.ConferenceService => With(
                people.Exists(person => person.Roles.Contains(Role.ConferenceService)) ? Role.ConferenceService : Role.BusinessSupport),
            PipelineStep.ConferenceChair => With(Role.ConferenceChair),
            PipelineStep.AreaManager => With(Role.AreaManager),
            PipelineStep.OperationsManager => With(Role.OperationsManager),
            _ => [],
        };
    }
}

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
        return new(known is null
            ? new(@case.NextPerson(), name, Agency.SocialCare, title, "", mail, phone, [role])
            : known with { Roles = [.. known.Roles.Append(role).Distinct()] })
        {
            Meeting = @case.Meeting.Id,
        };
    }

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

    private static ProcedureProfile.AreaTeam? Team(Case @case, string area) =>
        @case.Profile.ConferenceTeams.FirstOrDefault(team => team.Area == area);
}
