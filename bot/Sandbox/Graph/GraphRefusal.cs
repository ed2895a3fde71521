using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>What Graph would refuse, in Graph's shape.</summary>
internal sealed class GraphRefusal(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static GraphRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, "BadRequest", message);

    public static GraphRefusal Missing(string code = "ErrorItemNotFound") =>
        new(StatusCodes.Status404NotFound, code, "The specified object was not found in the store.");

    public static GraphRefusal There(string message) => new(StatusCodes.Status409Conflict, "Conflict", message);

    public JsonObject Body(DateTimeOffset now)
    {
        var request = WorldIds.New();
        return new()
        {
            ["error"] = new JsonObject
            {
                ["code"] = code,
                ["message"] = Message,
                ["innerError"] = new JsonObject
                {
                    ["date"] = now.UtcDateTime.ToString("s", System.Globalization.CultureInfo.InvariantCulture),
                    ["request-id"] = request,
                    ["client-request-id"] = request,
                },
            },
        };
    }
}
