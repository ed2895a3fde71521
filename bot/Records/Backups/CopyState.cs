using StrategyBot.Starting;

namespace StrategyBot.Records.Backups;

/// <summary>Which copies were put in the record's place, each a stream of its own with two lines: begun, and done.</summary>
internal sealed class CopyState(IRecord record, TimeProvider wall)
{
    private const string Prefix = "restores/", Begun = "restore-begun", Done = "restore-done";

    /// <summary>What a copy is known by.</summary>
    public static string IdOf(BackupHeader header) => Convert.ToHexStringLower(header.Salt)[..16];

    /// <exception cref="StartRefusedException">A copy was put in the record's place, and not to its end.</exception>
    public static async Task RefuseHalfAsync(IRecord record, CancellationToken cancellationToken)
    {
        foreach (var stream in await record.StreamsAsync(Prefix, cancellationToken))
        {
            if ((await record.ReadAsync(stream, 0, cancellationToken)) is not [.., { Envelope.Kind: Done }])
            {
                throw new StartRefusedException("A copy of the record was being put back here and did not come to its end: "
                    + "restore the same copy again, it goes on from there.");
            }
        }
    }

    /// <exception cref="StartRefusedException">The store holds something that is not of this copy, or all of it.</exception>
    public async Task BeginAsync(string id, CancellationToken cancellationToken)
    {
        var lines = await record.ReadAsync(Prefix + id, 0, cancellationToken);
        if (lines is [.., { Envelope.Kind: Done }])
        {
            throw new StartRefusedException("This copy was put back here before, to its end.");
        }

        if (lines.Count == 0)
        {
            if ((await record.StreamsAsync("", cancellationToken)).Count > 0)
            {
                throw new StartRefusedException("The store that the settings name holds something: put a copy back into an empty one.");
            }

            await WriteAsync(id, lines, Begun, cancellationToken);
        }
    }

    public async Task EndAsync(string id, CancellationToken cancellationToken) =>
        await WriteAsync(id, await record.ReadAsync(Prefix + id, 0, cancellationToken), Done, cancellationToken);

    private async Task WriteAsync(string id, IReadOnlyList<Line> lines, string kind, CancellationToken cancellationToken)
    {
        var envelope = new Envelope(Prefix + id, lines.Count + 1, kind, wall.GetUtcNow(), null, PersonId.Bot.Value, null, kind, null, null,
            null);
        var line = Line.Next(envelope, "{}", salt: "", lines.Count == 0 ? "" : lines[^1].Hash);
        if (await record.TryAppendAsync(Prefix + id, lines.Count, [line], kind, null, cancellationToken) is Appended.Raced)
        {
            throw new StartRefusedException("Somebody else puts a copy back into this store just now.");
        }
    }
}
