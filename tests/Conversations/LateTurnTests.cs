using System.Text;
using StrategyBot.Conversations;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Tests.Conversations;

/// <summary>A click is answered within four seconds, whatever it waits for; what takes longer is told afterwards.</summary>
public sealed class LateTurnTests : IAsyncLifetime
{
    private readonly TaskCompletionSource<Reply> work = new();
    private EndpointHost host = null!;

    public async Task InitializeAsync() => host = await EndpointHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData("submit")]
    [InlineData("fetch")]
    [InlineData("action")]
    public async Task What_takes_longer_is_said_to_and_told_when_it_is_done(string click)
    {
        host.Roster();
        host.Answers = () => work.Task;
        var sent = host.SendAsync(EndpointHost.InOwnChat(Click(click)));
        await UntilTakenAsync();
        host.Wall.Expire();

        var (status, body) = await sent;
        Assert.Equal(200, status);
        Assert.Contains("This takes longer than Teams waits", body!.ToJsonString(), StringComparison.Ordinal);

        host.Connector.Answer(201, """{"id":"message-1"}""");
        work.SetResult(new Reply.Show("My part", new AdaptiveCard(new TextBlock("Saved 10:42."))));
        await host.Late.QuietAsync();
        Assert.Contains("Saved 10:42.", host.Connector.Transcript, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "is done")]
    [InlineData(false, "went wrong")]
    public async Task In_a_meetings_chat_only_that_it_ended_is_told(bool succeeds, string told)
    {
        host.Roster();
        host.Answers = () => work.Task;
        var sent = host.SendAsync(EndpointHost.Submit());
        await UntilTakenAsync();
        host.Wall.Expire();
        await sent;

        host.Connector.Answer(201, """{"id":"message-1"}""");
        if (succeeds)
        {
            work.SetResult(new Reply.Say("The mother was hit."));
        }
        else
        {
            work.SetException(new InvalidOperationException("The mother was hit."));
        }

        await host.Late.QuietAsync();
        Assert.Contains($"Grace: What took so long a moment ago {told}", host.Connector.Transcript, StringComparison.Ordinal);
        Assert.DoesNotContain("mother", host.Connector.Transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_drew_itself_again_is_told_to_nobody()
    {
        host.Roster();
        host.Answers = () => work.Task;
        var sent = host.SendAsync(EndpointHost.Action("automatic"));
        await UntilTakenAsync();
        host.Wall.Expire();
        await sent;
        work.SetResult(new Reply.Say("As it was."));

        await host.Late.QuietAsync();
        Assert.Equal(1, host.Connector.Requests);
    }

    // Where nobody gives the roster up, nothing comes.
    [Fact(Timeout = 60_000)]
    public async Task A_roster_that_takes_its_time_costs_no_more_than_a_click_may_wait()
    {
        var asked = new TaskCompletionSource();
        host.Connector.Answer(async http =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        var sent = host.SendAsync(EndpointHost.Submit());
        await asked.Task;
        host.Wall.Expire(TimeSpan.FromSeconds(3));

        // Nothing was begun, so the dialog stays open.
        Assert.Equal(424, (await sent).Status);
        Assert.Empty(host.Turns);
    }

    [Fact]
    public async Task What_the_roster_said_before_stands_while_it_is_silent_but_not_when_it_refuses()
    {
        host.Roster();
        await host.SendAsync(EndpointHost.Submit());
        host.Wall.Advance(TimeSpan.FromMinutes(16));
        host.Connector.Answer(500);
        Assert.Equal(200, (await host.SendAsync(EndpointHost.Submit())).Status);
        Assert.Equal(host.Turns[0].By, host.Turns[1].By);

        host.Connector.Answer(404, """{"error":{"code":"MemberNotFoundInConversation"}}""");
        host.Wall.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(424, (await host.SendAsync(EndpointHost.Submit())).Status);
    }

    [Fact]
    public async Task Who_stops_waiting_stops_nothing()
    {
        host.Roster();
        host.Answers = () => work.Task;
        using var gone = new CancellationTokenSource();
        var sent = host.SendAsync(Encoding.UTF8.GetBytes(EndpointHost.Submit().ToJsonString()), gone.Token);
        await UntilTakenAsync();
        await gone.CancelAsync();

        Assert.False(host.Heard.IsCancellationRequested);
        work.SetResult(new Reply.Say("Saved."));
        Assert.Equal("Saved.", (string?)(await sent).Body!["task"]!["value"]);
    }

    private static System.Text.Json.Nodes.JsonObject Click(string click) => click switch
    {
        "submit" => EndpointHost.Submit(),
        "fetch" => EndpointHost.Fetch(),
        _ => EndpointHost.Action(),
    };

    private async Task UntilTakenAsync()
    {
        while (host.Turns.Count == 0)
        {
            await Task.Yield();
        }
    }
}
