namespace StrategyBot.Records.Anchors;

/// <summary>What is said beside the anchors, signed as they are: what was taken out of the record for good, written before it goes, so that
/// no copy that is put back brings it back (P16); and that a copy was put back.</summary>
internal sealed class AnchorNotes(IAnchorPlace place, IAnchorKey key, TimeProvider wall) : IDisposable
{
    private const int MostTries = 8;

    private readonly AnchorReading anchors = new(place, key);
    private readonly List<Withdrawal> all = [];
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Writes it down, unless it stands there already; it stands there for good once this returns.</summary>
    /// <exception cref="IOException">It can't be written just now: then nothing may be taken out.</exception>
    public Task NoteAsync(Withdrawal gone, CancellationToken cancellationToken) =>
        AddAsync(Anchor.Now(wall.GetUtcNow()) with { Gone = gone }, () => all.Exists(gone.IsOf), cancellationToken);

    /// <summary>Signs that the record stands as a copy has it, so that what follows is vouched for again.</summary>
    /// <exception cref="IOException">It can't be written just now.</exception>
    public Task NoteAsync(Restoration restored, CancellationToken cancellationToken) =>
        AddAsync(Anchor.Now(wall.GetUtcNow()) with { Restored = restored }, () => false, cancellationToken);

    /// <summary>All that was taken out, in the order in which it went.</summary>
    public async Task<IReadOnlyList<Withdrawal>> GoneAsync(CancellationToken cancellationToken)
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

    private Task AddAsync(Anchor said, Func<bool> stands, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        for (var tries = 1; !stands(); tries++)
        {
            if (await anchors.TryAddAsync(said, cancellationToken))
            {
                Take(said);
                return;
            }

            await (tries < MostTries
                ? ReadOnAsync(cancellationToken)
                : throw new IOException("Somebody else adds to the anchors all the time."));
        }
    }, cancellationToken);

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

    private Task ReadOnAsync(CancellationToken cancellationToken) => anchors.ReadOnAsync(Take, cancellationToken);

    private void Take(Anchor anchor)
    {
        if (anchor.Gone is { } gone)
        {
            all.Add(gone);
        }
    }
}
