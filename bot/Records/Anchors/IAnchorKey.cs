namespace StrategyBot.Records.Anchors;

/// <summary>The key that anchors are signed with. It is never beside the record, nor in a setting.</summary>
internal interface IAnchorKey
{
    /// <exception cref="InvalidOperationException">Only the public part is here: it verifies, and signs nothing.</exception>
    Task<SignedAnchor> SignAsync(byte[] anchor, CancellationToken cancellationToken);

    /// <returns><c>false</c> also for a key that isn't this one, nor an earlier version of it.</returns>
    Task<bool> VerifiesAsync(SignedAnchor signed, CancellationToken cancellationToken);
}
