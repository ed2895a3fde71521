using System.Collections.Concurrent;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>People and mailboxes of our own tenant by their mail address.</summary>
public sealed class Users(GraphConnection graph, GraphSettings settings)
{
    // An object id never changes; a person who left is found out by the call that uses it.
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The Entra object id behind a mail address (or an id); <c>null</c> for somebody of another tenant.</summary>
    public async Task<string?> ObjectIdAsync(string mail, CancellationToken cancellationToken = default)
    {
        if (Guid.TryParse(mail, out _))
        {
            return mail;
        }

        if (known.TryGetValue(mail, out var id))
        {
            return id;
        }

        try
        {
            var user = await graph.Sdk.Users[mail].GetAsync(request => request.QueryParameters.Select = ["id"], cancellationToken);
            return known[mail] = user!.Id!;
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    internal async Task<string> OrganiserIdAsync(CancellationToken cancellationToken) =>
        await ObjectIdAsync(settings.OrganiserMailbox, cancellationToken)
        ?? throw new EffectFailedException(EffectFailure.Refused, StatusCodes.Status404NotFound, "OrganiserMailboxNotFound");
}
