using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;

namespace StrategyBot.Protocols.Tables;

/// <summary>Reads what the service says when it refuses.</summary>
/// <remarks>
/// learn.microsoft.com/rest/api/storageservices/status-and-error-codes2: JSON from the Table service, XML from what stands before it (authorisation).
/// Azure's text may quote what was sent, so that only its code goes into the exception, with the request id that Microsoft's support asks for.
/// </remarks>
internal sealed record TableFailure(string? Code, string? Text)
{
    public static RequestFailedException Of(Response response)
    {
        var code = Read(response.Content.ToString()).Code ?? (response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : null);
        return new RequestFailedException(response.Status, Sentence(response.Status, code, response), code, null);
    }

    /// <param name="outer">The transaction's own answer.</param>
    /// <param name="part">The one part that stands in it when it was refused.</param>
    public static TableTransactionFailedException Of(Response outer, Response part)
    {
        var failure = Read(part.Content.ToString());
        return new TableTransactionFailedException(part.Status, Sentence(part.Status, failure.Code, outer), failure.Code, failure.Index());
    }

    public static TableFailure Read(string body)
    {
        try
        {
            return body.AsSpan().TrimStart().StartsWith("<") ? ReadXml(body) : ReadJson(body);
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            // A proxy's page, or nothing at all: the status must do.
            return new TableFailure(null, null);
        }
    }

    private static TableFailure ReadJson(string body)
    {
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("odata.error", out var error)
            ? new TableFailure(TextOf(error, "code"), error.TryGetProperty("message", out var message) ? TextOf(message, "value") : null)
            : new TableFailure(null, null);
    }

    private static TableFailure ReadXml(string body)
    {
        var error = XDocument.Parse(body).Root;
        return new TableFailure(Child(error, "code"), Child(error, "message"));
    }

    // "2:The specified entity already exists.": the number before the colon counts the transaction's actions from 0.
    private int? Index() =>
        int.TryParse(Text?.Split(':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static string? TextOf(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Child(XElement? error, string name) =>
        error?.Elements().FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;

    private static string Sentence(int status, string? code, Response response) =>
        $"Azure Tables answered {status} ({code ?? "no code"}), request {RequestId(response)}.";

    private static string RequestId(Response response) =>
        response.Headers.TryGetValue("x-ms-request-id", out var id) ? id : response.ClientRequestId;
}
