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
