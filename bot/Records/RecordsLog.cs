namespace StrategyBot.Records;

internal static partial class RecordsLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Error,
        Message = "The access log could not be written ({Failure}); reading is closed with {Count} entries waiting")]
    public static partial void AccessLogClosed(this ILogger logger, string failure, int count);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "The store could not be read and written ({Failure})")]
    public static partial void NotReady(this ILogger logger, string failure);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "The indexes of {Count} cases are written again")]
    public static partial void IndexesRebuilt(this ILogger logger, int count);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning,
        Message = "Case {CaseId} holds what only a newer release can read: its indexes are left alone")]
    public static partial void IndexesLeftAlone(this ILogger logger, string caseId);
}
