using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>An event as Exchange keeps it.</summary>
internal static class WorldEvents
{
    public static JsonObject Of(JsonObject sent, SandboxPerson organiser, DateTimeOffset now)
    {
        var made = (JsonObject)sent.DeepClone();
        var (from, to) = Times(sent);
        made["id"] = $"AAMk{WorldIds.New()}";
        made["createdDateTime"] = WorldJson.Instant(now);
        made["start"] = GraphTimes.Write(from);
        made["end"] = GraphTimes.Write(to);
        made["isCancelled"] = false;
        made["isOrganizer"] = true;
        made["organizer"] =
            new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = organiser.Name, ["address"] = organiser.Mail } };
        made["attendees"] = Attendees(sent, before: []);
        return made;
    }

    /// <summary>A new time asks everybody again, as Exchange does; who stays invited keeps their answer otherwise.</summary>
    public static JsonObject Change(JsonObject before, JsonObject change)
    {
        var changed = (JsonObject)before.DeepClone();
        foreach (var (name, value) in change)
        {
            changed[name] = value?.DeepClone();
        }

        var (from, to) = Times(changed);
        var moved = Times(before) != (from, to);
        changed["start"] = GraphTimes.Write(from);
        changed["end"] = GraphTimes.Write(to);
        changed["attendees"] = Attendees(changed, moved ? [] : before["attendees"] as JsonArray ?? []);
        return changed;
    }

    public static bool Overlaps(JsonObject one, DateTimeOffset from, DateTimeOffset to)
    {
        var (start, end) = Times(one);
        return start < to && end > from;
    }

    public static MeetingPlan Plan(JsonObject one, SandboxPerson organiser, string onlineMeetingId)
    {
        var (from, to) = Times(one);
        return new(
            (string)one["id"]!, onlineMeetingId, (string)one["onlineMeeting"]!["joinUrl"]!, (string?)one["subject"] ?? "", organiser,
            [.. (one["attendees"] as JsonArray ?? []).Select(Mail)], from, to);
    }

    public static string Mail(JsonNode? attendee) =>
        (string?)attendee?["emailAddress"]?["address"]
            ?? throw new GraphRefusal(StatusCodes.Status400BadRequest, "ErrorInvalidRecipients", "An attendee has no address.");

    private static (DateTimeOffset From, DateTimeOffset To) Times(JsonObject one)
    {
        var (from, to) = (GraphTimes.Read(one["start"], "start"), GraphTimes.Read(one["end"], "end"));
        return from <= to
            ? (from, to)
            : throw new GraphRefusal(StatusCodes.Status400BadRequest, "ErrorCalendarEndDateIsEarlierThanStartDate",
                "The end lies before the start.");
    }

    // An answer is the attendee's to give: what the organiser sends in its place is not taken.
    private static JsonArray Attendees(JsonObject sent, JsonArray before)
    {
        GraphAddresses.Check(sent["attendees"] as JsonArray ?? []);
        return Asked(sent, before);
    }

    private static JsonArray Asked(JsonObject sent, JsonArray before) => new([.. (sent["attendees"] as JsonArray ?? []).Select(one =>
    {
        var attendee = (JsonObject)one!.DeepClone();
        var known = before.FirstOrDefault(b => Mail(b).Equals(Mail(attendee), StringComparison.OrdinalIgnoreCase));
        attendee["status"] = known?["status"]?.DeepClone() ?? new JsonObject { ["response"] = "none", ["time"] = "0001-01-01T00:00:00Z" };
        return attendee;
    })]);
}
