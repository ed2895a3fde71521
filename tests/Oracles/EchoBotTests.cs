using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StrategyBot.Tests.Sandbox;

namespace StrategyBot.Tests.Oracles;

/// <summary>The sandbox's Teams held against a bot on Microsoft's own Bot Builder for C#.</summary>
public sealed class EchoBotTests : BotBuilderWalk
{
    [Fact]
    public async Task A_bot_on_Microsofts_Bot_Builder_finds_its_Teams_here()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        // Without an app's id it asks for no token and brings none: as on loopback.
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build());
        var bot = new EchoBot();
        app.MapPost("/api/messages", (HttpContext http) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        app.MapPost("/sandbox/runner", () => Results.Json(new { }));
        await app.StartAsync();

        await WalkAsync(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }
}
