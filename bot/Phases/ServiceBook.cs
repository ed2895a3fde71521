using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases;

/// <summary>Board, lists and measures as they stand now: made of the shelves once a day and after a start, and from then on by what lies
/// otherwise since (issue 18.5). Each reading asks the store what changed, so that every instance says the same.</summary>
internal sealed class ServiceBook(Clerk clerk, Words words, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    private ServiceCases? cases;
    private string? mark;

    public async Task<T> ReadAsync<T>(Func<ServiceCases, T> read, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            return read(await FollowAsync(cancellationToken));
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<ServiceCases> FollowAsync(CancellationToken cancellationToken)
    {
        // Each day anew: other months are the twelve, and what an instance of an earlier release wrote without a word comes in.
        if (cases is null || cases.Day != words.LocalDate(clock.GetUtcNow())
            || await clerk.ShelfNewsAsync(mark, cancellationToken) is not { } news)
        {
            return await BeginAsync(cancellationToken);
        }

        foreach (var id in news.Cases)
        {
            cases.Put(id, await RowsAsync(id, cancellationToken));
        }

        // Last: where it breaks off it is asked for again.
        mark = news.Mark;
        return cases;
    }

    private async Task<ServiceCases> BeginAsync(CancellationToken cancellationToken)
    {
        // First: what changes while this reads is read again.
        var from = (await clerk.ShelfNewsAsync(null, cancellationToken))!.Value.Mark;
        var made = new ServiceCases(words.LocalDate(clock.GetUtcNow()));
        var rows = new Dictionary<CaseId, List<(string Shelf, string Text)>>();
        foreach (var shelf in made.Shelves)
        {
            foreach (var (id, text) in await clerk.ShelfAsync(shelf, cancellationToken))
            {
                (rows.TryGetValue(id, out var others) ? others : rows[id] = []).Add((shelf, text));
            }
        }

        foreach (var (id, of) in rows)
        {
            made.Put(id, of);
        }

        (cases, mark) = (made, from);
        return made;
    }

    private async Task<IReadOnlyList<(string Shelf, string Text)>> RowsAsync(CaseId id, CancellationToken cancellationToken) =>
        [.. (await clerk.OnShelvesAsync(id, cancellationToken)).Select(row => (row.Shelf, row.Text))];
}
