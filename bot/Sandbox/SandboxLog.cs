namespace StrategyBot.Sandbox;

internal static partial class SandboxLog
{
    [LoggerMessage(EventId = 9001, Level = LogLevel.Warning,
        Message = "Activity {ActivityId} was not accepted by the bot, which answered {Status}; the sandbox has given up on it")]
    public static partial void GivenUp(this ILogger logger, string activityId, int status);
}
