using Microsoft.AspNetCore.Http;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.Deliveries;

public sealed class LateBotTests : SandboxHost
{
    private readonly TaskCompletionSource<IResult> late = new();
    private readonly HandFiredTimers patience = new();

    protected override TimeProvider Patience => patience;

    private string ChairsChat => $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}";

    [Fact]
    public async Task A_bot_that_is_too_late_gets_the_message_again()
    {
        Bot.Answer = (_, number) => number == 1 ? TooLateAsync() : Task.FromResult(Results.Ok());

        var sent = await PostAsync($"{ChairsChat}/messages", new { text = "help" });

        Assert.True((bool)sent.Body!["delivered"]!);
        Assert.Equal(2, Bot.Received.Count);
        late.SetResult(Results.Ok());
    }

    [Fact]
    public async Task An_invoke_that_is_answered_too_late_is_a_504_and_comes_to_the_bot_once_more()
    {
        Bot.Answer = (_, number) => number == 1 ? TooLateAsync() : Task.FromResult(Results.Ok());

        var pressed = await PostAsync($"{ChairsChat}/invoke", new { name = "adaptiveCard/action", value = new { } });
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);

        Assert.Equal(504, (int?)pressed.Body!["status"]);
        Assert.Equal(2, Bot.Received.Count);
        Assert.Single(Bot.Received.Select(activity => (string?)activity["id"]).Distinct());
        late.SetResult(Results.Ok());
    }

    private Task<IResult> TooLateAsync()
    {
        patience.Fire();
        return late.Task;
    }

    /// <summary>Timers that run out when the test says so.</summary>
    private sealed class HandFiredTimers : TimeProvider
    {
        private readonly List<HandFiredTimer> timers = [];

        public void Fire() => timers.ForEach(timer => timer.Fire());

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new HandFiredTimer(callback, state);
            timers.Add(timer);
            return timer;
        }
    }

    private sealed class HandFiredTimer(TimerCallback callback, object? state) : ITimer
    {
        private bool over;

        public void Fire()
        {
            if (!over)
            {
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => !over;

        public void Dispose() => over = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
