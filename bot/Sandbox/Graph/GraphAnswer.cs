using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Graph;

/// <summary>What Graph answers: a status and, mostly, an object.</summary>
internal sealed record GraphAnswer(int Status, JsonObject? Body = null)
{
    public static GraphAnswer Ok(JsonObject body) => new(StatusCodes.Status200OK, body);

    public static GraphAnswer Created(JsonObject body) => new(StatusCodes.Status201Created, body);

    public static GraphAnswer Accepted { get; } = new(StatusCodes.Status202Accepted);

    public static GraphAnswer NoContent { get; } = new(StatusCodes.Status204NoContent);

    public static GraphAnswer List(IEnumerable<JsonObject> value, string? nextLink = null)
    {
        var body = new JsonObject { ["value"] = new JsonArray([.. value.Select(one => one.DeepClone())]) };
        if (nextLink is not null)
        {
            body["@odata.nextLink"] = nextLink;
        }

        return Ok(body);
    }
}
