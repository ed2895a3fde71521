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

    [GeneratedRegex("^\"displayName:([^\"]+)\"( AND \"displayName:([^\"]+)\")*$")]
    public static partial Regex ByName();

    [GeneratedRegex("\"displayName:([^\"]+)\"")]
    private static partial Regex Word();

    public static GraphAnswer Users(GraphCall call) => call.Query("$search") is { } search ? Named(call, search) : OfMail(call);

    /// <summary>As Graph searches: each word begins a word of the name, and only with <c>ConsistencyLevel: eventual</c>.</summary>
    private static GraphAnswer Named(GraphCall call, string search)
    {
        if (call.Request.Headers["ConsistencyLevel"] != "eventual")
        {
            throw GraphRefusal.Bad("Request with $search query parameter only works through MSGraph with a special request header: "
                + "'ConsistencyLevel: eventual'");
        }

        var words = Word().Matches(search).Select(match => match.Groups[1].Value).ToList();
        return GraphAnswer.List(SandboxPeople.All.Concat(SandboxPeople.Mailboxes).Concat(SandboxPeople.Colleagues)
            .Where(person => person.InCouncil && words.TrueForAll(word => person.Name.Split(' ', '-')
                .Any(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase))))
            .Select(person => GraphQuery.Cut(OfPerson(person), call.Request.Query)));
    }

    private static JsonObject OfPerson(SandboxPerson person) => new()
    {
        ["id"] = person.AadObjectId,
        ["displayName"] = person.Name,
        ["mail"] = person.Mail,
        ["jobTitle"] = person.Role,
        ["department"] = person.Department,
        ["userType"] = "Member",
        ["accountEnabled"] = true,
    };

    private static GraphAnswer OfMail(GraphCall call)
    {
        var mail = ByMail().Match(call.Query("$filter") ?? throw GraphRefusal.Bad("Users are found by a filter only.")).Groups[1].Value;
        return GraphAnswer.List(SandboxPeople.All.Concat(SandboxPeople.Mailboxes).Concat(SandboxPeople.Colleagues)
            .Where(person => person.InCouncil
                && person.Mail.Equals(mail.Replace("''", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            .Select(person => GraphQuery.Cut(OfPerson(person), call.Request.Query)));
    }

    public static GraphAnswer User(GraphCall call) => GraphAnswer.Ok(GraphQuery.Cut(OfPerson(call.User), call.Request.Query));

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
