using System.Text.Json;

namespace StrategyBot.Protocols.Teams;

/// <summary>The answer to an invoke: an HTTP status and a JSON body.</summary>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Body"><c>null</c> where none is written.</param>
public sealed record InvokeResponse(int Status, JsonElement? Body)
{
    /// <summary>Done, with nothing to show; it closes a dialog.</summary>
    public static InvokeResponse Empty { get; } = new(200, null);

    /// <summary>This bot doesn't answer such an invoke. Not 501: no fault of the server's, and nothing to send again.</summary>
    public static InvokeResponse Unknown { get; } = new(404, null);

    /// <summary>A service that it needs failed. A dialog stays open with everything typed in it, and nothing is sent again by
    /// itself.</summary>
    public static InvokeResponse OutsideFailed { get; } = new(424, null);

    /// <summary>A fault of the bot's own, not of what was sent.</summary>
    public static InvokeResponse Broken { get; } = new(500, null);

    /// <summary>Always HTTP 200: the outcome stands in the body, and any other status shows people a failure of the app.</summary>
    public static InvokeResponse Of(AdaptiveCardInvokeResponse response) =>
        new(200, JsonSerializer.SerializeToElement(response, TeamsJson.Wire.AdaptiveCardInvokeResponse));

    public static InvokeResponse Of(TaskModuleResponse response) =>
        new(200, JsonSerializer.SerializeToElement(response, TeamsJson.Wire.TaskModuleResponse));

    /// <summary>The status only: the body is what one person may see.</summary>
    public override string ToString() => $"InvokeResponse {Status}";
}
