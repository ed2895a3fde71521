using System.Text.Json.Nodes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Graph;

/// <summary>Who is free. Only the council's own calendars can be read; partners' are in other tenants.</summary>
internal sealed class FreeBusyAnswers(WorldStore store)
{
    private const int MostSchedules = 20, MostDays = 62, DefaultInterval = 30;

    // Nobody's own: it has a calendar, and is no account.
    private const string SharedMailbox = "conferences@council.example";

    public GraphAnswer GetSchedule(GraphCall call)
    {
        _ = call.User;
        var asked = (call.Body["schedules"] as JsonArray ?? []).Select(one => (string?)one ?? "").ToArray();
        var (from, to) = (GraphTimes.Read(call.Body["startTime"], "startTime"), GraphTimes.Read(call.Body["endTime"], "endTime"));
        if (asked.Length > MostSchedules || to <= from || to - from > TimeSpan.FromDays(MostDays))
        {
            throw new GraphRefusal(StatusCodes.Status400BadRequest, "ErrorInvalidParameter",
                "Too many schedules, or the period is too long or ends before it starts.");
        }

        var slot = TimeSpan.FromMinutes((int?)call.Body["availabilityViewInterval"] ?? DefaultInterval);
        return GraphAnswer.List(asked.Select(mail => Schedule(mail, from, to, slot)));
    }

    private JsonObject Schedule(string mail, DateTimeOffset from, DateTimeOffset to, TimeSpan slot)
    {
        if (SandboxPeople.Find(mail) is not { InCouncil: true } && !mail.Equals(SharedMailbox, StringComparison.OrdinalIgnoreCase))
        {
            return new()
            {
                ["scheduleId"] = mail,
                ["availabilityView"] = "",
                ["error"] = new JsonObject
                {
                    ["responseCode"] = "ErrorMailRecipientNotFound",
                    ["message"] = "Unable to resolve the address to a valid Exchange mailbox.",
                },
            };
        }

        var slots = Enumerable.Range(0, (int)Math.Ceiling((to - from) / slot))
            .Select(i => Slot(mail, from + (i * slot), Earlier(to, from + ((i + 1) * slot))));
        return new() { ["scheduleId"] = mail, ["availabilityView"] = string.Concat(slots), ["scheduleItems"] = new JsonArray() };
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private char Slot(string mail, DateTimeOffset from, DateTimeOffset to)
    {
        var answers = store.All<JsonObject>(Kinds.Event).Where(one => WorldEvents.Overlaps(one, from, to))
            .SelectMany(one => one["attendees"] as JsonArray ?? [])
            .Where(attendee => WorldEvents.Mail(attendee).Equals(mail, StringComparison.OrdinalIgnoreCase))
            .Select(attendee => (string?)attendee?["status"]?["response"])
            .Where(answer => answer != "declined").ToArray();
        return answers.Length == 0 ? '0' : answers.Contains("accepted") ? '2' : '1';
    }
}
