using StrategyBot.Protocols.Teams;

namespace StrategyBot.Tests.Protocols.Teams;

public sealed class ConversationLanesTests
{
    private readonly SkippingClock clock = new();

    [Fact]
    public async Task Sends_to_one_conversation_wait_for_each_other_and_others_do_not()
    {
        var lanes = new ConversationLanes(clock);
        var log = new List<string>();
        var held = new TaskCompletionSource();

        var first = lanes.RunAsync("19:a", async () => { log.Add("first in"); await held.Task; log.Add("first out"); return 0; }, default);
        var second = lanes.RunAsync("19:a", () => { log.Add("second"); return Task.FromResult(0); }, default);
        await lanes.RunAsync("19:b", () => { log.Add("elsewhere"); return Task.FromResult(0); }, default);
        held.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["first in", "elsewhere", "first out", "second"], log);
    }

    [Fact]
    public async Task The_client_sends_to_a_conversation_one_at_a_time()
    {
        await using var stub = await ConnectorStub.StartAsync();
        var (entered, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        var inside = new List<string>();
        stub.Answer(
            async context =>
            {
                inside.Add("first in"); entered.SetResult(); await held.Task; inside.Add(
                "first out"); context.Response.StatusCode = 201;
            })
            .Answer(context => { inside.Add("elsewhere"); context.Response.StatusCode = 201; return Task.CompletedTask; })
            .Answer(context => { inside.Add("second"); context.Response.StatusCode = 201; return Task.CompletedTask; });
        var client = stub.Client();

        var first = client.SendToConversationAsync(ConnectorStub.ServiceUrl, "19:a", new(), default);
        await entered.Task;
        var second = client.UpdateActivityAsync(ConnectorStub.ServiceUrl, "19:a", "1", new(), default);
        await client.SendToConversationAsync(ConnectorStub.ServiceUrl, "19:b", new(), default);
        held.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["first in", "elsewhere", "first out", "second"], inside);
    }

    [Fact]
    public async Task No_more_than_seven_start_in_any_second()
    {
        var lanes = new ConversationLanes(clock);
        var starts = new List<DateTimeOffset>();
        for (var i = 0; i < 22; i++)
        {
            await lanes.RunAsync("19:a",
                () => { starts.Add(clock.GetUtcNow()); clock.Advance(TimeSpan.FromMilliseconds(10)); return Task.FromResult(0); }, default);
        }

        Assert.All(starts.Skip(7).Zip(starts), pair => Assert.True(pair.First - pair.Second >= TimeSpan.FromSeconds(1)));
        Assert.Equal(3, clock.Waits.Count);
    }

    [Fact]
    public async Task A_slow_conversation_does_not_wait()
    {
        var lanes = new ConversationLanes(clock);
        for (var i = 0; i < 20; i++)
        {
            await lanes.RunAsync("19:a", () => Task.FromResult(0), default);
            clock.Advance(TimeSpan.FromMilliseconds(200));
        }

        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task The_rate_is_kept_while_other_conversations_come_and_go()
    {
        var lanes = new ConversationLanes(clock);
        for (var i = 0; i < 8; i++)
        {
            await lanes.RunAsync("19:a", () => Task.FromResult(0), default);
            await lanes.RunAsync($"19:{i}", () => Task.FromResult(0), default);
        }

        Assert.Single(clock.Waits);
    }

    [Fact]
    public async Task A_failure_lets_the_next_one_in()
    {
        var lanes = new ConversationLanes(clock);

        await Assert.ThrowsAsync<TimeoutException>(() => lanes.RunAsync<int>("19:a", () => throw new TimeoutException(), default));

        Assert.Equal(1, await lanes.RunAsync("19:a", () => Task.FromResult(1), default));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_lets_the_next_one_in()
    {
        var lanes = new ConversationLanes(clock);
        using var caller = new CancellationTokenSource();
        var held = new TaskCompletionSource<int>();

        var first = lanes.RunAsync("19:a", () => held.Task, default);
        var second = lanes.RunAsync("19:a", () => Task.FromResult(2), caller.Token);
        var third = lanes.RunAsync("19:a", () => Task.FromResult(3), default);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        held.SetResult(1);

        Assert.Equal((1, 3), (await first, await third));
    }
}
