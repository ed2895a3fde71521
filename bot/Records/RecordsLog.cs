namespace StrategyBot.Records;

internal static partial class RecordsLog
{
    [LoggerMessage(EventId = 2005, Level = LogLevel.Error,
        Message =
        "The record of {Stream} is not the one that was written, at line {Line} or before, and is vouched for no further: run verify")]
    public static partial void NotAsAnchored(this ILogger logger, string stream, int line);

    [LoggerMessage(EventId = 2006, Level = LogLevel.Error, Message = "Somebody without the key was at the anchors: {Fault}; run verify")]
    public static partial void AnchorsBroken(this ILogger logger, string fault);

    [LoggerMessage(EventId = 2007, Level = LogLevel.Warning,
        Message = "Nothing was anchored ({Failure}): what was written since is vouched for the next time")]
    public static partial void NotAnchored(this ILogger logger, string failure);

    [LoggerMessage(EventId = 2001, Level = LogLevel.Error,
        Message = "The access log could not be written ({Failure}); reading is closed with {Count} entries waiting")]
    public static partial void AccessLogClosed(this ILogger logger, string failure, int count);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Error, Message = "The store could not be read and written ({Failure})")]
    public static partial void NotReady(this ILogger logger, string failure);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "The indexes of {Count} cases are written again")]
    public static partial void IndexesRebuilt(this ILogger logger, int count);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Case {CaseId} {Why}: its indexes are left alone")]
    public static partial void IndexesLeftAlone(this ILogger logger, string caseId, string why);
}
