using Microsoft.Extensions.DependencyInjection.Extensions;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Pages;

/// <summary>What locks text on a person's own device (base64url, 256 bits): no device learns it before its holder is let in, and
/// shutting them out changes it.</summary>
internal delegate string DeviceLock(Case @case, ParticipantId holder);

internal static class PagesRegistration
{
    /// <summary>What every page of ours in a browser is answered by; each page's room adds it.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.TryAddSingleton<LiveLine>();
        services.TryAddSingleton<OpenPages>();
        services.TryAddSingleton<PageAnswers>();
        return services;
    }
}

internal static partial class PagesLog
{
    // The stack says where; the message of an exception might say what somebody typed.
    [LoggerMessage(EventId = 8005, Level = LogLevel.Error, Message = "{Who}: {Verb} from a page failed with {Failure} {Stack}")]
    public static partial void PressFailed(this ILogger logger, string who, string verb, string failure, string stack);

    [LoggerMessage(EventId = 8009, Level = LogLevel.Warning,
        Message = "{Who}: {Verb} from a page waited on others: {Failure}, HTTP {Status}")]
    public static partial void OutsideFailed(this ILogger logger, string who, string verb, EffectFailure failure, int status);

    [LoggerMessage(EventId = 8006, Level = LogLevel.Warning, Message = "Case {CaseId} {Why}: a page was told so")]
    public static partial void LeftAlone(this ILogger logger, string caseId, string why);
}
