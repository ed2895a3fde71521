using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Mailboxes;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Tests.Sandbox.PeoplesSide;

public sealed class OutlookTests : SandboxHost
{
    [Fact]
    public async Task An_event_stands_in_the_calendars_of_those_invited_in_universal_time()
    {
        var chat = PlaceMeeting();
        PutEvent();

        var seen = Assert.Single((await ReadAsync("sandbox/api/police/calendar")).AsArray())!;
        Assert.Equal("2026-07-01T09:00:00Z", (string?)seen["startsAt"]);
        Assert.Equal("2026-07-01T10:00:00Z", (string?)seen["endsAt"]);
        Assert.Equal(chat.Id, (string?)seen["chatId"]);
        Assert.Equal("online-1", (string?)seen["onlineMeetingId"]);
        Assert.Equal("none", (string?)seen["response"]);
        Assert.Empty((await ReadAsync("sandbox/api/school/calendar")).AsArray());
        Assert.Equal("organizer", (string?)(await ReadAsync("sandbox/api/organiser/calendar"))[0]!["response"]);
    }

    [Fact]
    public async Task An_answer_reaches_the_organisers_copy()
    {
        PutEvent();

        await PostAsync("sandbox/api/police/calendar/event-1/response", new { response = "declined" });

        var attendee = Get<WorldStore>().Get<JsonObject>(Kinds.Event, "event-1")!["attendees"]![0]!;
        Assert.Equal("declined", (string?)attendee["status"]!["response"]);
        Assert.Equal("2026-11-24T12:00:00Z", (string?)attendee["status"]!["time"]);
        Assert.Equal("declined", (string?)(await ReadAsync("sandbox/api/police/calendar"))[0]!["response"]);
    }

    [Theory]
    [InlineData("police", "event-1", "perhaps", 400)]
    [InlineData("school", "event-1", "accepted", 404)]
    [InlineData("police", "event-2", "accepted", 404)]
    public async Task An_answer_that_cannot_be_is_refused(string person, string id, string response, int status)
    {
        PutEvent();

        Assert.Equal(status, (await PostAsync($"sandbox/api/{person}/calendar/{id}/response", new { response })).Status);
    }

    [Fact]
    public async Task Mail_reaches_those_who_live_here_without_the_senders_own_marks()
    {
        var sent = Mail();
        Get<WorldStore>().Write(world => Mailroom.Deliver(world, sent, SandboxPeople.Minutes));

        var inbox = Assert.Single(Get<WorldStore>().All<JsonObject>(Kinds.Mail, owner: SandboxPeople.Police.AadObjectId));
        Assert.Null(inbox["bccRecipients"]);
        Assert.Null(inbox["singleValueExtendedProperties"]);
        Assert.NotNull(sent["bccRecipients"]);
        var seen = Assert.Single((await ReadAsync("sandbox/api/police/mail")).AsArray())!;
        Assert.Equal("minutes@council.example", (string?)seen["from"]);
        Assert.Equal("inbox", (string?)seen["folder"]);
        Assert.Equal(5, (int?)seen["attachments"]![0]!["size"]);
        Assert.Equal("hello", await World.GetStringAsync($"sandbox/api/police/mail/{(string?)seen["id"]}/attachments/0"));
        Assert.Single((await ReadAsync("sandbox/api/chair/mail")).AsArray());
    }

    [Fact]
    public async Task An_attachment_of_somebody_elses_mail_is_not_found()
    {
        Get<WorldStore>().Write(world => Mailroom.Deliver(world, Mail(), SandboxPeople.Minutes));
        var id = (string?)(await ReadAsync("sandbox/api/police/mail"))[0]!["id"];

        using var stolen = await World.GetAsync($"sandbox/api/school/mail/{id}/attachments/0");
        using var beyond = await World.GetAsync($"sandbox/api/police/mail/{id}/attachments/1");

        Assert.Equal((404, 404), ((int)stolen.StatusCode, (int)beyond.StatusCode));
    }

    private void PutEvent() => Get<WorldStore>().Write(world => world.Put("event", "event-1", JsonNode.Parse(
        """
        {
          "id": "event-1", "subject": "Meeting SB-2026-001", "body": { "contentType": "text", "content": "Join" },
          "start": { "dateTime": "2026-07-01T10:00:00.0000000", "timeZone": "Europe/London" },
          "end": { "dateTime": "2026-07-01T10:00:00", "timeZone": "UTC" },
          "organizer": { "emailAddress": { "address": "meetings@council.example", "name": "Council Meetings" } },
          "attendees": [{ "emailAddress": { "address": "sam.whitlock@police.example" }, "status": { "response": "none" } }]
        }
        """)!.AsObject(), owner: SandboxPeople.Organiser.AadObjectId));

    private static JsonObject Mail() => JsonNode.Parse(
        $$"""
        {
          "id": "mail-1", "subject": "Minutes", "parentFolderId": "sentitems", "sentDateTime": "2026-11-24T12:00:00Z",
          "from": { "emailAddress": { "address": "minutes@council.example" } }, "body": { "contentType": "html", "content": "<p>x</p>" },
          "toRecipients": [{ "emailAddress": { "address": "Sam.Whitlock@police.example" } }, { "emailAddress": { "address": "duty.desk@police.example" } }],
          "bccRecipients": [{ "emailAddress": { "address": "priya.nair@council.example" } }],
          "singleValueExtendedProperties": [{ "id": "x", "value": "key" }],
          "attachments": [{ "name": "minutes.docx", "contentType": "application/octet-stream", "contentBytes": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes("hello"))}}" }]
        }
        """)!.AsObject();
}
