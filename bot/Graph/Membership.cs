using System.Collections.Concurrent;
using Microsoft.Graph.Users.Item.CheckMemberGroups;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>Who is in an Entra group, nested groups included. An answer is kept for a quarter of an hour (design §6).</summary>
/// <remarks>Kept by the wall clock, never the case clock: a sandbox that skips a day must not keep asking, nor one that stands
/// still trust for ever.</remarks>
internal sealed class Membership(GraphConnection graph, GraphSettings settings, WallClock wall)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<(string User, string Group), (bool IsMember, DateTimeOffset Until)> kept = new();

    public Task<bool> IsConvenerAsync(string userObjectId, CancellationToken cancellationToken = default) =>
        IsMemberAsync(userObjectId, settings.ConvenersGroup, cancellationToken);

    public Task<bool> IsAdministratorAsync(string userObjectId, CancellationToken cancellationToken = default) =>
        IsMemberAsync(userObjectId, settings.AdministratorsGroup, cancellationToken);

    /// <summary>Whether somebody is in the group of a role (P17); nobody is where no such group is named.</summary>
    public async Task<bool> IsAsync(Role role, string userObjectId, CancellationToken cancellationToken = default) =>
        settings.GroupOf(role) is { } group && await IsMemberAsync(userObjectId, group, cancellationToken);

    /// <summary>Somebody our tenant doesn't know is no member. When Graph can't be asked, this fails rather than guesses.</summary>
    public async Task<bool> IsMemberAsync(string userObjectId, string groupId, CancellationToken cancellationToken = default)
    {
        var key = (userObjectId.ToUpperInvariant(), groupId.ToUpperInvariant());
        var now = wall.Time.GetUtcNow();
        if (kept.TryGetValue(key, out var answer) && now < answer.Until)
        {
            return answer.IsMember;
        }

        var isMember = await AskAsync(userObjectId, groupId, cancellationToken);
        kept[key] = (isMember, now + KeptFor);
        return isMember;
    }

    /// <summary>Looks whether there is such a group.</summary>
    /// <exception cref="EffectFailedException">With 404 where there is none.</exception>
    public Task FindGroupAsync(string groupId, CancellationToken cancellationToken = default) =>
        graph.Sdk.Groups[groupId].GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken);

    private async Task<bool> AskAsync(string userObjectId, string groupId, CancellationToken cancellationToken)
    {
        try
        {
            var groups = await graph.Sdk.Users[userObjectId].CheckMemberGroups.PostAsCheckMemberGroupsPostResponseAsync(
                new CheckMemberGroupsPostRequestBody { GroupIds = [groupId] },
                request => request.Options.Add(MayRepeat.Question),
                cancellationToken);
            return (groups?.Value ?? []).Contains(groupId, StringComparer.OrdinalIgnoreCase);
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return false;
        }
    }
}
