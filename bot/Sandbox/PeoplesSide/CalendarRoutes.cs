using System.Globalization;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>A person's calendar, drawn from the organisers' events; an answer goes into the organiser's copy, as Exchange does.</summary>
internal sealed class CalendarRoutes(WorldStore store, ChatBook chats, SandboxClock clock)
{
    private static readonly string[] Responses = ["accepted", "declined", "tentativelyAccepted"];

    public static void Map(RouteGroupBuilder people)
    {
        people.MapGet("calendar", (string @as, CalendarRoutes routes) => routes.List(@as));
        people.MapPost("calendar/{eventId}/response",
            (string @as, string eventId, Answer answer, CalendarRoutes routes) => routes.Respond(@as, eventId, answer));
    }

    private IResult List(string called)
    {
        if (SandboxPeople.Find(called) is not { } person)
        {
            return Desk.Nobody;
        }

        var rows = store.All<JsonObject>(Kinds.Event).Where(item => IsOrganiser(item, person) || Attendee(item, person) is not null);
        return WorldResults.Json(rows.Select(item => Row(item, person)).OrderBy(row => row.StartsAt));
    }

    private IResult Respond(string called, string eventId, Answer answer)
    {
        if (!Responses.Contains(answer.Response))
        {
            return WorldResults.Refuse(400, $"The response is one of {string.Join(", ", Responses)}.");
        }

        return SandboxPeople.Find(called) is not { } person ? Desk.Nobody : store.Write(world =>
        {
            if (world.Get<JsonObject>(Kinds.Event, eventId) is not { } item || Attendee(item, person) is not { } attendee)
            {
                return WorldResults.Refuse(404, "This person isn't invited to such an event.");
            }

            attendee["status"] = new JsonObject { ["response"] = answer.Response, ["time"] = WorldJson.Instant(clock.GetUtcNow()) };
            world.Put(Kinds.Event, eventId, item);
            world.Announce(new WorldChange("calendar", People: [person.Id, SandboxPeople.Organiser.Id]));
            return WorldResults.Json(new { answer.Response });
        });
    }

    private EventRow Row(JsonObject item, SandboxPerson person)
    {
        var id = (string)item["id"]!;
        var chat = chats.OfMeeting(meeting => meeting.EventId == id);
        return new EventRow(
            id, (string?)item["subject"], (string?)item["body"]?["content"], Instant(item["start"]), Instant(item["end"]),
            (string?)item["onlineMeeting"]?["joinUrl"] ?? chat?.Meeting?.JoinUrl, chat?.Meeting?.OnlineMeetingId, chat?.Id,
            (string?)item["organizer"]?["emailAddress"]?["name"] ?? SandboxPeople.Organiser.Name,
            (string?)Attendee(item, person)?["status"]?["response"] ?? (IsOrganiser(item, person) ? "organizer" : "none"));
    }

    private static bool IsOrganiser(JsonObject item, SandboxPerson person) =>
        SandboxPeople.Find((string?)item["organizer"]?["emailAddress"]?["address"]) == person;

    private static JsonObject? Attendee(JsonObject item, SandboxPerson person) =>
        (item["attendees"] as JsonArray)?.OfType<JsonObject>()
            .FirstOrDefault(attendee => SandboxPeople.Find((string?)attendee["emailAddress"]?["address"]) == person);

    /// <summary>Graph's dateTimeTimeZone, whose time zone may be a Windows or an IANA name.</summary>
    private static DateTimeOffset? Instant(JsonNode? dateTimeTimeZone)
    {
        if ((string?)dateTimeTimeZone?["dateTime"] is not { } text)
        {
            return null;
        }

        var local = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.None);
        var zone = TimeZoneInfo.FindSystemTimeZoneById((string?)dateTimeTimeZone["timeZone"] ?? "UTC");
        return new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private sealed record Answer(string? Response);

    private sealed record EventRow(
        string Id, string? Subject, string? Body, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, string? JoinUrl,
        string? OnlineMeetingId, string? ChatId,
        string Organiser, string Response);
}
