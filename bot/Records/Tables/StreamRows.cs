using Azure;
using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>One stream, one partition: its head, a row a line, and a row for each source that ever wrote it.</summary>
internal sealed class StreamRows(TableClient table)
{
    public async Task<StreamHead> HeadAsync(string stream, CancellationToken cancellationToken)
    {
        var found =
            await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Stream(stream), TableKeys.Head, cancellationToken: cancellationToken);
        return found.HasValue ? new(found.Value!.GetInt32("Version") ?? 0, Words(found.Value, "Terms"), found.Value.ETag)
        {
            Shelves = Words(found.Value, "Shelves"),
        } : StreamHead.None;
    }

    public async Task<IReadOnlyList<Line>> LinesAsync(string stream, int after, CancellationToken cancellationToken)
    {
        var (first, last) = (TableKeys.Line(after), TableKeys.Line(999_999_999));
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {TableKeys.Stream(stream)} and RowKey gt {first} and RowKey le {last}");
        var lines = new List<Line>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            lines.Add(LineRows.Read(row));
        }

        return lines;
    }

    public async Task<bool> HasSourceAsync(string stream, string source, CancellationToken cancellationToken) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Stream(stream), TableKeys.Source(source), ["RowKey"],
            cancellationToken)).HasValue;

    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var first = TableKeys.Stream(prefix);
        // Every key is made of letters below the last of ASCII.
        var filter =
            TableClient.CreateQueryFilter(
                $"PartitionKey ge {first} and PartitionKey lt {first + '\x7f'} and RowKey eq {TableKeys.Head} and Version gt {0}");
        var names = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey"], cancellationToken: cancellationToken))
        {
            names.Add(TableKeys.StreamName(row.PartitionKey));
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes all in one transaction, bound to the head as it was read.</summary>
    /// <param name="next">The head as it is from now on.</param>
    public async Task<Appended> CommitAsync(
        string stream, StreamHead head, StreamHead next, IReadOnlyList<Line> lines, string source, CancellationToken cancellationToken)
    {
        var partition = TableKeys.Stream(stream);
        var row = HeadRow(partition, next);
        try
        {
            var answers = await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, new TableEntity(partition, TableKeys.Source(source))),
                    head.Exists
                        ? new(TableTransactionActionType.UpdateReplace, row, head.ETag)
                        : new(TableTransactionActionType.Add, row),
                    .. lines.Select(line => new TableTransactionAction(TableTransactionActionType.Add, LineRows.Row(partition, line))),
                ], cancellationToken);
            // The client takes an answer that was cut short for a whole one.
            return answers.Value.Count == lines.Count + 2
                ? Appended.Written
                : await FindOutAsync(stream, head, lines, source, cancellationToken);
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            return await WhoWasFirstAsync(stream, source, cancellationToken);
        }
        catch (Exception failure) when (failure.IsUnknown(cancellationToken))
        {
            return await FindOutAsync(stream, head, lines, source, cancellationToken);
        }
    }

    /// <inheritdoc cref="IRecord.WithholdAsync"/>
    public async Task WithholdAsync(string stream, IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        var partition = TableKeys.Stream(stream);
        var changes = new List<TableTransactionAction>();
        foreach (var line in lines)
        {
            var row = await table.GetEntityIfExistsAsync<TableEntity>(partition, TableKeys.Line(line.Seq),
                cancellationToken: cancellationToken);
            if (!row.HasValue || row.Value!.GetString("Hash") != line.Hash)
            {
                throw new InvalidOperationException($"Line {line.Seq} of {stream} is not the one that was read.");
            }

            // Its envelope's own letters: this release might write others.
            var left = LineRows.Row(partition, line);
            left["Envelope"] = row.Value["Envelope"];
            changes.Add(new(TableTransactionActionType.UpdateReplace, left, row.Value.ETag));
        }

        if (changes.Count > 0)
        {
            // Repeated it changes nothing more, so no answer needs no finding out.
            await table.SubmitTransactionAsync(changes, cancellationToken);
        }
    }

    /// <summary>Changes the head's version tag, so that nobody who read it before can still append.</summary>
    /// <param name="next">What the stream is found by; <c>null</c> leaves that as it is.</param>
    /// <returns><c>false</c> if somebody was first.</returns>
    public async Task<bool> FenceAsync(string stream, StreamHead head, StreamHead? next, CancellationToken cancellationToken)
    {
        var row = HeadRow(TableKeys.Stream(stream), next ?? head);
        try
        {
            await (head.Exists
                ? table.UpdateEntityAsync(row, head.ETag, TableUpdateMode.Replace, cancellationToken)
                : table.AddEntityAsync(row, cancellationToken));
            return true;
        }
        catch (RequestFailedException refused) when (refused.IsConflict())
        {
            return false;
        }
    }

    /// <summary>What has become of a transaction without an answer: it stands there, or it is made sure that it never will.</summary>
    /// <exception cref="RequestFailedException">The store doesn't answer this either: nobody knows, and nothing may be claimed.</exception>
    private async Task<Appended> FindOutAsync(
        string stream, StreamHead head, IReadOnlyList<Line> lines, string source, CancellationToken cancellationToken)
    {
        // It may still be on its way: once the fence stands, it is refused when it arrives.
        return await StandsAsync(stream, lines[^1], cancellationToken) ? Appended.Written
            : await FenceAsync(stream, head, null, cancellationToken) ? Appended.Raced
            : await StandsAsync(stream, lines[^1], cancellationToken) ? Appended.Written
            : await WhoWasFirstAsync(stream, source, cancellationToken);
    }

    private async Task<bool> StandsAsync(string stream, Line last, CancellationToken cancellationToken)
    {
        var row =
            await table.GetEntityIfExistsAsync<TableEntity>(TableKeys.Stream(stream), TableKeys.Line(last.Seq), ["Hash"],
                cancellationToken);
        return row.HasValue && row.Value!.GetString("Hash") == last.Hash;
    }

    private async Task<Appended> WhoWasFirstAsync(string stream, string source, CancellationToken cancellationToken) =>
        await HasSourceAsync(stream, source, cancellationToken) ? Appended.Repeated : Appended.Raced;

    private static TableEntity HeadRow(string partition, StreamHead head)
    {
        var row = new TableEntity(partition, TableKeys.Head) { ["Version"] = head.Version };
        LineRows.PutText(row, "Terms", string.Join(' ', head.Terms));
        LineRows.PutText(row, "Shelves", head.Shelves.Count == 0 ? null : string.Join(' ', head.Shelves));
        return row;
    }

    private static HashSet<string> Words(TableEntity head, string name) =>
        [.. (LineRows.GetText(head, name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What a stream's partition says of the whole: the version, the keys of the terms that find it, and the tag that an
/// append is bound to.</summary>
internal sealed record StreamHead(int Version, IReadOnlySet<string> Terms, ETag ETag)
{
    public static StreamHead None { get; } = new(0, new HashSet<string>(), default);

    /// <summary>What of it lies on which shelf: the shelf, and a digest of the words.</summary>
    public IReadOnlySet<string> Shelves { get; init; } = new HashSet<string>();

    public bool Exists => ETag != default;

    public StreamHead After(int lines) => this with { Version = Version + lines };
}
