using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StrategyBot.Conversations;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Starting;

public sealed class StopOrderTests
{
    [Fact]
    public async Task What_is_late_is_waited_for_before_anything_that_it_needs_stops()
    {
        using var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder.Path });
        foreach (var room in Rooms.Of(builder, Mode.Sandbox))
        {
            room();
        }

        await using var app = builder.Build();

        // They stop in the other order; the server, which is started last of all, before them.
        var ours = app.Services.GetServices<IHostedService>().Where(service => service.GetType().Assembly == typeof(Rooms).Assembly);
        Assert.IsType<LateTurns>(ours.Last());
    }
}
