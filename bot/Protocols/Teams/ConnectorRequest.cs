using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Core;

namespace StrategyBot.Protocols.Teams;

/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="ServiceUrl">As the channel's last activity said it.</param>
/// <param name="Path">Below the service URL, encoded; see <see cref="At"/>.</param>
internal sealed record ConnectorRequest(RequestMethod Method, string ServiceUrl, string Path)
{
    public ReadOnlyMemory<byte>? Body { get; private init; }

    /// <summary>Whether doing it twice is doing it once: all but sending an activity.</summary>
    public bool IsRepeatable { get; init; } = Method != RequestMethod.Post;

    /// <summary>Encodes every value between the braces, so that an id can't lead to another path.</summary>
    /// <exception cref="ArgumentException">A value is empty or a step in the path.</exception>
    public static ConnectorRequest At(RequestMethod method, string serviceUrl, FormattableString path) =>
        new(method, serviceUrl, string.Format(CultureInfo.InvariantCulture, path.Format, [.. path.GetArguments().Select(Segment)]));

    public ConnectorRequest With<T>(T body, JsonTypeInfo<T> type) => this with { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };

    private static string Segment(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture);

        // A dot or two stand for steps in a path even when encoded.
        return text is null or "" or "." or ".."
            ? throw new ArgumentException("An id is missing or leads to another path.", nameof(value))
            : Uri.EscapeDataString(text);
    }
}
