using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>Whoever was told of an action hears that it was withdrawn.</summary>
internal sealed class TellWithdrawnDuty(Reach reach) : IDuty<ActionId>
{
    public static string Kind => "planning/tell-withdrawn";

    public static DateTimeOffset Since => PlanMessage.Since;

    public static IEnumerable<Owed<ActionId>> Owes(Case @case) => @case.Meeting.Plan is { AgreedAt: not null } plan
        ? plan.Actions.Where(
            action => action.IsWithdrawn && action.Changed > plan.AgreedVersion && @case.Find(action.Fact.Owner) is not null
                && WasTold(@case, plan, action))
            .Select(action => new Owed<ActionId>($"{Kind}/{@case.Meeting.Id.Value}/{action.Id.Value}/{action.Changed}",
                PlanMessage.TellAt(action), action.Id)
            { To = action.Fact.Owner })
        : [];

    public Task<Performed> PerformAsync(Case @case, Owed<ActionId> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var owner = @case.Find(owed.To!.Value)!;
        var action = @case.Meeting.Plan.Actions.First(action => action.Id == owed.About);
        var card = FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("This was withdrawn from the plan. You need not do it:"),
            new PlainText(action.Fact.Audience.Admits(owner.Agency) ? action.Fact.What : "One that is marked for others. Ask the chair."),
        ]);
        return reach.TellAsync(@case, owner, owed, attempt, new(card, "Something changed for you; open your part."), cancellationToken);
    }

    /// <summary>Begun counts: nobody may know how it ended.</summary>
    private static bool WasTold(Case @case, Plan plan, PlannedAction action) =>
        (action.At <= plan.AgreedAt && (@case.Effects.ContainsKey(TellOwnerDuty.Key(@case, action.Fact.Owner))
            || (AgreedMessage.IsOne(@case) && TellHolderDuty.IsTold(@case, action.Fact.Owner))))
        || @case.Effects.Keys.Any(key => key.StartsWith(TellActionDuty.Of(@case, action.Id), StringComparison.Ordinal));
}
