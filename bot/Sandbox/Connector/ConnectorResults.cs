namespace StrategyBot.Sandbox.Connector;

/// <summary>Teams' own refusals (facts sheet B2 and B4): a code for the program, a message for its log.</summary>
internal static class ConnectorResults
{
    public static IResult BadSyntax(string message) => Error(400, "BadSyntax", message);

    public static IResult BadArgument(string message) => Error(400, "BadArgument", message);

    public static IResult NotInRoster() => Error(403, "BotNotInConversationRoster", "The bot is not part of the conversation roster.");

    public static IResult NotInstalledForPerson() =>
        Error(403, "ForbiddenOperationException", "The bot is not installed in user's personal scope.");

    public static IResult NotItsOwn() => Error(403, "NotEnoughPermissions", "The bot can only change what it sent itself.");

    public static IResult NoConversation() => Error(404, "ConversationNotFound", "Conversation not found.");

    public static IResult NoActivity() => Error(404, "ActivityNotFoundInConversation", "Activity not found in conversation.");

    public static IResult NoMember() => Error(404, "MemberNotFoundInConversation", "Member not found in conversation.");

    public static IResult NoMeeting() => Error(404, "MeetingNotFound", "Meeting not found, or it has expired.");

    public static IResult TooBig() => Error(413, "MessageSizeTooBig", "Message size too large.");

    private static IResult Error(int status, string code, string message) =>
        WorldResults.Json(new { error = new { code, message } }, status);
}
