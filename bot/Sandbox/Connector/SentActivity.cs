using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Connector;

/// <summary>The body of a call to the connector, read as strictly as Teams reads it.</summary>
internal static class SentActivity
{
    // Facts sheet B6: 100 KB, counted as UTF-16.
    private const int MostCharacters = 100 * 1024 / 2;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Any JSON object within the size; otherwise the refusal.</summary>
    public static async Task<(JsonObject? Body, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (text.Length > MostCharacters)
        {
            return (null, ConnectorResults.TooBig());
        }

        try
        {
            return JsonNode.Parse(text, documentOptions: Strict) is JsonObject body
                ? (body, null)
                : (null, ConnectorResults.BadSyntax("The body is not a JSON object."));
        }
        catch (JsonException)
        {
            return (null, ConnectorResults.BadSyntax("The body is not JSON."));
        }
    }

    /// <summary>Whether it is something that Teams would show.</summary>
    public static bool CanBeShown(JsonObject activity, [NotNullWhen(false)] out IResult? refusal)
    {
        var attachments = activity["attachments"] as JsonArray;
        refusal = Text(activity, "type") switch
        {
            "message" when string.IsNullOrEmpty(Text(activity, "text")) && attachments is not { Count: > 0 } =>
                ConnectorResults.BadSyntax("Activity must include non empty 'text' field or at least 1 attachment."),
            "message" when attachments?.Any(item => item is not JsonObject card || Text(card, "contentType") is null) == true =>
                ConnectorResults.BadSyntax("Attachment without contentType."),
            "message" or "typing" => null,
            _ => ConnectorResults.BadSyntax("Unknown activity type."),
        };
        return refusal is null;
    }

    /// <summary>A string member; <c>null</c> where there is none or it is something else.</summary>
    public static string? Text(JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
