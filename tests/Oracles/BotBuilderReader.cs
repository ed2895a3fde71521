using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace StrategyBot.Tests.Oracles;

/// <summary>Reads what our bot says with Microsoft's own models, and tells what they have no place for.</summary>
internal static class BotBuilderReader
{
    private static readonly JsonSerializer Strict = JsonSerializer.Create(new()
    {
        MissingMemberHandling = MissingMemberHandling.Error,
        DateParseHandling = DateParseHandling.None,
        MaxDepth = null,
    });

    /// <returns>What is left over, and what can't be read at all; nothing where all is well.</returns>
    public static IEnumerable<string> LeftOver(Said said)
    {
        var json = Parsed(said.Json);
        return said.What switch
        {
            Said.Activity => OfActivity(json),
            Said.Conversation => Of<ConversationParameters>(json).Concat(OfChannelData(json)),
            "task/fetch" or "task/submit" => OfDialog(json),
            "adaptiveCard/action" => OfCardAnswer(json),
            _ => [$"nobody knows how to read the answer to {said.What}"],
        };
    }

    private static IEnumerable<string> OfActivity(JObject json) => Of<Activity>(json).Concat(OfChannelData(json));

    private static IEnumerable<string> OfChannelData(JObject json) => json["channelData"] is { } data ? Of<TeamsChannelData>(data) : [];

    private static IEnumerable<string> OfDialog(JObject json)
    {
        var others = json.Properties().Where(property => property.Name != "task").Select(other => $"TaskModuleResponse: {other.Name}");
        return others.Concat((string?)json["task"]?["type"] switch
        {
            "continue" => Of<TaskModuleContinueResponse>(json["task"]!),
            "message" => Of<TaskModuleMessageResponse>(json["task"]!),
            var type => [$"a dialog's answer of type {type}"],
        });
    }

    private static IEnumerable<string> OfCardAnswer(JObject json) => Of<AdaptiveCardInvokeResponse>(json).Concat(OfCardAnswerValue(json));

    private static IEnumerable<string> OfCardAnswerValue(JObject json) => (string?)json["type"] switch
    {
        "application/vnd.microsoft.card.adaptive" when json["value"] is JObject => [],
        "application/vnd.microsoft.activity.message" when json["value"]?.Type == JTokenType.String => [],
        "application/vnd.microsoft.error" => Of<Error>(json["value"]!),
        var type => [$"a card's answer of type {type}"],
    };

    private static IEnumerable<string> Of<T>(JToken json)
    {
        try
        {
            // Strict of a member that no model names, also where a model would keep it among its "Properties".
            json.ToObject<T>(Strict);
            return [];
        }
        catch (JsonException unreadable)
        {
            return [$"{typeof(T).Name}: {unreadable.Message}"];
        }
    }

    private static JObject Parsed(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = null };
        return JObject.Load(reader);
    }
}
