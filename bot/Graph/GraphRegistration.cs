using Azure.Core;
using StrategyBot.Rules;

namespace StrategyBot.Graph;

internal static class GraphRegistration
{
    /// <summary>The whole room. Outside the sandbox a <see cref="TokenCredential"/> must be registered too.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Read at once, so that a missing setting stops the start.</param>
    /// <param name="sandboxUrl">Where the sandbox's Graph is, where that is known only once the server listens;
    /// the setting goes before it.</param>
    public static IServiceCollection AddGraph(
        this IServiceCollection services, IConfiguration configuration, Func<IServiceProvider, string>? sandboxUrl = null)
    {
        var settings = GraphSettings.From(configuration);
        return services
            .AddSingleton(
                at => sandboxUrl is null || configuration["Graph:BaseUrl"] is { Length: > 0 } ? settings : settings.At(sandboxUrl(at)))
            .AddSingleton(at => new GraphConnection(
                at.GetRequiredService<GraphSettings>(), at.GetService<TokenCredential>(), at.GetRequiredService<WallClock>().Time,
                at.GetRequiredService<ILogger<GraphConnection>>()))
            .AddSingleton<Membership>()
            .AddSingleton<TenantDomains>()
            .AddSingleton<Users>()
            .AddSingleton<PartnerDirectory>()
            .AddSingleton<FreeBusy>()
            .AddSingleton<Invitations>()
            .AddSingleton<MeetingRooms>()
            .AddSingleton<ChatApp>()
            .AddSingleton<AttendanceReports>()
            .AddSingleton<Post>()
            .AddSingleton<ReturnedMail>();
    }
}
