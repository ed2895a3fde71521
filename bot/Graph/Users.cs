using System.Collections.Concurrent;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Graph;

/// <summary>Somebody of our own tenant, with what tells them from another of the same name.</summary>
internal sealed record Colleague(string ObjectId, string Name, string Mail, string JobTitle, string Department);

/// <summary>People and mailboxes of our own tenant by their mail address.</summary>
internal sealed class Users(GraphConnection graph, GraphSettings settings)
{
    // A partner who was once invited into the tenant has an id here too, but can't have the bot.
    private const string Guest = "Guest";

    // So many can be chosen from; for more the name has to be longer.
    private const int MostFound = 20;

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

    /// <summary>The job title of somebody of our own tenant; empty where the directory holds none.</summary>
    public async Task<string> JobTitleAsync(string objectId, CancellationToken cancellationToken = default) =>
        (await graph.Sdk.Users[objectId].GetAsync(request => request.QueryParameters.Select = ["id", "jobTitle"], cancellationToken))
            ?.JobTitle ?? "";

    /// <summary>Members of our own tenant of that name, or of whose name that is a part; none for what holds no word.</summary>
    public async Task<ValueList<Colleague>> FindAsync(string name, CancellationToken cancellationToken = default)
    {
        var words = PersonName.Words(name);
        if (words.Count == 0)
        {
            return [];
        }

        var found = await graph.Sdk.Users.GetAsync(
            request =>
            {
                // Words are found by their beginnings; Graph searches only where it may answer a little late.
                request.Headers.Add("ConsistencyLevel", "eventual");
                request.QueryParameters.Search = string.Join(" AND ", words.Select(word => $"\"displayName:{word}\""));
                request.QueryParameters.Select = ["id", "displayName", "mail", "jobTitle", "department", "userType", "accountEnabled"];
                request.QueryParameters.Top = MostFound;
            },
            cancellationToken);
        return (found?.Value ?? [])
            .Where(user => user is { Id: not null, DisplayName.Length: > 0, UserType: not Guest, AccountEnabled: not false }
                && MailAddress.Read(user.Mail) is not null)
            .Select(user => new Colleague(user.Id!, user.DisplayName!, user.Mail!, user.JobTitle ?? "", user.Department ?? ""))
            .OrderBy(user => user.Name, StringComparer.OrdinalIgnoreCase).ThenBy(user => user.Department, StringComparer.OrdinalIgnoreCase)
            .ThenBy(user => user.Mail, StringComparer.OrdinalIgnoreCase)
            .ToValueList();
    }

    internal async Task<string> OrganiserIdAsync(CancellationToken cancellationToken) =>
        await ObjectIdAsync(settings.OrganiserMailbox, cancellationToken)
        ?? throw new EffectFailedException(EffectFailure.Refused, StatusCodes.Status404NotFound, "OrganiserMailboxNotFound");
}
