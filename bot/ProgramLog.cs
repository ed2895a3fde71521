namespace StrategyBot;

internal static partial class ProgramLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Critical, Message = "{Sentence}")]
    public static partial void StartRefused(this ILogger logger, string sentence);
}
