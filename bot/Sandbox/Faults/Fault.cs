namespace StrategyBot.Sandbox.Faults;

/// <summary>The next requests that a service answers wrongly.</summary>
/// <param name="Service"><c>graph</c> or <c>connector</c>.</param>
/// <param name="Method">An HTTP method, or <c>*</c>.</param>
/// <param name="Path">Part of the path and query, unescaped, or <c>*</c>.</param>
/// <param name="Status">The answer; 0 cuts the connection.</param>
/// <param name="RetryAfter">Seconds, for the header of that name.</param>
/// <param name="Times">How many requests are left to fail.</param>
/// <param name="After">The request is carried out first, and only its answer lost.</param>
/// <param name="Code">The error code in the body; otherwise the usual one of that status.</param>
/// <param name="Claims">What a 401 asks of the token, in the header that Graph asks by.</param>
/// <param name="Body">Part of the request's body; only such requests fail.</param>
/// <param name="Id">Given when it is kept.</param>
internal sealed record Fault(
    string? Service, string? Method, string? Path, int Status, int? RetryAfter, int? Times, bool After, string? Code, string? Claims,
    string? Body, string? Id)
{
    public bool Fits(string service, string method, string pathAndQuery, string body) =>
        Service == service && (Body is null || body.Contains(Body, StringComparison.OrdinalIgnoreCase))
        && (Method is null or "*" || Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        && (Path is null or "*" || pathAndQuery.Contains(Path, StringComparison.OrdinalIgnoreCase));

    /// <summary>What is wrong with it in a sentence, or <c>null</c>.</summary>
    public string? Mistake() => this switch
    {
        { Service: not ("graph" or "connector") } => "The service is graph or connector.",
        { Status: not (0 or (>= 400 and <= 599)) } => "The status is 400 to 599, or 0 to cut the connection.",
        { Times: < 1 } => "Times is at least 1.",
        { RetryAfter: < 0 } => "RetryAfter is in seconds, 0 or more.",
        _ => null,
    };

    public string CodeOrUsual => Code ?? (Service, Status) switch
    {
        ("connector", 401) => "BotNotRegistered",
        ("connector", 403) => "BotDisabledByAdmin",
        ("connector", 404) => "ConversationNotFound",
        ("connector", 412) => "PreconditionFailed",
        ("connector", 413) => "MessageSizeTooBig",
        ("connector", 429) => "Throttled",
        ("connector", >= 500) => "ServiceError",
        ("connector", _) => "BadArgument",
        (_, 401) => "InvalidAuthenticationToken",
        (_, 403) => "ErrorAccessDenied",
        (_, 404) => "ErrorItemNotFound",
        (_, 429) => "ApplicationThrottled",
        (_, 503) => "serviceNotAvailable",
        (_, 504) => "gatewayTimeout",
        (_, >= 500) => "generalException",
        _ => "invalidRequest",
    };
}
