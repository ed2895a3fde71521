using System.Text.Json;

namespace StrategyBot.Protocols.Teams;

/// <summary>The answer to an <c>adaptiveCard/action</c>.</summary>
/// <remarks>"Universal Actions for Adaptive Cards", response format (see <see cref="AdaptiveCardInvokeValue"/>).</remarks>
public sealed record AdaptiveCardInvokeResponse
{
    private AdaptiveCardInvokeResponse(int statusCode, string type, JsonElement value) =>
        (StatusCode, Type, Value) = (statusCode, type, value);

    public int StatusCode { get; }

    public string Type { get; }

    public JsonElement Value { get; }

    /// <summary>Puts <paramref name="card"/> in the card's place, for the person who pressed only.</summary>
    public static AdaptiveCardInvokeResponse Card(JsonElement card) => new(200, Attachment.AdaptiveCardType, card);

    /// <summary>Shows a line of text. Teams takes an empty one for a failure of the app.</summary>
    public static AdaptiveCardInvokeResponse Message(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return new(200, "application/vnd.microsoft.activity.message", JsonSerializer.SerializeToElement(text, TeamsJson.Wire.String));
    }

    /// <param name="statusCode">400 for a bad request, 500 for a fault of the bot.</param>
    /// <param name="code">For machines.</param>
    /// <param name="message">For people.</param>
    public static AdaptiveCardInvokeResponse Error(int statusCode, string code, string message) =>
        new(statusCode, "application/vnd.microsoft.error",
            JsonSerializer.SerializeToElement(new(code, message), TeamsJson.Wire.InvokeError));

    public override string ToString() => $"AdaptiveCardInvokeResponse {StatusCode} {Type}";

    /// <summary>The value of an error body.</summary>
    public sealed record InvokeError(string Code, string Message);
}
