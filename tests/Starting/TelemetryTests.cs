using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Starting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_that_is_named_gets_traces_and_metrics()
    {
        var got = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        await using var collector = App();
        var address = $"http://127.0.0.1:{Ports.Free()}";
        collector.Urls.Add(address);
        collector.Run(async http =>
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body);
            got[http.Request.Path] = got.GetValueOrDefault(http.Request.Path, "") + Encoding.UTF8.GetString(body.ToArray());
        });
        await collector.StartAsync();

        await using (var bot = App((Telemetry.Setting, address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")))
        {
            bot.Urls.Add($"http://127.0.0.1:{Ports.Free()}");
            await bot.StartAsync();
            using (var turn = Measures.Turn("test/press")!)
            {
                turn.Outcome = "Show";
            }

            await bot.StopAsync();
        }

        Assert.Equal(["/v1/metrics", "/v1/traces"], got.Keys.Order());
        Assert.All(got.Values, sent => Assert.Contains("StrategyBot", sent, StringComparison.Ordinal));
        Assert.Contains("strategybot.turn.duration", got["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("test/press", got["/v1/traces"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_one_nothing_of_it_is_in_the_program(string? address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new(Telemetry.Setting, address)]);

        builder.AddTelemetry();

        Assert.DoesNotContain(builder.Services, service => $"{service.ServiceType} {service.ImplementationType}".Contains("OpenTelemetry.",
            StringComparison.Ordinal));
    }

    private static WebApplication App(params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(one => new KeyValuePair<string, string?>(one.Name, one.Value)));
        builder.AddTelemetry();
        return builder.Build();
    }
}
