using StrategyBot.Rules.Effects;

namespace StrategyBot.Obligations;

internal static partial class ObligationsLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Warning,
        Message = "Case {CaseId}: {Key} failed ({Failure}, HTTP {Status}) at attempt {Attempt}")]
    public static partial void EffectFailed(this ILogger logger, string caseId, string key, EffectFailure failure, int status, int attempt);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "Case {CaseId}: {Key} broke off with {Failure} at attempt {Attempt}")]
    public static partial void AttemptFailed(this ILogger logger, string caseId, string key, string failure, int attempt);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning,
        Message = "Case {CaseId}: {Key} was refused ({Why}); it is tried again while it is of use")]
    public static partial void GivenUp(this ILogger logger, string caseId, string key, string why);

    [LoggerMessage(EventId = 3004, Level = LogLevel.Error, Message = "Case {CaseId} could not be worked ({Failure}), attempt {Attempt}")]
    public static partial void CaseFailed(this ILogger logger, string caseId, string failure, int attempt);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Error, Message = "The runner could not look for due cases ({Failure})")]
    public static partial void RunnerFailed(this ILogger logger, string failure);

    [LoggerMessage(EventId = 3006, Message = "Case {CaseId} {Why}: it is left alone")]
    public static partial void LeftAlone(this ILogger logger, LogLevel level, string caseId, string why);

    [LoggerMessage(EventId = 3007, Level = LogLevel.Information, Message = "{Count} that were refused are tried again now")]
    public static partial void AskedAgain(this ILogger logger, int count);
}
