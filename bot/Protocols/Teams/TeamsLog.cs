namespace StrategyBot.Protocols.Teams;

internal static partial class TeamsLog
{
    [LoggerMessage(EventId = 7001, Level = LogLevel.Warning,
        Message = "The connector answered {Method} with {Status} {Code} (operation {OperationId})")]
    public static partial void ConnectorRefused(this ILogger logger, string method, int status, string code, string operationId);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning, Message = "The connector gave no answer to {Method} ({Code})")]
    public static partial void ConnectorSilent(this ILogger logger, string method, string code);

    [LoggerMessage(EventId = 7003, Level = LogLevel.Warning, Message = "An activity was refused: {Reason}")]
    public static partial void TokenRefused(this ILogger logger, TokenRefusal reason);

    [LoggerMessage(EventId = 7004, Level = LogLevel.Error, Message = "The channel's keys could not be fetched ({Failure})")]
    public static partial void KeysNotFetched(this ILogger logger, string failure);
}
