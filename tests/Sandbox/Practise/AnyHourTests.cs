using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Sandbox.Practise;
using StrategyBot.Tests.PartnerLinks;

namespace StrategyBot.Tests.Sandbox.Practise;

/// <summary>People practise at night and at the weekend too: no hour of the clock stops a case, and none fills the chair's list.</summary>
public sealed class AnyHourTests
{
    [Theory]
    [InlineData("2026-11-27 00:10")]
    [InlineData("2026-11-27 01:59")]
    [InlineData("2026-11-27 02:01")]
    [InlineData("2026-11-27 23:50")]
    [InlineData("2026-11-28 12:00")]
    [InlineData("2026-11-29 00:10")]
    [InlineData("2026-11-29 23:50")]
    public async Task Each_case_is_convened_at_any_hour_also_at_the_weekend_and_a_step_of_the_chair_opens_one_case(string at)
    {
        await using var host = await LinksHost.StartAsync(at);
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var opened = 0;
        foreach (var one in PractiseCases.Shipped().All)
        {
            await BeginAsync(world, one.Id);

            var did = await StepAsync(world, chair: true);

            Assert.Equal((one.Id, "no trouble", "convenes the meeting"), (one.Id, await TroubleAsync(world), did));
            Assert.Equal(++opened, (await host.Record.StreamsAsync("cases/", default)).Count);
            // Its chat comes now, and not into the next one.
            await host.SettleAsync();
        }
    }

    [Theory]
    [InlineData("2026-11-27 00:10", "bruise-on-a-baby")]
    [InlineData("2026-11-28 23:50", "unborn-child")]
    public async Task A_case_that_begins_in_the_night_comes_to_its_end(string at, string one)
    {
        await using var host = await LinksHost.StartAsync(at);
        using var world = new HttpClient { BaseAddress = new(host.Url), Timeout = TimeSpan.FromMinutes(4) };
        await BeginAsync(world, one);

        for (var step = 0; step < 200; step++)
        {
            await host.SettleAsync();
            if (await StepAsync(world, chair: false) is null && await StepAsync(world, chair: true) is null)
            {
                break;
            }
        }

        Assert.Equal("no trouble", await TroubleAsync(world));
        Assert.Contains((await PlayingAsync(world))["told"]!.AsArray(), line => (string?)line!["what"] == "does “Draft of the minutes”");
        Assert.Single(await host.Record.StreamsAsync("cases/", default));
    }

    [Fact]
    public async Task A_chair_who_is_quicker_than_the_others_finds_them_there_all_the_same()
    {
        await using var host = await LinksHost.StartAsync("2026-11-28 12:00");
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        await BeginAsync(world, "bruise-on-a-baby");

        for (var step = 0; step < 12 && await ToldAsync(world) is var told && !told.Contains("chair does “Where Child 1 is safe”"); step++)
        {
            await host.SettleAsync();
            await StepAsync(world, chair: true);
        }

        Assert.Equal("no trouble", await TroubleAsync(world));
        Assert.Contains("health joins the meeting", await ToldAsync(world));
        Assert.Contains("chair does “Where Child 1 is safe”", await ToldAsync(world));
    }

    [Fact]
    public async Task What_a_step_could_not_finish_the_next_goes_on_with()
    {
        const string Stops = "A button that isn't there";
        var broken = Shipped().Replace("Call the meeting and invite", Stops, StringComparison.Ordinal);
        await using var host = await LinksHost.StartAsync(more: services => services.AddSingleton(PractiseCases.Of([broken])));
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        await BeginAsync(world, "bruise-on-a-baby");

        Assert.Null(await StepAsync(world, chair: true));
        Assert.Null(await StepAsync(world, chair: true));

        Assert.Contains(Stops, await TroubleAsync(world), StringComparison.Ordinal);
        var stream = Assert.Single(await host.Record.StreamsAsync("cases/", default));
        // Two children; the first was named as far as it was known, and again in full.
        Assert.Equal(3, (await host.Record.ReadAsync(stream, 0, default)).Count(line => line.Envelope.Kind == "child-named"));
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(HttpClient world) =>
        [.. (await PlayingAsync(world))["told"]!.AsArray().Select(line => $"{line!["who"]} {line["what"]}")];

    private static string Shipped()
    {
        var assembly = typeof(PractiseCases).Assembly;
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith(".bruise-on-a-baby.json", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static async Task BeginAsync(HttpClient world, string one) =>
        (await world.PostAsJsonAsync("sandbox/practise", new { @case = one })).EnsureSuccessStatusCode();

    private static async Task<string?> StepAsync(HttpClient world, bool chair)
    {
        var answer = await world.PostAsJsonAsync("sandbox/practise/step", new { chair });
        answer.EnsureSuccessStatusCode();
        return (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["did"]?["what"];
    }

    private static async Task<string> TroubleAsync(HttpClient world) => (string?)(await PlayingAsync(world))["trouble"] ?? "no trouble";

    private static async Task<JsonNode> PlayingAsync(HttpClient world) =>
        (await world.GetFromJsonAsync<JsonNode>("sandbox/practise"))!["playing"]!;
}
