namespace StrategyBot.Protocols.Teams;

internal static partial class TeamsLog
{
    [LoggerMessage(EventId = 7001, Level = LogLevel.Warning, Message = "The connector answered {Method} with {Status} {Code} (operation {OperationId})")]
    public static partial void ConnectorRefused(this ILogger logger, string method, int status, string code, string operationId);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning, Message = "The connector gave no answer to {Method} ({Code})")]
    public static partial void ConnectorSilent(this ILogger logger, string method, string code);
}
