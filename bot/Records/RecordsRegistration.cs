using StrategyBot.Starting;

namespace StrategyBot.Records;

public static class RecordsRegistration
{
    /// <summary>The record's store and its one door.</summary>
    /// <param name="isSandbox">Its store is on this machine.</param>
    /// <exception cref="StartRefusedException">A setting is wrong; the sentence names it.</exception>
    public static IServiceCollection AddRecords(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment, bool isSandbox)
    {
        Stores.Chosen(configuration).Add(services, new(configuration, environment, isSandbox));
        return services
            .AddHostedService<StoreStart>()
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
        foreach (var id in leftAlone)
        {
            logger.IndexesLeftAlone(id.Value);
        }
    }

    /// <summary><c>/readyz</c>: whether the store can be read and written now.</summary>
    public static void MapReadiness(this IEndpointRouteBuilder app) =>
        app.MapGet("/readyz", async (IRecord record, ILogger<AccessLog> logger, CancellationToken cancellationToken) =>
        {
            try
            {
                await record.CheckAsync(cancellationToken);
                return Results.Text("ready");
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                logger.NotReady(failure.GetType().Name);
                return Results.Text("The store can't be read and written just now.", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
}
