using Microsoft.Bot.Builder.Integration.AspNet.Core;
using StrategyBot.Tests.Oracles;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>An empty echo bot on Microsoft's own Bot Builder, which answers a dialog with one line. It asks for no token, as on
/// loopback: what it does costs a little more in truth.</summary>
internal static class BotBuilderEcho
{
    public static WebApplication Build(Served served)
    {
        var app = Serve.Kestrel(served).Build();
        var adapter = new CloudAdapter(new ConfigurationBuilder().Build());
        var bot = new EchoBot();
        app.MapPost("/api/messages", http => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        return app;
    }
}
