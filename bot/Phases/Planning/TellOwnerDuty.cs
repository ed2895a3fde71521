using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Each owner gets their own actions the moment the immediate plan is agreed (R90).</summary>
internal sealed class TellOwnerDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "planning/tell-owner";

    public static DateTimeOffset Since => PlanMessage.Since;

    /// <summary>Whoever holds a child hears of theirs with the outcome.</summary>
    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Plan is { AgreedAt: { } at } plan
        ? plan.Open.Where(action => action.Changed <= plan.AgreedVersion).Select(action => action.Fact.Owner).Distinct()
            .Where(owner => @case.Find(owner) is not null && !(AgreedMessage.IsOne(@case) && TellHolderDuty.Tells(@case, owner)))
            .Select(owner => new Owed(Key(@case, owner), at) { To = owner })
        : [];

    public static string Key(Case @case, ParticipantId owner) => $"{Kind}/{@case.Meeting.Id.Value}/{owner.Value}";

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            AgreedMessage.For(@case, @case.Find(owed.To.Value)!, words), cancellationToken);
}
