using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace StrategyBot.Protocols.Cards;

/// <summary>How a card is written: only what differs from what a client takes by default.</summary>
internal static partial class CardWriting
{
    public static JsonTypeInfo<AdaptiveCard> Card { get; } =
        (JsonTypeInfo<AdaptiveCard>)new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new CardContext().WithAddedModifier(LeaveOutNoActions),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            // Escaping every apostrophe for HTML's sake would make a card of typed text up to six times as long.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new FormConverters.Time() },
        }.GetTypeInfo(typeof(AdaptiveCard));

    private static void LeaveOutNoActions(JsonTypeInfo type)
    {
        if (type.Type == typeof(AdaptiveCard))
        {
            type.Properties.Single(p => p.Name == "actions").ShouldSerialize = (card, _) => ((AdaptiveCard)card).Actions.Count > 0;
        }
    }

    [JsonSerializable(typeof(AdaptiveCard))]
    private sealed partial class CardContext : JsonSerializerContext;
}
