using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Sandbox.Graph;

namespace StrategyBot.Tests.Sandbox.Practise;

/// <summary>The chair's step presses a button, and the bot answers that it takes longer: whatever comes of it, there is one case.</summary>
public sealed class SlowPressTests : IAsyncLifetime, IDisposable
{
    private readonly ImpatientClock wall = new(limit: TimeSpan.Zero);
    private readonly SemaphoreSlim held = new(0), gate = new(0);
    private Func<Case, bool> holds = _ => false;
    private LinksHost host = null!;
    private HttpClient world = null!;

    public async Task InitializeAsync()
    {
        host = await LinksHost.StartAsync(more: services => services
            .AddSingleton(at => ActivatorUtilities.CreateInstance<TeamsEndpoint>(at, new WallClock(wall)))
            .AddSingleton<EarliestDue>(at => (@case, before, now) =>
            {
                if (holds(@case))
                {
                    holds = _ => false;
                    held.Release();
                    gate.Wait();
                }

                return at.GetRequiredService<Duties>().Earliest(@case, before, now);
            }));
        world = new HttpClient { BaseAddress = new(host.Url) };
        (await world.PostAsJsonAsync("sandbox/practise", new { @case = "bruise-on-a-baby" })).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    public void Dispose()
    {
        world.Dispose();
        held.Dispose();
        gate.Dispose();
    }

    [Fact]
    public async Task The_card_of_a_first_press_that_is_not_answered_is_pressed_again()
    {
        var slow = await SlowlyAsync(_ => true);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, slow.StatusCode);
        Assert.Equal(0, host.Practised!.Convened);

        // Nothing is open yet as far as anybody can see.
        var again = StepAsync();
        gate.Release();
        Assert.Equal("convenes the meeting", await DidAsync(await again));
        await AssertOneCaseAsync();
    }

    [Fact]
    public async Task After_a_last_press_that_is_not_answered_nothing_is_convened_again()
    {
        var slow = await SlowlyAsync(@case => @case.Meeting.IsConvened);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, slow.StatusCode);
        gate.Release();
        await host.LateAsync();

        (await StepAsync()).EnsureSuccessStatusCode();

        await AssertOneCaseAsync();
    }

    [Fact]
    public async Task A_stop_waits_for_what_takes_longer_and_for_the_note_of_what_was_shown()
    {
        await SlowlyAsync(_ => true);

        var stop = host.StopAsync();
        await host.StoppingAsync();
        gate.Release();
        await stop;

        var stream = Assert.Single(await host.Record.StreamsAsync("cases/", default));
        Assert.NotEmpty(await host.Record.AccessesAsync(stream, default));
    }

    private async Task<HttpResponseMessage> SlowlyAsync(Func<Case, bool> until)
    {
        holds = until;
        var step = StepAsync();
        await held.WaitAsync();
        wall.Expire();
        return await step;
    }

    private async Task AssertOneCaseAsync()
    {
        Assert.Single(await host.Record.StreamsAsync("cases/", default));
        Assert.Null(host.Practised!.Trouble);
    }

    private Task<HttpResponseMessage> StepAsync() => world.PostAsJsonAsync("sandbox/practise/step", new { chair = true });

    private static async Task<string?> DidAsync(HttpResponseMessage step) =>
        (string?)(await step.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["did"]?["what"];
}
