using System.Text.Json;

namespace StrategyBot.Protocols.Teams;

/// <summary>A card or file that travels with an activity.</summary>
/// <remarks>Activity specification, "Attachments".</remarks>
public sealed record Attachment
{
    /// <summary>The content type of an adaptive card.</summary>
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }

    public JsonElement? Content { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    public static Attachment AdaptiveCard(JsonElement card) => new() { ContentType = AdaptiveCardType, Content = card };

    /// <summary>The type only: what a card shows stays out of logs.</summary>
    public override string ToString() => $"Attachment {ContentType}";
}
