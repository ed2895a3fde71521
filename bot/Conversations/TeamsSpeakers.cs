using StrategyBot.Protocols.Teams;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Conversations;

/// <summary>Says who sent an activity: the roster vouches for a person's tenant and ids, and the tenant for their address.</summary>
internal sealed class TeamsSpeakers(
    TeamsConversations conversations, Vouching vouching, WallClock wall, ILogger<TeamsSpeakers> logger)
{
    /// <returns><c>null</c> where nobody can say it; nothing is done for them then.</returns>
    public async Task<Speaker?> OfAsync(Activity activity, Address at, Patience patience, CancellationToken cancellationToken)
    {
        var from = activity.From;
        var told = new Speaker(activity.HostTenantId ?? "", from?.AadObjectId ?? "", from?.Id ?? "", from?.Name ?? "", null);
        if (activity.Type is not (ActivityTypes.Invoke or ActivityTypes.Message))
        {
            return told;
        }

        if (!TeamsIds.Leads(from?.Id))
        {
            return null;
        }

        try
        {
            var member = await conversations.MemberAsync(at, from!.Id!, wall.Time.GetUtcNow(), patience, cancellationToken);
            return await vouching.ForAsync(member, patience, cancellationToken);
        }
        catch (Exception failure) when (failure is EffectFailedException or TimeoutException)
        {
            logger.RosterFailed(LoggedId.Of(activity.Id), (failure as EffectFailedException)?.Status ?? 0);
            // Only people of the host's own tenant have a chat of their own with the bot: there the object id is enough.
            return TeamsIds.IsPersonal(activity) ? told : null;
        }
    }
}
