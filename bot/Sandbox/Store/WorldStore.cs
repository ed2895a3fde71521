using Microsoft.Data.Sqlite;
using StrategyBot.Starting;

namespace StrategyBot.Sandbox.Store;

/// <summary>Everything the sandbox's world remembers: JSON documents in <c>sandbox.db</c>, on the disk before a
/// caller is answered.</summary>
/// <remarks>
/// A document has a kind, an id that is unique within its kind, and an owner (the chat of a message, the mailbox of a mail; "" where none).
/// <code>
/// store.Get&lt;JsonObject&gt;("event", id);                     // null when unknown
/// store.All&lt;JsonObject&gt;("message", owner: mailboxId);        // oldest first; without owner: all of the kind
/// store.Write(world =&gt;                                          // one transaction: all of it or, on an exception, none
/// {
///     world.Put("event", id, json, owner: organiserId);          // adds or replaces (an owner given once stays)
///     world.Delete("event", other);
///     world.Announce(new WorldChange("calendar", People: ["chair"]));   // told to /sandbox/events after the commit
/// });
/// </code>
/// Any type that System.Text.Json can write will do; <c>JsonObject</c> too. Use <see cref="WorldIds"/> for new ids.
/// Kinds are named in <see cref="Kinds"/>.
/// </remarks>
internal sealed class WorldStore : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly WorldFeed feed;
    private readonly Lock gate = new();
    private long sequence;

    /// <param name="folder">Made if it isn't there; holds <c>sandbox.db</c>.</param>
    /// <param name="feed">Where changes are announced.</param>
    public WorldStore(string folder, WorldFeed feed)
    {
        this.feed = feed;
        SQLitePCL.Batteries_V2.Init();
        OwnFile.MakeDatabase(Path.Combine(folder, "sandbox.db"));
        connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "sandbox.db"),
            // A pooled connection would keep the file locked after Dispose.
            Pooling = false,
            // Seconds to wait for the lock. Only another world can hold it, and that will not let go.
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            connection.Open();
            sequence = Prepare();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6)
        {
            connection.Dispose();
            throw new StartRefusedException(
                "Another sandbox world already has sandbox.db open: stop it, or set Storage__Path to another folder.", e);
        }
    }

    public T? Get<T>(string kind, string id) where T : class
    {
        lock (gate)
        {
            using var command = Command("SELECT json FROM document WHERE kind = $kind AND id = $id", kind, id);
            return command.ExecuteScalar() is string json ? WorldJson.Read<T>(json) : null;
        }
    }

    /// <summary>The documents of a kind, or of one owner within it, in the order in which they were first put.</summary>
    public IReadOnlyList<T> All<T>(string kind, string? owner = null) where T : class
    {
        lock (gate)
        {
            using var command =
                Command("SELECT json FROM document WHERE kind = $kind AND ($owner IS NULL OR owner = $owner) ORDER BY created", kind);
            command.Parameters.AddWithValue("$owner", (object?)owner ?? DBNull.Value);
            using var rows = command.ExecuteReader();
            var found = new List<T>();
            while (rows.Read())
            {
                found.Add(WorldJson.Read<T>(rows.GetString(0)));
            }

            return found;
        }
    }

    /// <summary>The newest document of an owner that fits, without reading the rest.</summary>
    public T? Newest<T>(string kind, string owner, Func<T, bool> fits) where T : class
    {
        lock (gate)
        {
            using var command = Command("SELECT json FROM document WHERE kind = $kind AND owner = $owner ORDER BY created DESC", kind);
            command.Parameters.AddWithValue("$owner", owner);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                if (WorldJson.Read<T>(rows.GetString(0)) is var document && fits(document))
                {
                    return document;
                }
            }

            return null;
        }
    }

    public void Write(Action<WorldTransaction> work) => Write(world =>
    {
        work(world);
        return true;
    });

    /// <summary>Does <paramref name="work"/> as one transaction and returns after it is on the disk; one at a time.</summary>
    public T Write<T>(Func<WorldTransaction, T> work)
    {
        T result;
        var world = new WorldTransaction(this);
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            result = work(world);
            transaction.Commit();
        }

        foreach (var change in world.Changes)
        {
            feed.Announce(change);
        }

        foreach (var afterwards in world.Afterwards)
        {
            afterwards();
        }

        return result;
    }

    public void Dispose()
    {
        lock (gate)
        {
            connection.Dispose();
        }
    }

    internal void Put(string kind, string id, string json, string owner)
    {
        using var command = Command(
            """
            INSERT INTO document(kind, id, owner, json, created, changed) VALUES ($kind, $id, $owner, $json, $changed, $changed)
            ON CONFLICT(kind, id) DO UPDATE SET json = $json, changed = $changed
            """,
            kind, id);
        command.Parameters.AddWithValue("$owner", owner);
        command.Parameters.AddWithValue("$json", json);
        command.Parameters.AddWithValue("$changed", ++sequence);
        command.ExecuteNonQuery();
    }

    internal bool Delete(string kind, string id)
    {
        using var command = Command("DELETE FROM document WHERE kind = $kind AND id = $id", kind, id);
        return command.ExecuteNonQuery() > 0;
    }

    private long Prepare()
    {
        // FULL: an answered write survives a power cut. EXCLUSIVE: the sequence is kept in memory, so the file has one process.
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS document(
                kind TEXT NOT NULL, id TEXT NOT NULL, owner TEXT NOT NULL, json TEXT NOT NULL,
                created INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY(kind, id)) WITHOUT ROWID;
            CREATE INDEX IF NOT EXISTS document_by_owner ON document(kind, owner, created);
            """;
        command.ExecuteNonQuery();
        command.CommandText = "SELECT COALESCE(MAX(changed), 0) FROM document";
        return (long)command.ExecuteScalar()!;
    }

    private SqliteCommand Command(string sql, string kind, string? id = null)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$kind", kind);
        if (id is not null)
        {
            command.Parameters.AddWithValue("$id", id);
        }

        return command;
    }
}
