using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace StrategyBot.Records;

/// <summary>Leases beside the record in its SQLite file. All instances are on this machine, so one that has died is
/// found out at once.</summary>
/// <remarks>
/// Each instance keeps a file of its own locked, and the system gives the lock back when the process ends, however it ends.
/// It holds between containers too,
/// which a process id would not. Without it, a bot that was killed and started again would let its cases lie
/// until their leases had run out.
/// </remarks>
public sealed class SqliteLeases : ILeases, IDisposable
{
    private readonly string path;
    private readonly string connectionString;
    private readonly string holder = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly FileStream alive;

    /// <param name="path">The record's file.</param>
    public SqliteLeases(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        alive = new(AliveFile(holder),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Share = FileShare.None,
                Options = FileOptions.DeleteOnClose,
            });
        Run("CREATE TABLE IF NOT EXISTS leases (stream TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID");
    }

    public Task<bool> TryTakeAsync(string stream, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var other = Other(stream, now);
        if (other is not null && !IsGone(other))
        {
            return Task.FromResult(false);
        }

        return Task.FromResult(Run("""
            INSERT INTO leases VALUES ($stream, $holder, $until)
            ON CONFLICT (stream) DO UPDATE SET holder = $holder, until = $until WHERE holder = $holder OR until <= $now OR holder = $gone
            """, ("$stream", stream), ("$holder", holder), ("$until", until.UtcTicks), ("$now", now.UtcTicks),
            ("$gone", other ?? holder)) > 0);
    }

    public Task ReleaseAsync(string stream, CancellationToken cancellationToken) =>
        Task.FromResult(Run("DELETE FROM leases WHERE stream = $stream AND holder = $holder", ("$stream", stream), ("$holder", holder)));

    public void Dispose()
    {
        alive.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private string AliveFile(string instance) => $"{path}.{instance}.alive";

    /// <summary>Who else has the stream now.</summary>
    private string? Other(string stream, DateTimeOffset now)
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT holder FROM leases WHERE stream = $stream AND holder <> $holder AND until > $now",
            ("$stream", stream), ("$holder", holder), ("$now", now.UtcTicks));
        return (string?)command.ExecuteScalar();
    }

    private bool IsGone(string instance)
    {
        try
        {
            using var unlocked =
                new FileStream(AliveFile(instance),
                    new FileStreamOptions
                    {
                        Mode = FileMode.Open,
                        Access = FileAccess.Write,
                        Share = FileShare.None,
                        Options = FileOptions.DeleteOnClose,
                    });
            return true;
        }
        catch (FileNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private int Run(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = Open();
        using var command = Command(connection, sql, parameters);
        return command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
