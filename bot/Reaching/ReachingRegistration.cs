using StrategyBot.Conversations;

namespace StrategyBot.Reaching;

internal static class ReachingRegistration
{
    public static IServiceCollection AddReaching(this IServiceCollection services) => services
        .AddSingleton<IPersonalLinks, ChatLinks>()
        .AddSingleton<LetterText>()
        .AddSingleton<Reach>()
        .AddSingleton<AddressOwners>()
        .AddSingleton<OwnsAddress>(at => at.GetRequiredService<AddressOwners>().OwnsAsync);
}
