using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.Graph;

/// <summary>One request to Graph, its route known, its query and body checked.</summary>
internal sealed record GraphCall(HttpRequest Request, JsonObject Body)
{
    public string this[string name] => (string)Request.RouteValues[name]!;

    /// <summary>Somebody of the council's tenant, by mail address or object id; Graph knows nobody else.</summary>
    public SandboxPerson User => SandboxPeople.Find(this["user"]) is { InCouncil: true } person && this["user"] != person.Id
        ? person
        : throw GraphRefusal.Missing("Request_ResourceNotFound");

    /// <summary>The same where Graph takes no mail address from an app without a user (facts G3).</summary>
    public SandboxPerson UserById => User.AadObjectId.Equals(this["user"], StringComparison.OrdinalIgnoreCase)
        ? User
        : throw new GraphRefusal(StatusCodes.Status404NotFound, "NotFound", "The user must be named by object id.");

    public string? Query(string name) => Request.Query[name] is [{ } only] ? only : null;

    public bool Prefers(string what) =>
        Request.Headers["Prefer"].Any(value => value?.Contains(what, StringComparison.OrdinalIgnoreCase) == true);
}
