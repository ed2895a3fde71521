namespace StrategyBot.PartnerLinks;

internal static partial class PartnerLinksLog
{
    [LoggerMessage(EventId = 8001, Level = LogLevel.Information, Message = "Case {CaseId}: a code was sent to {ParticipantId}")]
    public static partial void CodeSent(this ILogger logger, string caseId, string participantId);

    [LoggerMessage(EventId = 8002, Level = LogLevel.Warning, Message = "A code was not sent ({Failure}, HTTP {Status})")]
    public static partial void CodeNotSent(this ILogger logger, string failure, int status);

    [LoggerMessage(EventId = 8003, Level = LogLevel.Information, Message = "Case {CaseId}: {ParticipantId} signed in behind a link")]
    public static partial void SignedIn(this ILogger logger, string caseId, string participantId);

    [LoggerMessage(EventId = 8004, Level = LogLevel.Warning, Message = "Case {CaseId}: a link is locked after wrong codes")]
    public static partial void Locked(this ILogger logger, string caseId);

    [LoggerMessage(EventId = 8007, Level = LogLevel.Warning, Message = "Earlier links were not looked through ({Failure}); tried again")]
    public static partial void OldLinksNotSeen(this ILogger logger, string failure);

    [LoggerMessage(EventId = 8008, Level = LogLevel.Error, Message = "A way in or out of a page failed with {Failure} {Stack}")]
    public static partial void DoorFailed(this ILogger logger, string failure, string stack);
}
