using System.Globalization;
using Microsoft.Data.Sqlite;
using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>The record in one SQLite file: write-ahead log, synchronous FULL, a transaction per append.</summary>
internal sealed class SqliteRecord : IRecord, IDisposable
{
    // Of so many changes a reader learns later; whoever is further behind reads the shelves anew.
    private const int KeptNews = 10_000;

    private readonly string connectionString;

    // SQLite has one writer; waiting here is fair and cheaper than its busy loop.
    private readonly SemaphoreSlim writing = new(1, 1);

    /// <param name="path">The file; its folder is made if it isn't there.</param>
    public SqliteRecord(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        OwnFile.MakeDatabase(path);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        using var connection = Open();
        Run(connection, """
            PRAGMA journal_mode = WAL;
            CREATE TABLE IF NOT EXISTS lines (stream TEXT NOT NULL, seq INTEGER NOT NULL, envelope TEXT NOT NULL, content TEXT, salt TEXT,
                digest TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (stream, seq)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS sources (stream TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (stream, source)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS terms (term TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (term, stream)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS terms_by_stream ON terms (stream);
            CREATE TABLE IF NOT EXISTS shelves (shelf TEXT NOT NULL, stream TEXT NOT NULL, text TEXT NOT NULL,
                PRIMARY KEY (shelf, stream)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS shelves_by_stream ON shelves (stream);
            CREATE TABLE IF NOT EXISTS shelf_news (id INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL);
            CREATE TABLE IF NOT EXISTS due (stream TEXT PRIMARY KEY, due_at INTEGER NOT NULL, next_try INTEGER,
                attempts INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS access (stream TEXT NOT NULL, person TEXT NOT NULL, what TEXT NOT NULL, at TEXT NOT NULL);
            CREATE INDEX IF NOT EXISTS access_by_stream ON access (stream);
            CREATE TABLE IF NOT EXISTS checks (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
            """);
        Run(connection, "DELETE FROM shelf_news WHERE id <= (SELECT MAX(id) FROM shelf_news) - $kept", ("$kept", KeptNews));
    }

    public Task<IReadOnlyList<Line>> ReadAsync(string stream, int after, CancellationToken cancellationToken) =>
        ReadingAsync(
            "SELECT seq, envelope, content, salt, digest, previous, hash FROM lines WHERE stream = $stream AND seq > $after ORDER BY seq",
            [("$stream", stream), ("$after", after)],
            row => Line.Read(row.GetInt32(0), row.GetString(1), Text(row, 2), Text(row, 3), row.GetString(4), row.GetString(5),
                row.GetString(6)));

    public async Task<Appended> TryAppendAsync(
        string stream, int after, IReadOnlyList<Line> lines, string source, Index? index, CancellationToken cancellationToken)
    {
        RecordLimits.Check(stream, lines, source);
        await writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            if (Scalar(connection, "SELECT 1 FROM sources WHERE stream = $stream AND source = $source", ("$stream", stream),
                ("$source", source)) is not null)
            {
                return Appended.Repeated;
            }

            if (VersionOf(connection, stream) != after)
            {
                return Appended.Raced;
            }

            foreach (var line in lines)
            {
                Run(connection, "INSERT INTO lines VALUES ($stream, $seq, $envelope, $content, $salt, $digest, $previous, $hash)",
                    ("$stream", stream), ("$seq", line.Seq), ("$envelope", line.Letters), ("$content", line.Content),
                    ("$salt", line.Salt),
                    ("$digest", line.Digest), ("$previous", line.Previous), ("$hash", line.Hash));
            }

            Run(connection, "INSERT INTO sources VALUES ($stream, $source)", ("$stream", stream), ("$source", source));
            PutIndex(connection, stream, index);
            transaction.Commit();
            return Appended.Written;
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task WithholdAsync(string stream, IReadOnlyList<Line> lines, CancellationToken cancellationToken)
    {
        await WritingAsync(connection =>
        {
            foreach (var line in lines)
            {
                if (Run(connection,
                    "UPDATE lines SET content = $content, salt = $salt WHERE stream = $stream AND seq = $seq AND hash = $hash",
                    ("$content", line.Content), ("$salt", line.Salt), ("$stream", stream), ("$seq", line.Seq), ("$hash", line.Hash)) == 0)
                {
                    throw new InvalidOperationException($"Line {line.Seq} of {stream} is not the one that was read.");
                }
            }
        }, cancellationToken);

        // The words stand in the log until it is folded into the file, and cut.
        await writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            if (Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
            {
                throw new IOException("Somebody reads the record just now, so that words can't be taken out of its log yet.");
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public async Task<bool> HasSourceAsync(string stream, string source, CancellationToken cancellationToken) =>
        (await ReadingAsync("SELECT 1 FROM sources WHERE stream = $stream AND source = $source", [("$stream", stream), ("$source", source)],
            _ => true)).Count > 0;

    public Task<IReadOnlyList<string>> FindAsync(string term, CancellationToken cancellationToken) =>
        ReadingAsync("SELECT stream FROM terms WHERE term = $term ORDER BY stream", [("$term", term)], row => row.GetString(0));

    public Task<IReadOnlyList<Shelved>> ShelfAsync(string shelf, CancellationToken cancellationToken) =>
        ReadingAsync("SELECT stream, text FROM shelves WHERE shelf = $shelf ORDER BY stream", [("$shelf", shelf)],
            row => new Shelved(row.GetString(0), row.GetString(1)));

    public async Task<IReadOnlyList<ShelfRow>?> RowsAsync(string stream, CancellationToken cancellationToken) =>
        await ReadingAsync("SELECT shelf, text FROM shelves WHERE stream = $stream ORDER BY shelf", [("$stream", stream)],
            row => new ShelfRow(row.GetString(0), row.GetString(1)));

    public async Task<ShelfNews?> NewsAsync(string? since, CancellationToken cancellationToken)
    {
        // The mark's own row too: where it is gone, others may be gone that came after it.
        var mark = since is null ? long.MaxValue : long.Parse(since, CultureInfo.InvariantCulture);
        var news = await ReadingAsync("SELECT id, stream FROM shelf_news WHERE id >= MIN($mark, (SELECT MAX(id) FROM shelf_news))",
            [("$mark", mark)], row => (Id: row.GetInt64(0), Stream: row.GetString(1)));
        return news is [] ? (since is null or "0" ? new([], "0") : null)
            : since is not null && news[0].Id != Math.Max(mark, 1) ? null
            : new([.. news.Where(one => one.Id > mark).Select(one => one.Stream).Distinct()],
                news[^1].Id.ToString(CultureInfo.InvariantCulture));
    }

    public Task<IReadOnlyList<Due>> DueAsync(DateTimeOffset at, int most, CancellationToken cancellationToken) =>
        ReadingAsync("""
            SELECT stream, due_at, attempts FROM due WHERE due_at <= $at AND COALESCE(next_try, due_at) <= $at
            ORDER BY COALESCE(next_try, due_at), due_at LIMIT $most
            """,
            [("$at", at.UtcTicks), ("$most", most)],
            row => new Due(row.GetString(0), Instant(row.GetInt64(1)), row.GetInt32(2)));

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        (await ReadingAsync("SELECT MIN(MAX(due_at, COALESCE(next_try, due_at))) FROM due", [],
            row => row.IsDBNull(0) ? (DateTimeOffset?)null : Instant(row.GetInt64(0)))).Single();

    public Task PostponeAsync(string stream, DateTimeOffset? nextTry, int attempts, CancellationToken cancellationToken) =>
        WritingAsync(connection => Run(connection, "UPDATE due SET next_try = $next, attempts = $attempts WHERE stream = $stream",
            ("$next", nextTry?.UtcTicks), ("$attempts", attempts), ("$stream", stream)), cancellationToken);

    public Task PutOffAsync(string stream, int version, DateTimeOffset? dueAt, CancellationToken cancellationToken) =>
        WritingAsync(connection =>
        {
            if (VersionOf(connection, stream) == version)
            {
                PutDue(connection, stream, dueAt);
            }
        }, cancellationToken);

    public async Task<bool> ReindexAsync(string stream, int version, Index index, CancellationToken cancellationToken)
    {
        var stands = false;
        await WritingAsync(connection =>
        {
            stands = VersionOf(connection, stream) == version;
            PutIndex(connection, stream, stands ? index : null);
        }, cancellationToken);
        return stands;
    }

    public Task<IReadOnlyList<string>> StreamsAsync(string prefix, CancellationToken cancellationToken) =>
        // By the key: only what begins so is looked at, as this is asked at each start.
        ReadingAsync("SELECT DISTINCT stream FROM lines WHERE stream >= $prefix AND stream < $prefix || char(1114111) ORDER BY stream",
            [("$prefix", prefix)], row => row.GetString(0));

    public Task LogAccessAsync(IReadOnlyList<Access> accesses, CancellationToken cancellationToken) =>
        WritingAsync(connection =>
        {
            foreach (var access in accesses)
            {
                Run(connection, "INSERT INTO access VALUES ($stream, $person, $what, $at)",
                    ("$stream", access.Stream), ("$person", access.Person), ("$what", access.What),
                    ("$at", access.At.ToString("O", CultureInfo.InvariantCulture)));
            }
        }, cancellationToken);

    public Task<IReadOnlyList<Access>> AccessesAsync(string stream, CancellationToken cancellationToken) =>
        ReadingAsync("SELECT stream, person, what, at FROM access WHERE stream = $stream ORDER BY rowid", [("$stream", stream)],
            row => new Access(row.GetString(0), row.GetString(1), row.GetString(2),
                DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture)));

    /// <summary>The file was made as it was opened.</summary>
    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task CheckAsync(bool writes, CancellationToken cancellationToken)
    {
        // Without a write the one writer's place is taken and given back: a file that is read-only or locked refuses that too.
        await WritingAsync(connection =>
        {
            if (writes)
            {
                Run(connection, "INSERT INTO checks VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET at = at + 1");
            }
        }, cancellationToken);
        await ReadingAsync("SELECT at FROM checks", [], row => row.GetInt64(0));
    }

    public void Dispose()
    {
        writing.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private static void PutIndex(SqliteConnection connection, string stream, Index? index)
    {
        if (index is null)
        {
            return;
        }

        Run(connection, "DELETE FROM terms WHERE stream = $stream", ("$stream", stream));
        foreach (var term in index.Terms)
        {
            Run(connection, "INSERT INTO terms VALUES ($term, $stream)", ("$term", term), ("$stream", stream));
        }

        PutRows(connection, stream, index.Rows);
        PutDue(connection, stream, index.DueAt);
    }

    private static void PutRows(SqliteConnection connection, string stream, IReadOnlyList<ShelfRow>? rows)
    {
        if (rows is null)
        {
            return;
        }

        var kept = string.Join(' ', rows.Select(row => row.Shelf));
        var changed = Run(connection,
            "DELETE FROM shelves WHERE stream = $stream AND instr(' ' || $kept || ' ', ' ' || shelf || ' ') = 0",
            ("$stream", stream), ("$kept", kept));
        foreach (var row in rows)
        {
            // What stands so already is not written again.
            changed += Run(connection, """
                INSERT INTO shelves VALUES ($shelf, $stream, $text)
                ON CONFLICT (shelf, stream) DO UPDATE SET text = $text WHERE text <> $text
                """, ("$shelf", row.Shelf), ("$stream", stream), ("$text", row.Text));
        }

        if (changed > 0)
        {
            Run(connection, "INSERT INTO shelf_news (stream) VALUES ($stream)", ("$stream", stream));
        }
    }

    private static void PutDue(SqliteConnection connection, string stream, DateTimeOffset? at)
    {
        if (at is not { } dueAt)
        {
            Run(connection, "DELETE FROM due WHERE stream = $stream", ("$stream", stream));
            return;
        }

        // A new fact may owe something new at once, so a look that was put off is due again; the runner knows which of its keys wait.
        Run(connection, """
            INSERT INTO due (stream, due_at) VALUES ($stream, $due)
            ON CONFLICT (stream) DO UPDATE SET due_at = $due, next_try = NULL
            """, ("$stream", stream), ("$due", dueAt.UtcTicks));
    }

    private static int VersionOf(SqliteConnection connection, string stream) =>
        Convert.ToInt32(Scalar(connection, "SELECT COALESCE(MAX(seq), 0) FROM lines WHERE stream = $stream", ("$stream", stream)),
            CultureInfo.InvariantCulture);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        // What is overwritten or deleted leaves no trace in the file (P16).
        Run(connection, "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA secure_delete = ON;");
        return connection;
    }

    private async Task WritingAsync(Action<SqliteConnection> write, CancellationToken cancellationToken)
    {
        await writing.WaitAsync(cancellationToken);
        try
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction();
            write(connection);
            transaction.Commit();
        }
        finally
        {
            writing.Release();
        }
    }

    private Task<IReadOnlyList<T>> ReadingAsync<T>(string sql, (string Name, object? Value)[] parameters, Func<SqliteDataReader, T> read)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return Task.FromResult<IReadOnlyList<T>>(rows);
    }

    /// <returns>How many rows it changed.</returns>
    private static int Run(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        using var command = Command(connection, sql, parameters);
        return command.ExecuteScalar();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Instant(long utcTicks) => new(utcTicks, TimeSpan.Zero);
}
