namespace StrategyBot.Protocols.Teams;

/// <summary>The connector did not do what it was asked. Carries no content, names or addresses: it ends up in logs.</summary>
/// <param name="status">
/// The HTTP status; 0 where none came, so that it may or may not have been done. Two are said by this room itself, before
/// anything is sent: 403 <c>ServiceUrlNotAllowed</c>, and 503 <c>TokenUnavailable</c> with a time to wait.
/// </param>
/// <param name="code">The connector's <c>error.code</c>, for example <c>BotNotInConversationRoster</c>;
/// else <c>Unspecified</c>, <c>TimedOut</c>, <c>ConnectionBroken</c> or <c>UnreadableAnswer</c>.</param>
/// <param name="retryAfter">How long the service asked us to wait.</param>
/// <param name="inner">What broke, where no answer came.</param>
public sealed class ConnectorException(int status, string code, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception($"The connector did not do it (HTTP {status}, {code}).", inner)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The body of a refusal.</summary>
/// <remarks>"Bot Connector service - API reference", Error handling.</remarks>
public sealed record ConnectorError(ConnectorError.ConnectorErrorBody? Error)
{
    /// <param name="Code">For machines. The message beside it may hold anything and is not read.</param>
    public sealed record ConnectorErrorBody(string? Code);
}
