namespace StrategyBot.Conversations;

internal static partial class ConversationsLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Warning, Message = "An activity was refused with HTTP {Status} ({ActivityId})")]
    public static partial void Refused(this ILogger logger, int status, string activityId);

    // The stack says where; the message of an exception might say what somebody typed.
    [LoggerMessage(EventId = 4002, Level = LogLevel.Error, Message = "Activity {ActivityId} ({Type} {Name}) failed with {Failure} {Stack}")]
    public static partial void TurnFailed(this ILogger logger, string activityId, string type, string name, string failure, string stack);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Warning, Message = "Activity {ActivityId}: the connector answered HTTP {Status}")]
    public static partial void RosterFailed(this ILogger logger, string activityId, int status);

    [LoggerMessage(EventId = 4006, Level = LogLevel.Warning,
        Message = "Activity {ActivityId} ({Type}): the outside failed, HTTP {Status}, {Code}")]
    public static partial void OutsideFailed(this ILogger logger, string activityId, string type, int status, string code);

    [LoggerMessage(EventId = 4005, Level = LogLevel.Warning, Message = "Activity {ActivityId}: the answer was not sent ({Failure})")]
    public static partial void AnswerFailed(this ILogger logger, string activityId, string failure);

    [LoggerMessage(EventId = 4004, Level = LogLevel.Warning, Message = "Activity {ActivityId}: case {CaseId} {Why}")]
    public static partial void LeftAlone(this ILogger logger, string activityId, string caseId, string why);
}
