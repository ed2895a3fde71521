using StrategyBot.Conversations;
using StrategyBot.Graph;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Convening;

/// <summary>Who may convene: the Entra group of conveners (design §6).</summary>
internal sealed class ConvenerGroup(Membership membership, ProcedureProfile profile)
{
    private const string NotNamed = "Convening is for the managers whom your authority named for it, so nothing was saved. "
        + "Ask your team manager, or the administrator of StrategyBot, to convene.";

    /// <summary>Why this person may not convene now; <c>null</c> if they may. Never guessed where Graph can't be asked.</summary>
    public Task<string?> RefusesAsync(Turn turn, CancellationToken cancellationToken) => turn.Patience.AskAsync(
        async token =>
            turn.By.ObjectId.Length > 0 && await membership.IsConvenerAsync(turn.By.ObjectId, token) ? null : NotNamed,
        () => "I can't check just now who may convene, so nothing was saved. Try again in a minute. "
            + $"If a child is not safe, don't wait for me: ring 999, or the {profile.OutOfHours.Title} on {profile.OutOfHours.Phone}.",
        cancellationToken);
}
