using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StrategyBot.Sandbox;
using StrategyBot.Starting;

namespace StrategyBot.Tests.Sandbox.Guards;

public sealed class StartGuardTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("sandbox-").FullName;

    [Theory]
    [InlineData("urls", "http://0.0.0.0:0", "ASPNETCORE_URLS")]
    [InlineData("urls", "http://127.0.0.1:0;http://*:0", "ASPNETCORE_URLS")]
    [InlineData("http_ports", "8080", "ASPNETCORE_HTTP_PORTS")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://[::]:0", "Kestrel__Endpoints__Open__Url")]
    [InlineData("Teams:AppId", "an app", "Teams__AppId")]
    [InlineData("Teams:Credential", "a secret", "Teams__Credential")]
    [InlineData("Graph:BaseUrl", "https://graph.example/v1.0", "Graph__BaseUrl")]
    [InlineData("Sandbox:BotUrl", "http://bot.example", "Sandbox__BotUrl")]
    [InlineData("Sandbox:BotUrl", "http://localhost:3978,http://bot.example", "Sandbox__BotUrl")]
    public async Task The_sandbox_will_not_start_beyond_this_machine_or_beside_live_credentials(string setting, string value, string named)
    {
        await using var app = Build((setting, value));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.StartAsync());

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nor_when_the_program_itself_opens_the_door()
    {
        await using var app = Build(("urls", ""), kestrel: options => options.Listen(System.Net.IPAddress.Any, 0));

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => app.StartAsync());

        Assert.Contains("listens beyond this machine", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private WebApplication Build(
        (string Name, string Value) setting, Action<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>? kestrel = null)
    {
        var builder =
            WebApplication.CreateBuilder(
                new WebApplicationOptions { EnvironmentName = "Production", Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Storage:Path"] = folder, [setting.Name] = setting.Value });
        builder.WebHost.ConfigureKestrel(options => kestrel?.Invoke(options));
        builder.Services.AddSandboxWorld(builder.Configuration, TimeProvider.System);
        var app = builder.Build();
        app.MapSandboxWorld();
        return app;
    }
}
