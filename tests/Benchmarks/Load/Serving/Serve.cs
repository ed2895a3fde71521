using System.Globalization;
using System.Text.Json;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>What a server is told by the rig.</summary>
/// <param name="Port">Where it listens, on loopback.</param>
/// <param name="Connector">Where the fake connector listens; 0 for the connector itself.</param>
/// <param name="Keys">The file with the channel's public key.</param>
/// <param name="Store">The folder of its store; of an emulator, what connects to it.</param>
internal sealed record Served(string What, int Port, int Connector, string Keys, string Store)
{
    public IEnumerable<string> Arguments =>
        ["serve", What, Port.ToString(CultureInfo.InvariantCulture), Connector.ToString(CultureInfo.InvariantCulture), Keys, Store];

    public static Served Parse(string[] arguments) => arguments is ["serve", var what, var port, var connector, var keys, var store]
        ? new(what, int.Parse(port, CultureInfo.InvariantCulture), int.Parse(connector, CultureInfo.InvariantCulture), keys, store)
        : throw new ArgumentException("The rig itself starts its servers: `serve what port connector keys store`.");
}

/// <summary>A server of the rig, as a process of its own, until its standard input closes.</summary>
internal static class Serve
{
    public static async Task RunAsync(Served served)
    {
        await using var app = served.What switch
        {
            Servers.Bare => BareFloor.Build(served),
            Servers.FloorB => FloorB.Build(served),
            Servers.Bot => BotServer.Build(served),
            Servers.BotBuilder => BotBuilderEcho.Build(served),
            Servers.Connector => FakeConnector.Build(served),
            _ => throw new ArgumentException($"There is no server '{served.What}'."),
        };
        // A handler of its own, as a framework's would cost the turn that is counted.
        app.MapGet(Counters.Path, http => http.Response.WriteAsJsonAsync(Counters.Read(), (JsonSerializerOptions?)null));
        await app.StartAsync();
        // It closes also where the rig was killed.
        await using var input = Terminal.Input();
        while (await input.ReadAsync(new byte[16]) > 0)
        {
        }

        await app.StopAsync();
    }

    /// <summary>A Kestrel on loopback with nothing else: what all floors stand on.</summary>
    public static WebApplicationBuilder Kestrel(Served served)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(served.Port));
        return builder;
    }

    /// <summary>Sends what is meant for Teams' connector to the fake one.</summary>
    public static HttpMessageHandler ToFake(Served served) =>
        new Redirect(served.Connector) { InnerHandler = new SocketsHttpHandler { UseProxy = false } };

    private sealed class Redirect(int port) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri($"http://127.0.0.1:{port}{request.RequestUri!.PathAndQuery}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}

internal static class Servers
{
    public const string Bare = "bare", FloorB = "floor-b", Bot = "bot", BotBuilder = "bot-builder", Connector = "connector";
}
