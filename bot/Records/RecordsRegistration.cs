using StrategyBot.Rules.Wording;

namespace StrategyBot.Records;

public static class RecordsRegistration
{
    /// <summary>The record's store and its one door.</summary>
    /// <exception cref="StartRefusedException">A setting is wrong; the sentence names it.</exception>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = configuration["Storage:Provider"] is { Length: > 0 } named ? named : "Sqlite";
        if (!string.Equals(provider, "Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException("Storage__Provider must be Sqlite.");
        }

        var folder = StorageFolder.Open(configuration, environment);
        return services
            .AddSingleton<IRecord>(_ => new SqliteRecord(Path.Combine(folder, "record.db")))
            .AddSingleton<CaseCodec>()
            .AddSingleton<RecordSignal>()
            .AddSingleton<AccessLog>()
            .AddHostedService(at => at.GetRequiredService<AccessLog>())
            .AddSingleton<Clerk>()
            .AddSingleton<References>()
            .AddSingleton<PeopleBook>()
            .AddSingleton(Words.English);
    }

    /// <summary><c>/readyz</c>: whether the store can be read and written now.</summary>
    public static void MapReadiness(this IEndpointRouteBuilder app) => app.MapGet("/readyz", async (IRecord record, ILogger<AccessLog> logger, CancellationToken cancellationToken) =>
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
