using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Which recipients Exchange takes: one that it doesn't costs all the others the call.</summary>
internal static partial class GraphAddresses
{
    public static void Check(JsonArray people)
    {
        if (people.Any(one => !Address().IsMatch((string?)one?["emailAddress"]?["address"] ?? "")))
        {
            throw new GraphRefusal(StatusCodes.Status400BadRequest, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
        }
    }

    // Exchange's own names (/o=ExchangeLabs/…) are taken too.
    [GeneratedRegex(@"^(/o=.+|[!-?A-~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)$")]
    private static partial Regex Address();
}
