using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace StrategyBot.Protocols.Teams;

/// <summary>The channel's public keys, fetched again in time and when a token names one that isn't known.</summary>
/// <remarks>
/// Not the library's ConfigurationManager: since 8.0.2 its refresh runs in the background, so that the first click after a
/// roll-over would be refused (its issue 3192); it keeps keys of any age, and reads a clock that can't be given to it.
/// </remarks>
internal sealed class ChannelKeys(
    string metadataAddress, IDocumentRetriever documents, TimeProvider wallClock, ILogger logger) : IDisposable
{
    // "refresh their local cache of the document at least once every 24 hours" (facts A1): asked for at half of it, refused after it.
    private static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(12);
    private static readonly TimeSpan UselessAfter = TimeSpan.FromHours(24);

    // Long enough that a stream of forged tokens can't make us a burden, short enough that an outage's end is noticed.
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromSeconds(30);

    // An invoke must be answered within five seconds; a fetch that takes longer would lose it anyway.
    private static readonly TimeSpan FetchWithin = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Known? known;
    private long? lastAttempt;

    /// <returns>The key and <c>false</c>; no key and whether it was because none can be had at all.</returns>
    public async Task<(JsonWebKey? Key, bool IsOutage)> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Find(keyId) is null || IsOlderThan(RefreshAfter))
        {
            await RefreshAsync(keyId, cancellationToken);
        }

        return (Find(keyId), IsOlderThan(UselessAfter));
    }

    public void Dispose() => turn.Dispose();

    private JsonWebKey? Find(string keyId) => IsOlderThan(UselessAfter) ? null : known?.ById.GetValueOrDefault(keyId);

    private bool IsOlderThan(TimeSpan age) => known is not { } keys || wallClock.GetElapsedTime(keys.FetchedAt) >= age;

    private async Task RefreshAsync(string keyId, CancellationToken cancellationToken)
    {
        // Who has a good key goes on with it while another fetches.
        if (!await turn.WaitAsync(Find(keyId) is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return;
        }

        try
        {
            var isTooSoon = lastAttempt is { } at && wallClock.GetElapsedTime(at) < BetweenFetches;
            if (!isTooSoon && (Find(keyId) is null || IsOlderThan(RefreshAfter)))
            {
                lastAttempt = wallClock.GetTimestamp();
                await FetchAsync();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task FetchAsync()
    {
        try
        {
            // Not the request's token: whoever goes away must not cost the others their keys.
            using var limit = new CancellationTokenSource(FetchWithin);
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(metadataAddress, documents, limit.Token);
            var keys = (metadata.JsonWebKeySet?.Keys ?? [])
                .Where(key => key.Kty == JsonWebAlgorithmsKeyTypes.RSA && !string.IsNullOrEmpty(key.Kid))
                .GroupBy(key => key.Kid, StringComparer.Ordinal)
                .ToDictionary(sameId => sameId.Key, sameId => sameId.First(), StringComparer.Ordinal);
            if (keys.Count == 0)
            {
                throw new InvalidOperationException("The channel's metadata names no RSA key.");
            }

            known = new(keys, wallClock.GetTimestamp());
        }
        catch (Exception e)
        {
            // Any failure here means the same: the keys of before, while they are young enough, or none.
            logger.KeysNotFetched(e.GetBaseException().GetType().Name);
        }
    }

    private sealed record Known(IReadOnlyDictionary<string, JsonWebKey> ById, long FetchedAt);
}
