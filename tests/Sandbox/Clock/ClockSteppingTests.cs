using System.Net.Http.Headers;

namespace StrategyBot.Tests.Sandbox.Clock;

public sealed class ClockSteppingTests : SandboxHost
{
    [Fact]
    public async Task It_steps_through_every_due_instant_and_stops_at_the_target()
    {
        var due = new[] { Noon.AddHours(1), Noon.AddHours(3).AddTicks(1), Noon.AddHours(30) };
        Bot.NextDue = now => due.Where(at => at > now).Select(at => (DateTimeOffset?)at).FirstOrDefault();

        var answer = await PostAsync("sandbox/clock", new { advance = "PT24H" });

        Assert.Equal([Noon, due[0], due[1], Noon.AddHours(24)], Bot.RunnerTurns);
        Assert.Equal("2026-11-25T12:00:00Z", (string?)answer.Body!["now"]);
    }

    [Fact]
    public async Task Work_that_stays_due_does_not_hold_the_clock()
    {
        Bot.NextDue = _ => Noon.AddHours(-1);

        await PostAsync("sandbox/clock", new { to = "2026-11-25T09:00:00Z" });

        Assert.Equal([Noon, Noon.AddHours(21)], Bot.RunnerTurns);
    }

    [Fact]
    public async Task It_waits_for_what_is_on_its_way_to_the_bot()
    {
        PlaceMeeting();
        await PostAsync("sandbox/clock", new { advance = "PT1H" });
        Assert.Empty(Bot.Received);

        Get<StrategyBot.Sandbox.Chats.AppInstallation>().InstallInChat(PlaceMeeting());
        await PostAsync("sandbox/clock", new { advance = "PT1H" });

        Assert.Equal(2, Bot.Received.Count);
    }

    [Theory]
    [InlineData("""{"to":"2026-11-24T11:59:59Z"}""")]
    [InlineData("""{"advance":"-PT1H"}""")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"to":"2026-11-25T09:00:00Z","advance":"PT1H"}""")]
    [InlineData("""{}""")]
    [InlineData("""{"to":5}""")]
    [InlineData("""{"to":""")]
    public async Task Back_and_nonsense_are_refused_in_a_sentence(string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));

        using var response = await World.PostAsync(new Uri("sandbox/clock", UriKind.Relative), content);

        var answer = await Answered(response);
        Assert.Equal(400, answer.Status);
        Assert.EndsWith(".", (string?)answer.Body!["error"], StringComparison.Ordinal);
        Assert.Empty(Bot.RunnerTurns);
    }

    [Fact]
    public async Task Without_the_bot_the_clock_stays()
    {
        await StopWorldAsync();
        await StartWorldAsync(botUrl: "http://127.0.0.1:9");

        var answer = await PostAsync("sandbox/clock", new { advance = "PT24H" });

        Assert.Equal(503, answer.Status);
        Assert.Contains("Sandbox__BotUrl", (string?)answer.Body!["error"], StringComparison.Ordinal);
        Assert.Equal("2026-11-24T12:00:00Z", (string?)(await ReadAsync("sandbox/clock"))["now"]);
    }

    [Fact]
    public async Task It_goes_on_from_where_it_was_after_a_restart()
    {
        await PostAsync("sandbox/clock", new { advance = "P2D" });
        await StopWorldAsync();
        Wall.Advance(TimeSpan.FromMinutes(5));
        await StartWorldAsync();

        // The host's clock object outlives its restarts here, so a fresh one must reach the same by the file alone.
        var fresh = new StrategyBot.Sandbox.Clock.SandboxClock(Wall);
        using var world = new StrategyBot.Sandbox.Clock.WorldClock(Get<StrategyBot.Sandbox.Store.WorldStore>(), fresh, null!, null!);
        world.Load();
        Assert.Equal(Noon.AddDays(2).AddMinutes(5), fresh.GetUtcNow());
    }
}
