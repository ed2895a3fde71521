using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Pages;
using StrategyBot.Records;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

/// <summary>Whatever is shown of a case is noted, and an auditor, and nobody else, reads who it was.</summary>
public sealed class ShowingTests
{
    private static readonly string Stream = CaseCodec.StreamOf(Given.Id);

    [Fact]
    public async Task Every_showing_is_noted_a_refused_form_and_what_follows_a_save_too()
    {
        await using var host = await HaveAsync();
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var chair = new TeamsUser(world, "chair");
        var seen = 0;

        async Task NotedAsync(string what, Func<Task> showing)
        {
            await showing();
            Assert.Contains(what, (await SinceAsync(host, seen, what)).Select(access => access.What));
            seen = (await host.Record.AccessesAsync(Stream, default)).Count;
        }

        await NotedAsync("hub/my-part", () => PressAsync(chair, "task/fetch", new() { ["verb"] = "hub/my-part" }));
        await NotedAsync("hub/status", () => chair.SayAsync($"status {Given.Id} Heron"));
        await NotedAsync("hub/missing", () => chair.SayAsync($"missing {Given.Id} Heron"));
        await NotedAsync("planning/contingency", () => PressAsync(chair, "task/fetch", new() { ["verb"] = "planning/contingency" }));
        // Nothing was typed, so it is refused and comes back.
        await NotedAsync("planning/contingency",
            () => PressAsync(chair, "task/submit", new() { ["verb"] = "planning/save-contingency", ["text"] = "" }));
        await NotedAsync("hub/my-part",
            () => PressAsync(chair, "task/submit", new() { ["verb"] = "planning/save-contingency", ["text"] = "Ring the duty desk." }));
        await NotedAsync("hub/go", () => PressAsync(chair, "task/fetch", new() { ["verb"] = "hub/go" }));
    }

    [Theory]
    [InlineData("tasks", "page/tasks")]
    [InlineData("act", "hub/my-part")]
    public async Task A_page_that_says_that_it_asks_by_itself_is_noted_unless_somebodys_look_was(string path, string what)
    {
        await using var host = await HaveAsync();
        using var page = new Visitor(host);
        await page.EnterAsync(host, "health");

        var press = 0;
        Task<(int Status, JsonNode Body)> ShowAsync(bool automatic) => path == "tasks"
            ? page.PostAsync(path, new { automatic })
            : page.PostAsync(path, new
            {
                verb = what,
                data = new { @case = Given.Id.Value },
                id = $"press-{press++:D4}",
                automatic,
            });

        // Nobody looked before: then it is a look, whatever it calls itself.
        Assert.Equal(200, (await ShowAsync(automatic: true)).Status);
        await SinceAsync(host, 0, what);
        var noted = (await host.Record.AccessesAsync(Stream, default)).Count;

        Assert.Equal(200, (await ShowAsync(automatic: true)).Status);
        Assert.Equal(200, (await ShowAsync(automatic: false)).Status);
        await SinceAsync(host, noted, what);
        Assert.Single(await SinceAsync(host, noted, what), access => access.What == what);
    }

    [Fact]
    public void A_page_that_stands_open_is_noted_again_every_quarter_of_an_hour_and_each_thing_by_itself()
    {
        var wall = new StoppedClock(Dates.Local("2026-11-25 14:00"));
        var open = new OpenPages(new(wall));
        open.Noted("her session", "page/tasks");

        wall.Advance(TimeSpan.FromMinutes(14));
        Assert.True(open.IsByItself("her session", "page/tasks", saysItself: true));
        Assert.False(open.IsByItself("her session", "page/tasks", saysItself: false));
        Assert.False(open.IsByItself("her session", "hub/my-part", saysItself: true));
        Assert.False(open.IsByItself("another's", "page/tasks", saysItself: true));

        wall.Advance(TimeSpan.FromMinutes(1));
        Assert.False(open.IsByItself("her session", "page/tasks", saysItself: true));
    }

    [Fact]
    public async Task An_auditor_reads_it_by_reference_and_that_is_noted_and_nobody_else_learns_that_there_is_a_case()
    {
        await using var host = await HaveAsync();
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var (chair, auditor) = (new TeamsUser(world, "chair"), new TeamsUser(world, "head-of-service"));
        (await world.PostAsync($"sandbox/graph/v1.0/users/{SandboxPeople.HeadOfService.AadObjectId}/teamwork/installedApps",
            JsonContent.Create(new Dictionary<string, string>
            {
                ["teamsApp@odata.bind"] = $"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{SandboxPeople.CatalogAppId}",
            }))).EnsureSuccessStatusCode();
        await chair.SayAsync($"status {Given.Id} Heron");
        await SinceAsync(host, 0, "hub/status");

        var (told, first) = (await AskAsync(auditor, $"access {Given.Id}"), await AskAsync(chair, $"access {Given.Id}"));

        Assert.Contains("Priya Nair", told, StringComparison.Ordinal);
        Assert.Contains("hub/status", told, StringComparison.Ordinal);
        Assert.Contains((await SinceAsync(host, 0, "governing/access")).Select(access => (access.What, access.Person)),
            access => access == ("governing/access", $"{SandboxPeople.CouncilTenant}/{SandboxPeople.HeadOfService.AadObjectId}"));
        // Not even their own case's, and the same as for one that isn't there.
        Assert.Equal(first, await AskAsync(auditor, "access SB-2026-999"));
        Assert.Equal(first, await AskAsync(chair, "access SB-2026-999"));
        Assert.Empty(await host.Record.AccessesAsync("cases/SB-2026-999", default));
        Assert.Contains("SB-2026-014", await AskAsync(auditor, "access"), StringComparison.Ordinal);
        Assert.DoesNotContain("hub/status", await AskAsync(auditor, "access"), StringComparison.Ordinal);
    }

    private static async Task<LinksHost> HaveAsync()
    {
        var host = await LinksHost.StartAsync();
        var known = Given.Priya with { Person = PersonId.Of(SandboxPeople.Chair.TenantId, SandboxPeople.Chair.AadObjectId) };
        await host.HaveAsync(Given.AConvenedCase().Fact(new ParticipantAdded(known)));
        return host;
    }

    /// <summary>Durable within a second.</summary>
    private static async Task<IReadOnlyList<Access>> SinceAsync(LinksHost host, int seen, string what)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var since = (await host.Record.AccessesAsync(Stream, deadline.Token)).Skip(seen).ToList();
            if (since.Any(access => access.What == what))
            {
                return since;
            }

            await Task.Delay(20, deadline.Token);
        }
    }

    /// <summary>Asks again where a slow machine could not find out in time who asks.</summary>
    private static async Task<string> AskAsync(TeamsUser person, string line)
    {
        var answer = (await person.SayAsync(line)).Words;
        for (var again = 0; again < 10 && answer.Contains("I can't check just now", StringComparison.Ordinal); again++)
        {
            answer = (await person.SayAsync(line)).Words;
        }

        return answer;
    }

    private static async Task<string> PressAsync(TeamsUser person, string invoke, JsonObject data)
    {
        data["case"] = Given.Id.Value;
        var answer = await person.InvokeAsync(await person.PersonalChatAsync(), invoke, new JsonObject { ["data"] = data }, null);
        return answer.ToJsonString();
    }
}
