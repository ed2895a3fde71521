namespace StrategyBot.Protocols.Teams;

/// <summary>Whether an activity may be processed. The caller gets the status and no reason.</summary>
/// <param name="Refusal"><c>null</c> if it may.</param>
public sealed record ChannelTokenResult(TokenRefusal? Refusal)
{
    public bool IsAccepted => Refusal is null;

    /// <summary>The HTTP status to answer: 401 for a token that proves nothing, 403 for a proven channel that may not do this.</summary>
    public int Status => Refusal switch
    {
        null => 200,
        TokenRefusal.WrongChannel or TokenRefusal.NotEndorsed or TokenRefusal.NoTenant or TokenRefusal.ForeignTenant => 403,
        _ => 401,
    };
}

/// <summary>Why an activity, or a page's request, was refused; for the log.</summary>
public enum TokenRefusal
{
    NoToken,
    Malformed,
    WrongAlgorithm,
    KeysUnavailable,
    UnknownKey,
    WeakKey,
    BadSignature,
    WrongIssuer,
    WrongAudience,
    NoExpiry,
    Expired,
    NotYetValid,
    NoServiceUrl,
    OtherServiceUrl,
    WrongChannel,
    NotEndorsed,
    NoTenant,
    ForeignTenant,
    WrongVersion,
    WrongScope,
    WrongClient,
    NoPerson,
}
