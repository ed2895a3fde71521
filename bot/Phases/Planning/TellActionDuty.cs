using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Planning;

/// <summary>An action that was agreed or changed after the plan was agreed is told on its own:
/// a row of the safety plan at once, an action once it has settled.</summary>
internal sealed class TellActionDuty(Reach reach, Words words) : IDuty<ActionId>
{
    public static string Kind => PlanHolder.ByRow;

    public static DateTimeOffset Since => PlanMessage.Since;

    public static IEnumerable<Owed<ActionId>> Owes(Case @case) => @case.Meeting.Plan is { AgreedAt: not null } plan
        ? plan.Open.Where(action => action.Changed > plan.AgreedVersion && @case.Find(action.Fact.Owner) is not null)
            .Select(action => new Owed<ActionId>($"{Of(@case, action.Id)}{action.Changed}", PlanMessage.TellAt(action), action.Id)
            {
                To = action.Fact.Owner,
            })
        : [];

    /// <summary>How the keys of one action begin.</summary>
    public static string Of(Case @case, ActionId action) => $"{Kind}/{@case.Meeting.Id.Value}/{action.Value}/";

    public Task<Performed> PerformAsync(Case @case, Owed<ActionId> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var owner = @case.Find(owed.To!.Value)!;
        var action = @case.Meeting.Plan.Actions.First(action => action.Id == owed.About);
        var title = action.ChangedAt == action.At ? "This was added to the plan, and is yours:" : "This was changed. It now says:";
        return reach.TellAsync(@case, owner, owed, attempt,
            PlanMessage.Notify(PlanMessage.Card(@case, owner, title, [action], words), action), cancellationToken);
    }
}
