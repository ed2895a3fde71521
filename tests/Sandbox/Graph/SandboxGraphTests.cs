using System.Text.Json.Nodes;
using StrategyBot.Graph;
using StrategyBot.Sandbox.Graph;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.Graph;

public sealed class SandboxGraphTests : GraphWorldTest
{
    private static readonly string Events = $"/users/{SandboxPeople.Organiser.Mail}/events";

    [Theory]
    [InlineData("""{"subject":"x","urgency":"high"}""", "urgency")]
    [InlineData("""{"body":{"contentType":"text","content":"x","colour":"red"}}""", "colour")]
    [InlineData("""{"attendees":[{"emailAddress":{"address":"a@b.example","phone":"1"}}]}""", "phone")]
    public async Task A_property_that_Graph_does_not_know_is_named(string body, string unknown)
    {
        var (status, answer) = await World.SendAsync(HttpMethod.Post, Events, JsonNode.Parse(body)!.AsObject());

        Assert.Equal(400, status);
        Assert.Contains($"'{unknown}'", (string?)answer!["error"]!["message"], StringComparison.Ordinal);
        Assert.NotNull(answer["error"]!["innerError"]!["request-id"]);
    }

    [Theory]
    [InlineData("/events?$select=bodyPreview")]
    [InlineData("/events?$filter=subject eq 'x'")]
    [InlineData("/events?$expand=attachments")]
    [InlineData("/events?$orderby=start")]
    [InlineData("/onlineMeetings?$filter=VideoTeleconferenceId eq '1'")]
    [InlineData("/mailFolders/drafts/messages?$filter=isRead eq true")]
    [InlineData("/todo/lists")]
    public async Task What_the_bot_never_asks_is_refused(string path)
    {
        var (status, answer) = await World.SendAsync(HttpMethod.Get, $"/users/{SandboxPeople.Organiser.AadObjectId}{path}");

        Assert.Equal(400, status);
        Assert.Equal("BadRequest", (string?)answer!["error"]!["code"]);
    }

    [Fact]
    public async Task Only_what_was_selected_comes_back()
    {
        var sent = await World.Bot<Invitations>().CreateAsync(GraphWorld.Invitation());

        var shown = await World.GetAsync($"{Events}/{sent.EventId}?$select=start");
        Assert.Equal(["id", "start"], shown.Select(field => field.Key).Order());
    }

    [Fact]
    public async Task An_event_stands_in_the_calendars_of_those_invited_and_has_a_chat()
    {
        var (eventId, meeting) = await World.MeetingAsync();

        foreach (var person in new[] { SandboxPeople.Chair, SandboxPeople.Police, SandboxPeople.School })
        {
            var row = (await World.SeesAsync(person, "calendar")).Single()!;
            Assert.Equal((eventId, meeting.Id, meeting.ThreadId),
                ((string?)row["id"], (string?)row["onlineMeetingId"], (string?)row["chatId"]));
        }

        Assert.Empty(await World.SeesAsync(SandboxPeople.Midwife, "calendar"));
    }

    [Fact]
    public async Task Online_meetings_are_reached_by_object_id_only()
    {
        var (_, meeting) = await World.MeetingAsync();

        Assert.Equal(404,
            (await World.SendAsync(HttpMethod.Get, $"/users/{SandboxPeople.Organiser.Mail}/onlineMeetings/{meeting.Id}")).Status);
    }

    [Fact]
    public async Task Newer_values_are_taken_and_shown_only_when_asked_for()
    {
        var (_, meeting) = await World.MeetingAsync();
        var path = $"/users/{SandboxPeople.Organiser.AadObjectId}/onlineMeetings/{meeting.Id}";
        var change = new JsonObject { ["lobbyBypassSettings"] = new JsonObject { ["scope"] = "invited" } };

        Assert.Equal(400, (await World.SendAsync(HttpMethod.Patch, path, change)).Status);

        await World.Bot<MeetingRooms>().HardenAsync(meeting.Id, chair: null);
        Assert.Equal("unknownFutureValue", (string?)(await World.GetAsync(path))["lobbyBypassSettings"]!["scope"]);
    }

    [Fact]
    public async Task An_installation_without_the_consent_it_needs_is_refused()
    {
        var (_, meeting) = await World.MeetingAsync();
        var body =
            new JsonObject
            {
                [InstallAnswers.Bind] = $"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{SandboxPeople.CatalogAppId}",
            };

        Assert.Equal(400, (await World.SendAsync(HttpMethod.Post, $"/chats/{meeting.ThreadId}/installedApps", body)).Status);
    }

    [Fact]
    public async Task An_installation_is_told_to_the_bot()
    {
        var (_, meeting) = await World.MeetingAsync();
        await World.Bot<ChatApp>().InstallInChatAsync(meeting.ThreadId);

        Assert.Contains("installationUpdate", await World.ToldAsync());
    }

    [Fact]
    public async Task What_was_sent_can_be_read_back_with_its_attachments()
    {
        await World.Bot<Post>()
            .SendAsync(
                new("key", [SandboxPeople.Police.Mail], "SB-2026-014 Heron", "<p>Attached.</p>", BodyIsHtml: true,
                    [new("a.txt", "text/plain", "hello"u8.ToArray())]));

        var sent = await World.GetAsync($"/users/{SandboxPeople.Minutes.Mail}/mailFolders/sentitems/messages?$expand=attachments");
        var attachment = sent["value"]![0]!["attachments"]![0]!;
        Assert.Equal("aGVsbG8=", (string?)attachment["contentBytes"]);
        Assert.Equal("html", (string?)sent["value"]![0]!["body"]!["contentType"]);
    }

    [Fact]
    public async Task A_partner_is_nobody_in_the_councils_tenant() =>
        Assert.Equal(404, (await World.SendAsync(HttpMethod.Get, $"/users/{SandboxPeople.Police.AadObjectId}/events")).Status);

    [Fact]
    public void Every_route_is_there_once_and_cites_its_fact()
    {
        var routes = World.Routes;

        Assert.All(routes, route => Assert.Matches("^(G|Side panel )[0-9]+: ", route.Fact));
        Assert.Equal(routes.Count, routes.Select(route => (route.Method, route.Path)).Distinct().Count());
    }
}
