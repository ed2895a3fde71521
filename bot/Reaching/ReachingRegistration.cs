namespace StrategyBot.Reaching;

public static class ReachingRegistration
{
    public static IServiceCollection AddReaching(this IServiceCollection services) => services
        .AddSingleton<ILinks, ChatLinks>()
        .AddSingleton<Reach>();
}
