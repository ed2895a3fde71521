using StrategyBot.Protocols.Teams;

namespace StrategyBot.Conversations;

/// <summary>Lets an activity in: signed by the channel for this bot and this tenant, or, in the sandbox, from
/// loopback for loopback.</summary>
/// <param name="settings">Which bot this is.</param>
/// <param name="validator"><c>null</c> in the sandbox only.</param>
internal sealed class TeamsGate(TeamsSettings settings, ChannelTokenValidator? validator)
{
    /// <returns>The HTTP status to refuse with, or <c>null</c>.</returns>
    internal async Task<int?> RefusesAsync(string? authorization, Activity activity, Patience patience, CancellationToken cancellationToken)
    {
        if (validator is null)
        {
            return settings.IsSandbox && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var url) && url.IsLoopback
                ? null
                : StatusCodes.Status403Forbidden;
        }

        // Its keys may have to be fetched first; who comes meanwhile doesn't wait longer than for anything else.
        return await patience.AskAsync<int?>(
            async token => await validator.ValidateAsync(authorization, activity, token) is { IsAccepted: false, Status: var status }
                ? status
                : null,
            () => StatusCodes.Status401Unauthorized, cancellationToken);
    }
}
