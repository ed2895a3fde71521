using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Each owner gets their own actions the moment the immediate plan is agreed (R90).</summary>
internal sealed class TellOwnerDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "planning/tell-owner";

    public static DateTimeOffset Since => PlanMessage.Since;

    public static IEnumerable<Owed> Owes(Case @case) => @case.Meeting.Plan is { AgreedAt: { } at } plan
        ? AsAgreed(plan).Select(action => action.Fact.Owner).Distinct().Where(owner => @case.Find(owner) is not null)
            .Select(owner => new Owed(Key(@case, owner), at) { To = owner })
        : [];

    public static string Key(Case @case, ParticipantId owner) => $"{Kind}/{@case.Meeting.Id.Value}/{owner.Value}";

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var owner = @case.Find(owed.To!.Value)!;
        var actions = AsAgreed(@case.Meeting.Plan).Where(action => action.Fact.Owner == owner.Id).ToList();
        var title = actions.Count == 1 ? "The plan is agreed. This is yours:" : "The plan is agreed. These are yours:";
        var card = PlanMessage.Card(@case, owner, title, actions, words);
        return reach.TellAsync(@case, owner, owed, attempt, PlanMessage.Notify(card), cancellationToken);
    }

    /// <summary>As they stood when the plan was agreed; what was changed since is told on its own.</summary>
    private static IEnumerable<PlannedAction> AsAgreed(Plan plan) => plan.Open.Where(action => action.Changed <= plan.AgreedVersion);
}
