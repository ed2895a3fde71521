namespace StrategyBot.Starting;

internal static partial class StartLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Critical, Message = "{Sentence}")]
    public static partial void StartRefused(this ILogger logger, string sentence);
}
