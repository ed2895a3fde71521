using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using StrategyBot.Sandbox;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox.Page;

public sealed class ServingTests
{
    [Fact]
    public async Task Without_the_built_page_a_sentence_says_what_to_install()
    {
        await using var app = await StartAsync(Path.Combine(Path.GetTempPath(), "no-such-folder"));
        var answer = await app.GetTestClient().GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Install Node.js", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task The_page_may_load_only_its_own_and_holds_no_inline_script()
    {
        await using var app = await StartAsync(Path.Combine(AppContext.BaseDirectory, "page"));
        var answer = await app.GetTestClient().GetAsync("/");
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("default-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/..%2findex.html")]
    [InlineData("/assets/%2e%2e%2f%2e%2e%2fStrategyBot.dll")]
    [InlineData("/assets/nothing.js")]
    public async Task Nothing_but_the_page_is_served(string path)
    {
        await using var app = await StartAsync(Path.Combine(AppContext.BaseDirectory, "page"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.GetTestClient().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task What_the_sandbox_answers_is_kept_by_nobody()
    {
        await using var app = await StartAsync("nowhere");
        app.MapGet("/sandbox/clock", () => "now");
        Assert.True((await app.GetTestClient().GetAsync("/sandbox/clock")).Headers.CacheControl!.NoStore);
    }

    private static async Task<WebApplication> StartAsync(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseSecurityHeaders(null);
        app.MapSandboxPage(folder);
        await app.StartAsync();
        return app;
    }
}
