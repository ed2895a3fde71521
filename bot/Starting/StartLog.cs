namespace StrategyBot.Starting;

internal static partial class StartLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Critical, Message = "{Sentence}")]
    public static partial void StartRefused(this ILogger logger, string sentence);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "An answer broke: {Failure}\n{Stack}")]
    public static partial void AnswerBroke(this ILogger logger, string failure, string stack);

    [LoggerMessage(EventId = 3, Level = LogLevel.Critical, Message = "The bot broke: {Failure}\n{Stack}")]
    public static partial void BotBroke(this ILogger logger, string failure, string stack);
}
