namespace StrategyBot.Graph;

internal static partial class GraphLog
{
    [LoggerMessage(EventId = 7001, Level = LogLevel.Information, Message = "Graph answered {Status} to a {Method}; trying again in {Wait}")]
    public static partial void WaitsToRepeat(this ILogger logger, int status, string method, TimeSpan wait);

    [LoggerMessage(EventId = 7002, Level = LogLevel.Warning,
        Message = "Online meeting {OnlineMeetingId} did not take {Option}: HTTP {Status}, {Code}")]
    public static partial void OptionNotTaken(this ILogger logger, string onlineMeetingId, string option, int status, string code);

    [LoggerMessage(EventId = 7003, Level = LogLevel.Information, Message = "The app is in {Place} ({Outcome})")]
    public static partial void Installed(this ILogger logger, string place, Installation outcome);
}
