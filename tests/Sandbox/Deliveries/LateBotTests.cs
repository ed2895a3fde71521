using Microsoft.AspNetCore.Http;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.Sandbox.Deliveries;

public sealed class LateBotTests : SandboxHost
{
    private readonly TaskCompletionSource<IResult> late = new();

    protected override TimeSpan Limit => TimeSpan.FromMilliseconds(300);

    private string ChairsChat => $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}";

    [Fact]
    public async Task A_bot_that_is_too_late_gets_the_message_again()
    {
        Bot.Answer = (_, number) => number == 1 ? late.Task : Task.FromResult(Results.Ok());

        var sent = await PostAsync($"{ChairsChat}/messages", new { text = "help" });

        Assert.True((bool)sent.Body!["delivered"]!);
        Assert.Equal(2, Bot.Received.Count);
        late.SetResult(Results.Ok());
    }

    [Fact]
    public async Task An_invoke_that_is_answered_too_late_is_a_504_and_comes_to_the_bot_once_more()
    {
        Bot.Answer = (_, number) => number == 1 ? late.Task : Task.FromResult(Results.Ok());

        var pressed = await PostAsync($"{ChairsChat}/invoke", new { name = "adaptiveCard/action", value = new { } });
        await Get<BotDeliveries>().QuietAsync(CancellationToken.None);

        Assert.Equal(504, (int?)pressed.Body!["status"]);
        Assert.Equal(2, Bot.Received.Count);
        Assert.Single(Bot.Received.Select(activity => (string?)activity["id"]).Distinct());
        late.SetResult(Results.Ok());
    }
}
