using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.Graph;

/// <summary>An online meeting as Teams keeps it, with the defaults that an organisation usually has.</summary>
internal static class WorldMeetings
{
    // Newer values, shown and taken only with a Prefer header (facts G4).
    private static readonly string[] NewerValues = ["invited", "organizationExcludingGuests", "producer", "coorganizer"];

    /// <summary>One for each event; another id than the event's, so that a bot that mixes them up is found out.</summary>
    public static string IdFor(JsonObject one) => $"MSo{((string)one["id"]!)[4..]}";

    public static JsonObject Of(JsonObject one, SandboxPerson organiser, string threadId) => At(
        new JsonObject
        {
            ["id"] = IdFor(one),
            ["subject"] = (string?)one["subject"],
            ["joinWebUrl"] = (string?)one["onlineMeeting"]?["joinUrl"],
            ["chatInfo"] = new JsonObject { ["threadId"] = threadId, ["messageId"] = "0" },
            ["participants"] = new JsonObject
            {
                ["organizer"] = new JsonObject
                {
                    ["upn"] = organiser.Mail,
                    ["role"] = "presenter",
                    ["identity"] = new JsonObject { ["user"] = new JsonObject { ["id"] = organiser.AadObjectId } },
                },
                ["attendees"] = new JsonArray(),
            },
            ["lobbyBypassSettings"] = new JsonObject { ["scope"] = "organization", ["isDialInBypassEnabled"] = false },
            ["allowedPresenters"] = "everyone",
            ["allowMeetingChat"] = "enabled",
            ["allowRecording"] = true,
            ["allowTranscription"] = true,
            ["recordAutomatically"] = false,
        },
        one);

    public static JsonObject At(JsonObject meeting, JsonObject one)
    {
        var moved = (JsonObject)meeting.DeepClone();
        moved["startDateTime"] = $"{(string?)one["start"]?["dateTime"]}Z";
        moved["endDateTime"] = $"{(string?)one["end"]?["dateTime"]}Z";
        return moved;
    }

    /// <summary>Merges objects, replaces lists and values, as Graph does.</summary>
    public static void Change(JsonObject into, JsonObject change)
    {
        foreach (var (name, value) in change)
        {
            if (value is JsonObject part && into[name] is JsonObject before)
            {
                Change(before, part);
            }
            else
            {
                into[name] = value?.DeepClone();
            }
        }
    }

    /// <summary>What somebody sees who doesn't ask for newer values.</summary>
    public static JsonNode? Older(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(field => KeyValuePair.Create(field.Key, Older(field.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Older)]),
        JsonValue value when value.TryGetValue<string>(out var text) && NewerValues.Contains(text) => "unknownFutureValue",
        _ => node?.DeepClone(),
    };

    public static bool HasNewer(JsonObject node) => Older(node)!.ToJsonString() != node.ToJsonString();
}
