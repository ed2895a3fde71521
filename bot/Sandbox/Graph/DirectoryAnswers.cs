using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>People, groups and Outlook contacts.</summary>
internal sealed partial class DirectoryAnswers(WorldStore store)
{
    // Graph's own default.
    private const int DefaultPage = 10;

    [GeneratedRegex("^mail eq '((?:[^']|'')+)' or userPrincipalName eq '\\1'$")]
    public static partial Regex ByMail();

    public static GraphAnswer Users(GraphCall call)
    {
        var mail = ByMail().Match(call.Query("$filter") ?? throw GraphRefusal.Bad("Users are found by a filter only.")).Groups[1].Value;
        return GraphAnswer.List(SandboxPeople.All.Concat(SandboxPeople.Mailboxes)
            .Where(person => person.InCouncil
                && person.Mail.Equals(mail.Replace("''", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            .Select(person => GraphQuery.Cut(
                new JsonObject
                {
                    ["id"] = person.AadObjectId,
                    ["displayName"] = person.Name,
                    ["mail"] = person.Mail,
                    ["userType"] = "Member",
                },
                call.Request.Query)));
    }

    public static GraphAnswer CheckMemberGroups(GraphCall call)
    {
        var user = call.User;
        var asked = (call.Body["groupIds"] as JsonArray ?? []).Select(id => (string?)id ?? "");
        var groups = asked.Where(id => SandboxPeople.Groups.TryGetValue(id, out var members) && members.Contains(user));
        return GraphAnswer.Ok(new JsonObject { ["value"] = new JsonArray([.. groups.Select(id => (JsonNode)id)]) });
    }

    public static GraphAnswer Group(GraphCall call) => SandboxPeople.Groups.ContainsKey(call["group"])
        ? GraphAnswer.Ok(new JsonObject { ["id"] = call["group"] })
        : throw GraphRefusal.Missing("Request_ResourceNotFound");

    /// <summary>Each tenant of the world has one domain, its primary one.</summary>
    public static GraphAnswer TenantOfDomain(GraphCall call)
    {
        var domain = call["domain"];
        return SandboxPeople.All.FirstOrDefault(person => person.Mail.EndsWith($"@{domain}", StringComparison.OrdinalIgnoreCase))
            is { } somebody
            ? GraphAnswer.Ok(new JsonObject
            {
                ["tenantId"] = somebody.TenantId,
                ["displayName"] = domain,
                ["defaultDomainName"] = domain,
            })
            : throw GraphRefusal.Missing("Request_ResourceNotFound");
    }

    public GraphAnswer Contacts(GraphCall call)
    {
        int Number(string name, int otherwise) =>
            int.TryParse(call.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : otherwise;

        var (skip, top) = (Number("$skip", 0), Number("$top", DefaultPage));
        var all = store.All<JsonObject>(Kinds.Contact, owner: call.User.AadObjectId);
        var page = all.Skip(skip).Take(top).Select(contact => GraphQuery.Cut(contact, call.Request.Query));
        return GraphAnswer.List(page, skip + top < all.Count ? NextLink(call.Request, skip + top) : null);
    }

    private static string NextLink(HttpRequest request, int skip)
    {
        var kept = request.Query.Where(option => option.Key != "$skip")
            .Select(option => KeyValuePair.Create(option.Key, (string?)option.Value.ToString()));
        var query = QueryString.Create(kept).Add("$skip", skip.ToString(CultureInfo.InvariantCulture));
        return $"{request.Scheme}://{request.Host}{request.Path}{query}";
    }
}
