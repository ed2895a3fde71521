using StrategyBot.Rules;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Who is asked for a manager's oversight: the managers of the case, and the chair where there is none. Pure.</summary>
internal static class Overseers
{
    public static ValueList<ParticipantId> Of(Case @case) =>
        @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Contains(Role.Manager)).Select(person => person.Id)
            .DefaultIfEmpty(@case.Meeting.Chair).ToValueList();
}
