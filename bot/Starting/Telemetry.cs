using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace StrategyBot.Starting;

/// <summary>Sends <see cref="Measures"/> to the collector that is named, and nothing to nobody where none is: then no package of
/// OpenTelemetry is even loaded. Logs aren't sent, as they name cases.</summary>
internal static class Telemetry
{
    /// <summary>OpenTelemetry's own name for it; its other settings (protocol, headers, sampler) count too.</summary>
    public const string Setting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <exception cref="StartRefusedException">It is no address.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        switch (builder.Configuration[Setting])
        {
            case null or "":
                break;
            case var set when Uri.TryCreate(set, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https":
                Export(builder.Services);
                break;
            default:
                throw new StartRefusedException($"{Setting} must begin with https: or http:.");
        }
    }

    // A method of its own, so that the packages are loaded only here. Other sources and meters would tell addresses with ids in them.
    private static void Export(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService(Measures.Name).AddEnvironmentVariableDetector())
        .WithTracing(traces => traces.AddSource(Measures.Name).AddOtlpExporter())
        .WithMetrics(metrics => metrics.AddMeter(Measures.Name).AddOtlpExporter());
}
