using StrategyBot.Records;

namespace StrategyBot.Obligations;

internal static class ObligationsRegistration
{
    /// <summary>The runner, and what the record's index needs to know of what is owed.</summary>
    public static IServiceCollection AddObligations(this IServiceCollection services) => services
        .AddSingleton<EarliestDue>(at => at.GetRequiredService<Duties>().Earliest)
        .AddSingleton<CaseLeases>()
        .AddSingleton<CaseWork>()
        .AddSingleton<RefusedCases>()
        .AddSingleton<Runner>()
        .AddHostedService(at => at.GetRequiredService<Runner>());

    /// <summary>Has all that was refused tried again at once, for <c>dotnet run --project bot -- try-again</c> after a repair;
    /// the bot, which does it, runs meanwhile.</summary>
    public static async Task TryAgainAsync(this IHost host, CancellationToken cancellationToken)
    {
        await host.Services.GetRequiredService<IRecord>().OpenAsync(cancellationToken);
        var count = await host.Services.GetRequiredService<RefusedCases>().AskAgainAsync(cancellationToken);
        host.Services.GetRequiredService<ILogger<RefusedCases>>().AskedAgain(count);
    }
}
