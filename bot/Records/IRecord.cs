namespace StrategyBot.Records;

/// <summary>Append-only streams of lines, what they are found by, and who read what.
/// A case is one stream; so is each person, and the references.</summary>
internal interface IRecord
{
    /// <summary>The lines after version <paramref name="after"/>, oldest first. A stream nobody has written is empty.</summary>
    Task<IReadOnlyList<Line>> ReadAsync(string stream, int after, CancellationToken cancellationToken);

    /// <summary>Writes all of <paramref name="lines"/> after version <paramref name="after"/>, and what the stream is found by,
    /// or nothing at all.</summary>
    /// <param name="lines">At most <see cref="RecordLimits.MostLines"/>.</param>
    /// <param name="source">The activity that caused it: the same source writes a stream once, ever.</param>
    /// <param name="index">What the stream is found by from now on, or <c>null</c> to leave that as it is.</param>
    Task<Appended> TryAppendAsync(
        string stream, int after, IReadOnlyList<Line> lines, string source, Index? index, CancellationToken cancellationToken);

    /// <summary>Puts what is left of lines in the place of their words, and leaves nothing of the words in the store. Envelopes, digests
    /// and hashes stay as they stand; done again it changes nothing.</summary>
    /// <param name="lines">As they shall stand, at most <see cref="RecordLimits.MostLines"/>; of the same stream and hashes.</param>
    /// <exception cref="InvalidOperationException">One of them isn't there, or is another: then none is changed.</exception>
    Task WithholdAsync(string stream, IReadOnlyList<Line> lines, CancellationToken cancellationToken);

    /// <summary>Whether <paramref name="source"/> wrote this stream before.</summary>
    Task<bool> HasSourceAsync(string stream, string source, CancellationToken cancellationToken);

    /// <summary>The streams found by a term, in the order of their names.</summary>
    Task<IReadOnlyList<string>> FindAsync(string term, CancellationToken cancellationToken);

    /// <summary>What lies on a shelf, in the order of the streams' names; nothing is read of any other stream.</summary>
    Task<IReadOnlyList<Shelved>> ShelfAsync(string shelf, CancellationToken cancellationToken);

    /// <summary>What lies of one stream on all shelves; <c>null</c> where a write is on its way: then the stream itself says it.</summary>
    Task<IReadOnlyList<ShelfRow>?> RowsAsync(string stream, CancellationToken cancellationToken);

    /// <summary>The streams of which something else may lie on shelves than when it was last asked.</summary>
    /// <param name="since">The mark of that answer; <c>null</c> to begin with: then none are named.</param>
    /// <returns><c>null</c> where that is too long ago: whoever asks reads the shelves anew.</returns>
    Task<ShelfNews?> NewsAsync(string? since, CancellationToken cancellationToken);

    /// <summary>The streams with something due at <paramref name="at"/> or before, the longest due first, less those put off to
    /// a later next try.</summary>
    Task<IReadOnlyList<Due>> DueAsync(DateTimeOffset at, int most, CancellationToken cancellationToken);

    /// <summary>The earliest instant at which a stream has something to do; <c>null</c> if none ever has.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Puts a stream's next look off (back-off), or, with <c>null</c>, back to what is due.</summary>
    Task PostponeAsync(string stream, DateTimeOffset? nextTry, int attempts, CancellationToken cancellationToken);

    /// <summary>Corrects when a stream of this version needs its next look; <c>null</c> = never.
    /// A stream that has changed meanwhile is left alone.</summary>
    Task PutOffAsync(string stream, int version, DateTimeOffset? dueAt, CancellationToken cancellationToken);

    /// <summary>Writes again all that a stream of this version is found by, without a line: for a rebuild.</summary>
    /// <returns><c>false</c> if the stream has changed meanwhile.</returns>
    Task<bool> ReindexAsync(string stream, int version, Index index, CancellationToken cancellationToken);

    /// <summary>All streams whose name begins so, in order: for rebuilding the indexes, never for answering.</summary>
    Task<IReadOnlyList<string>> StreamsAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Adds to the access log; durable when this returns.</summary>
    Task LogAccessAsync(IReadOnlyList<Access> accesses, CancellationToken cancellationToken);

    /// <summary>Who read a stream, oldest first.</summary>
    Task<IReadOnlyList<Access>> AccessesAsync(string stream, CancellationToken cancellationToken);

    /// <summary>Makes what the store needs where it isn't there yet. Once, before anything else.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Reads, and writes if asked to, so that readiness is known and not assumed.</summary>
    Task CheckAsync(bool writes, CancellationToken cancellationToken);
}

internal enum Appended
{
    Written,

    /// <summary>Another writer was first: read again and decide again.</summary>
    Raced,

    /// <summary>This source wrote before: nothing was written now.</summary>
    Repeated,
}

/// <param name="Terms">Everything the stream is found by.</param>
/// <param name="DueAt">The earliest thing it owes; <c>null</c> if it owes nothing.</param>
internal sealed record Index(IReadOnlyList<string> Terms, DateTimeOffset? DueAt)
{
    /// <summary>What lies of it on shelves, one row on each; <c>null</c> to leave that as it is.</summary>
    public IReadOnlyList<ShelfRow>? Rows { get; init; } = [];
}

/// <summary>A few words of a stream that are read together with those of others: a projection, written with the stream.</summary>
/// <param name="Shelf">Letters, digits and hyphens.</param>
internal sealed record ShelfRow(string Shelf, string Text);

/// <param name="Text"><c>null</c> where a write is on its way, or broke off: then the stream itself says it.</param>
internal sealed record Shelved(string Stream, string? Text);

/// <param name="Streams">Each once; a stream may be named though nothing changed.</param>
/// <param name="Mark">What the next one asks with.</param>
internal sealed record ShelfNews(IReadOnlyList<string> Streams, string Mark);

internal sealed record Due(string Stream, DateTimeOffset DueAt, int Attempts);

/// <summary>Someone read something. Kept beside the record, never in it (design §6).</summary>
/// <param name="What">The part that was opened, for example <c>minuting/read</c>.</param>
internal sealed record Access(string Stream, string Person, string What, DateTimeOffset At);
