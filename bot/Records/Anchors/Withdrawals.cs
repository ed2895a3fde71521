namespace StrategyBot.Records.Anchors;

/// <summary>What was taken out of the record for good, kept outside it and signed: written before it goes, so that no copy that is put
/// back brings it back (P16).</summary>
internal sealed class Withdrawals(IAnchorPlace place, IAnchorKey key, TimeProvider wall) : IDisposable
{
    private const int MostTries = 8;

    private readonly AnchorReading anchors = new(place, key);
    private readonly List<Withdrawal> all = [];
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Writes it down, unless it stands there already; it stands there for good once this returns.</summary>
    /// <exception cref="IOException">It can't be written just now: then nothing may be taken out.</exception>
    public Task NoteAsync(Withdrawal gone, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        for (var tries = 1; ; tries++)
        {
            if (all.Exists(gone.IsOf))
            {
                return;
            }

            if (await anchors.TryAddAsync(Anchor.Now(wall.GetUtcNow()) with { Gone = gone }, cancellationToken))
            {
                all.Add(gone);
                return;
            }

            await (tries < MostTries
                ? ReadOnAsync(cancellationToken)
                : throw new IOException("Somebody else adds to the anchors all the time."));
        }
    }, cancellationToken);

    /// <summary>All of it, in the order in which it went.</summary>
    public async Task<IReadOnlyList<Withdrawal>> AllAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Withdrawal> found = [];
        await AloneAsync(() =>
        {
            found = [.. all];
            return Task.CompletedTask;
        }, cancellationToken);
        return found;
    }

    public void Dispose() => one.Dispose();

    private async Task AloneAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            await ReadOnAsync(cancellationToken);
            await work();
        }
        finally
        {
            one.Release();
        }
    }

    private Task ReadOnAsync(CancellationToken cancellationToken) => anchors.ReadOnAsync(anchor =>
    {
        if (anchor.Gone is { } gone)
        {
            all.Add(gone);
        }
    }, cancellationToken);
}
