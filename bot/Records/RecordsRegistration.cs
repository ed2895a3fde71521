using StrategyBot.Records.Anchors;
using StrategyBot.Records.Backups;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Records;

internal static class RecordsRegistration
{
    /// <summary>The record's store and its one door.</summary>
    /// <param name="isSandbox">Its store is on this machine.</param>
    /// <exception cref="StartRefusedException">A setting is wrong; the sentence names it.</exception>
    public static IServiceCollection AddRecords(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, bool isSandbox)
    {
        Stores.Chosen(configuration, isSandbox).Add(services, new(configuration, environment, isSandbox));
        services.AddAnchors(configuration, environment);
        return services
            .AddHostedService<StoreStart>()
            .AddSingleton(at => new RecordVerifier(
                at.GetRequiredService<IRecord>(), at.GetService<IAnchorPlace>(), at.GetService<IAnchorKey>(), !isSandbox))
            .AddSingleton(at => new Readiness(
                at.GetRequiredService<IRecord>(), at.GetRequiredService<WallClock>().Time,
                at.GetRequiredService<ILogger<Readiness>>()))
            .AddSingleton<Backup>()
            .AddSingleton(at => ActivatorUtilities.CreateInstance<Restore>(at, at.GetRequiredService<WallClock>().Time))
            .AddSingleton<CaseCodec>()
            .AddSingleton<RecordSignal>()
            .AddSingleton<AccessLog>()
            .AddHostedService(at => at.GetRequiredService<AccessLog>())
            .AddSingleton<Clerk>()
            .AddSingleton<References>()
            .AddSingleton<PeopleBook>()
            .AddSingleton(Words.English);
    }

    /// <summary>Writes every index again from the records, for <c>dotnet run --project bot -- rebuild-indexes</c>;
    /// the bot may run meanwhile.</summary>
    public static async Task RebuildIndexesAsync(this IHost host, CancellationToken cancellationToken)
    {
        await StoreStart.OpenAsync(host.Services.GetRequiredService<IRecord>(), host.Services.GetRequiredService<IConfiguration>(),
            cancellationToken);
        var (written, leftAlone) = await host.Services.GetRequiredService<Clerk>().RebuildIndexesAsync(cancellationToken);
        var logger = host.Services.GetRequiredService<ILogger<AccessLog>>();
        logger.IndexesRebuilt(written);
        foreach (var left in leftAlone)
        {
            logger.IndexesLeftAlone(left.About, left.Why);
        }
    }

    /// <summary><c>/readyz</c>: whether the store can be read and written now.</summary>
    public static void MapReadiness(this IEndpointRouteBuilder app) =>
        app.MapGet("/readyz", async (Readiness readiness, CancellationToken cancellationToken) =>
            await readiness.IsReadyAsync(cancellationToken)
                ? Results.Text("ready")
                : Results.Text("The store can't be read and written just now.", statusCode: StatusCodes.Status503ServiceUnavailable));
}
