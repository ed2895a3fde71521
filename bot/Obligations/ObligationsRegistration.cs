using StrategyBot.Records;

namespace StrategyBot.Obligations;

public static class ObligationsRegistration
{
    /// <summary>The runner, and what the record's index needs to know of what is owed.</summary>
    public static IServiceCollection AddObligations(this IServiceCollection services) => services
        .AddSingleton(new WallClock(TimeProvider.System))
        .AddSingleton<EarliestDue>(at => at.GetRequiredService<Duties>().Earliest)
        .AddSingleton<CaseLeases>()
        .AddSingleton<CaseWork>()
        .AddSingleton<Runner>()
        .AddHostedService(at => at.GetRequiredService<Runner>());
}
