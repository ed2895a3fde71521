using System.Collections.Concurrent;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>People and mailboxes of our own tenant by their mail address.</summary>
internal sealed class Users(GraphConnection graph, GraphSettings settings)
{
    // A partner who was once invited into the tenant has an id here too, but can't have the bot.
    private const string Guest = "Guest";

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

        var quoted = mail.Replace("'", "''", StringComparison.Ordinal);
        var found = await graph.Sdk.Users.GetAsync(
            request =>
            {
                // In the query, not in the path: traces of HTTP calls keep paths.
                request.QueryParameters.Filter = $"mail eq '{quoted}' or userPrincipalName eq '{quoted}'";
                request.QueryParameters.Select = ["id", "userType"];
            },
            cancellationToken);
        return (found?.Value ?? []).Find(user => user is { Id: not null, UserType: not Guest }) is { Id: { } objectId }
            ? known[mail] = objectId
            : null;
    }

    internal async Task<string> OrganiserIdAsync(CancellationToken cancellationToken) =>
        await ObjectIdAsync(settings.OrganiserMailbox, cancellationToken)
        ?? throw new EffectFailedException(EffectFailure.Refused, StatusCodes.Status404NotFound, "OrganiserMailboxNotFound");
}
