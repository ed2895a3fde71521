using Azure.Core;

namespace StrategyBot.Graph;

internal static class GraphRegistration
{
    /// <summary>The whole room. Outside the sandbox a <see cref="TokenCredential"/> must be registered too.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Read at once, so that a missing setting stops the start.</param>
    /// <param name="sandboxUrl">Where the sandbox's Graph is, where that is known only once the server listens;
    /// the setting goes before it.</param>
    /// <param name="wallClock">Left out, the machine's own.</param>
    public static IServiceCollection AddGraph(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, string>? sandboxUrl = null,
        TimeProvider? wallClock = null)
    {
        var settings = GraphSettings.From(configuration);
        wallClock ??= TimeProvider.System;
        return services
            .AddSingleton(
                at => sandboxUrl is null || configuration["Graph:BaseUrl"] is { Length: > 0 } ? settings : settings.At(sandboxUrl(at)))
            .AddSingleton(at => new GraphConnection(
                at.GetRequiredService<GraphSettings>(), at.GetService<TokenCredential>(), wallClock,
                at.GetRequiredService<ILogger<GraphConnection>>()))
            .AddSingleton(at => new Membership(at.GetRequiredService<GraphConnection>(), at.GetRequiredService<GraphSettings>(), wallClock))
            .AddSingleton(at => new TenantDomains(at.GetRequiredService<GraphConnection>(), wallClock))
            .AddSingleton<Users>()
            .AddSingleton<PartnerDirectory>()
            .AddSingleton<FreeBusy>()
            .AddSingleton<Invitations>()
            .AddSingleton<MeetingRooms>()
            .AddSingleton<ChatApp>()
            .AddSingleton<AttendanceReports>()
            .AddSingleton<Post>();
    }
}
