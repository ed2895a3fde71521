using StrategyBot.Sandbox.People;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox.Deliveries;

/// <summary>Two bots over one record, as behind a load balancer.</summary>
public sealed class SeveralBotsTests : SandboxHost
{
    private string ChairsChat => $"sandbox/api/chair/chats/{Escape(PersonalChat(SandboxPeople.Chair))}";

    [Fact]
    public async Task They_get_activities_in_turn()
    {
        await using var second = await StubBot.StartAsync();
        await BesideAsync(second.Url);

        for (var n = 0; n < 4; n++)
        {
            await PostAsync($"{ChairsChat}/messages", new { text = "help" });
        }

        Assert.Equal((2, 2), (Bot.Received.Count, second.Received.Count));
    }

    [Fact]
    public async Task What_is_for_one_that_can_not_be_reached_goes_to_the_other_once()
    {
        await BesideAsync($"http://127.0.0.1:{Ports.Free()}");

        for (var n = 0; n < 4; n++)
        {
            Assert.True((bool)(await PostAsync($"{ChairsChat}/messages", new { text = "help" })).Body!["delivered"]!);
        }

        Assert.Equal(4, Bot.Received.Select(activity => (string?)activity["id"]).Distinct().Count());
        Assert.Equal(4, Bot.Received.Count);
    }

    [Fact]
    public async Task A_move_of_the_clock_lets_both_work_and_stops_at_what_either_has_due()
    {
        await using var second = await StubBot.StartAsync();
        await BesideAsync(second.Url);
        Bot.NextDue = now => now < Noon.AddHours(2) ? Noon.AddHours(2) : null;
        second.NextDue = now => now < Noon.AddHours(1) ? Noon.AddHours(1) : null;

        await PostAsync("sandbox/clock", new { advance = "PT3H" });

        Assert.Equal([Noon, Noon.AddHours(1), Noon.AddHours(2), Noon.AddHours(3)], Bot.RunnerTurns);
        Assert.Equal(Bot.RunnerTurns, second.RunnerTurns);
    }

    [Fact]
    public async Task The_clock_moves_with_those_that_are_there_and_not_with_none()
    {
        await BesideAsync($"http://127.0.0.1:{Ports.Free()}");
        Assert.Equal(200, (await PostAsync("sandbox/clock", new { advance = "PT1H" })).Status);

        await StopWorldAsync();
        await StartWorldAsync($"http://127.0.0.1:{Ports.Free()},http://127.0.0.1:{Ports.Free()}");
        Assert.Equal(503, (await PostAsync("sandbox/clock", new { advance = "PT1H" })).Status);
    }

    private async Task BesideAsync(string url)
    {
        await StopWorldAsync();
        await StartWorldAsync($"{Bot.Url}, {url}/");
    }
}
