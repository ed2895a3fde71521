using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using StrategyBot.Starting;

namespace StrategyBot.Sandbox.Guards;

/// <summary>Stops a start of the sandbox beyond loopback or beside live credentials, with a sentence that names the setting.</summary>
internal sealed class StartGuard(IConfiguration configuration, IServer server) : IHostedLifecycleService
{
    private static readonly string[] Live = ["Teams:AppId", "Teams:TenantId", "Teams:Credential", "Teams:CatalogAppId"];
    private static readonly string[] Ports = ["http_ports", "https_ports"];
    private static readonly string[] Others = ["Sandbox:WorldUrl", "Sandbox:BotUrl", "Graph:BaseUrl"];

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (Live.FirstOrDefault(name => !string.IsNullOrEmpty(configuration[name])) is { } live)
        {
            throw Refused(
                $"{Setting(live)} is set, but the sandbox believes whoever speaks to it. Take the setting away, or set "
                    + $"StrategyBot__Mode=Live.");
        }

        foreach (var (name, url) in Configured())
        {
            if (!Loopback.IsUrl(url))
            {
                throw Refused(
                    $"{name} would open the sandbox beyond this machine. Set it to a localhost address, or set StrategyBot__Mode=Live.");
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Looks at what the server really listens on, however that was set.</summary>
    public Task StartedAsync(CancellationToken cancellationToken) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.All(Loopback.IsUrl) != false
            ? Task.CompletedTask
            : throw Refused(
                "the server listens beyond this machine. Set ASPNETCORE_URLS to a localhost address, or set StrategyBot__Mode=Live.");

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<(string Name, string Url)> Configured()
    {
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls)
        {
            yield return ("ASPNETCORE_URLS", url);
        }

        // Bare ports listen on every address; urls wins over them.
        foreach (var ports in Ports.Where(name => urls.Length == 0 && !string.IsNullOrEmpty(configuration[name])))
        {
            yield return ($"ASPNETCORE_{ports.ToUpperInvariant()}", $"http://*:{configuration[ports]}");
        }

        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            yield return ($"Kestrel__Endpoints__{endpoint.Key}__Url", endpoint["Url"] ?? "");
        }

        foreach (var name in Others.Where(name => !string.IsNullOrEmpty(configuration[name])))
        {
            foreach (var url in configuration[name]!.Split(',', StringSplitOptions.TrimEntries))
            {
                yield return (Setting(name), url);
            }
        }
    }

    private static string Setting(string name) => name.Replace(":", "__", StringComparison.Ordinal);

    private static StartRefusedException Refused(string sentence) => new($"The sandbox won't start: {sentence}");
}
