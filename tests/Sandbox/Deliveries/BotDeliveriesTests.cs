using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Tests.Sandbox.Deliveries;

public sealed class BotDeliveriesTests : SandboxHost
{
    private string ChairsChat => $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}";

    [Fact]
    public async Task An_activity_carries_what_Teams_sends()
    {
        await PostAsync($"{ChairsChat}/messages", new { text = "help" });

        var activity = Assert.Single(Bot.Received);
        activity["id"] = "id";
        activity["serviceUrl"] =
            ((string)activity["serviceUrl"]!).Replace(World.BaseAddress!.ToString(), "http://world/", StringComparison.Ordinal);
        TestKit.Golden.Json(activity.ToJsonString());
    }

    [Fact]
    public async Task A_failing_bot_gets_the_same_activity_id_three_times_and_no_more()
    {
        Bot.Answer = (_, _) => Task.FromResult(Results.StatusCode(500));

        var sent = await PostAsync($"{ChairsChat}/messages", new { text = "help" });

        Assert.Equal(202, sent.Status);
        Assert.False((bool)sent.Body!["delivered"]!);
        Assert.Equal(3, Bot.Received.Count);
        Assert.Equal((string?)sent.Body["id"], Assert.Single(Bot.Received.Select(activity => (string?)activity["id"]).Distinct()));
        Assert.Empty(Get<WorldStore>().All<JsonObject>(Kinds.Delivery));
    }

    [Fact]
    public async Task A_bot_that_recovers_is_not_asked_again()
    {
        Bot.Answer = (_, number) => Task.FromResult(Results.StatusCode(number == 1 ? 503 : 202));

        var sent = await PostAsync($"{ChairsChat}/messages", new { text = "help" });

        Assert.True((bool)sent.Body!["delivered"]!);
        Assert.Equal(2, Bot.Received.Count);
    }

    [Fact]
    public async Task A_refusal_is_final()
    {
        Bot.Answer = (_, _) => Task.FromResult(Results.StatusCode(403));

        await PostAsync($"{ChairsChat}/messages", new { text = "help" });

        Assert.Single(Bot.Received);
    }

    [Fact]
    public async Task What_is_on_its_way_when_the_world_stops_arrives_after_its_next_start()
    {
        var arrived = new TaskCompletionSource();
        var never = new TaskCompletionSource<IResult>();
        Bot.Answer = (_, _) =>
        {
            arrived.TrySetResult();
            return never.Task;
        };
        Get<WorldStore>().Write(world => { _ = Get<BotDeliveries>().Enqueue(world, Typed("one")); });
        await arrived.Task;
        await StopWorldAsync();
        Bot.Received.Clear();
        Bot.Answer = (_, _) => Task.FromResult(Results.Ok());

        await StartWorldAsync();
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);

        Assert.Equal("one", (string?)Assert.Single(Bot.Received)["id"]);
        never.SetResult(Results.Ok());
    }

    [Fact]
    public async Task Within_a_conversation_the_second_waits_for_the_first()
    {
        var underWay = 0;
        var most = 0;
        Bot.Answer = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await Task.Yield();
            Interlocked.Decrement(ref underWay);
            return Results.Ok();
        };

        Get<WorldStore>().Write(world =>
        {
            foreach (var id in new[] { "1", "2", "3", "4", "5" })
            {
                _ = Get<BotDeliveries>().Enqueue(world, Typed(id));
            }
        });
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);

        Assert.Equal(["1", "2", "3", "4", "5"], Bot.Received.Select(activity => (string?)activity["id"]));
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Nothing_is_sent_when_the_transaction_fails()
    {
        Assert.Throws<InvalidOperationException>(() => Get<WorldStore>().Write(world =>
        {
            _ = Get<BotDeliveries>().Enqueue(world, Typed("one"));
            throw new InvalidOperationException();
        }));
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);

        Assert.Empty(Bot.Received);
    }

    [Fact]
    public async Task An_install_tells_the_bot_where_it_may_speak()
    {
        var chat = await MeetAsync();

        Assert.Equal(["installationUpdate", "conversationUpdate"], Bot.Types);
        Assert.All(Bot.Received, activity =>
        {
            Assert.Equal(chat.Id, (string?)activity["conversation"]!["id"]);
            Assert.Equal(chat.Meeting!.MeetingId, (string?)activity["channelData"]!["meeting"]!["id"]);
        });
        Assert.Equal("add", (string?)Bot.Received.First()["action"]);
        Assert.Equal(SandboxPeople.BotMri, (string?)Bot.Received.Last()["membersAdded"]![0]!["id"]);
        Assert.Null(Get<AppInstallation>().InstallInChat(chat));
    }

    [Fact]
    public async Task Somebody_invited_later_is_announced_where_the_bot_is()
    {
        await MeetAsync();
        Bot.Received.Clear();

        PlaceMeeting(SandboxPeople.School);
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);

        var members = Assert.Single(Bot.Received)["membersAdded"]!.AsArray();
        Assert.Equal(SandboxPeople.School.AadObjectId, (string?)Assert.Single(members)!["aadObjectId"]);
    }

    private JsonObject Typed(string id) =>
        Activities.From(SandboxPeople.Chair, Get<ChatBook>().Personal(SandboxPeople.Chair)!, "message", Noon, id);
}
