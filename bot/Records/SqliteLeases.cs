using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using StrategyBot.Starting;

namespace StrategyBot.Records;

/// <summary>Leases beside the record in its SQLite file. All instances are on this machine, so one that has died is
/// found out at once.</summary>
/// <remarks>
/// Each instance keeps a file of its own locked, and the system gives the lock back when the process ends, however it ends.
/// It holds between containers too,
/// which a process id would not. Without it, a bot that was killed and started again would let its cases lie
/// until their leases had run out.
/// </remarks>
internal sealed class SqliteLeases : ILeases, IDisposable
{
    private readonly string path;
    private readonly string connectionString;
    private readonly LeaseWatch watch;
    private readonly string holder = RandomNumberGenerator.GetHexString(32, lowercase: true);
    private readonly FileStream alive;

    /// <param name="path">The record's file.</param>
    public SqliteLeases(string path, TimeProvider wall)
    {
        SQLitePCL.Batteries_V2.Init();
        OwnFile.MakeDatabase(path);
        this.path = path;
        watch = new(wall);
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile.Mode;
        }

        alive = new(AliveFile(holder), options);
        Run("CREATE TABLE IF NOT EXISTS leases (stream TEXT PRIMARY KEY, holder TEXT NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID");
    }

    /// <remarks>The column <c>until</c> keeps its name from the first release; it only has to be another at each renewal.</remarks>
    public Task<bool> TryTakeAsync(string stream, TimeSpan term, CancellationToken cancellationToken)
    {
        var other = Other(stream);
        if (other is { } one && !watch.HasStood(stream, $"{one.Holder}/{one.Mark}", term) && !IsGone(one.Holder))
        {
            return Task.FromResult(false);
        }

        var isTaken = Run("""
            INSERT INTO leases VALUES ($stream, $holder, $next)
            ON CONFLICT (stream) DO UPDATE SET holder = $holder, until = $next
            WHERE holder = $holder OR (holder = $other AND until = $mark)
            """, ("$stream", stream), ("$holder", holder), ("$other", other?.Holder ?? holder), ("$mark", other?.Mark ?? 0),
            ("$next", BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))))) > 0;
        if (isTaken)
        {
            watch.Forget(stream);
        }

        return Task.FromResult(isTaken);
    }

    public Task ReleaseAsync(string stream, CancellationToken cancellationToken) =>
        Task.FromResult(Run("DELETE FROM leases WHERE stream = $stream AND holder = $holder", ("$stream", stream), ("$holder", holder)));

    public void Dispose()
    {
        alive.Dispose();
        SqliteConnection.ClearPool(new SqliteConnection(connectionString));
    }

    private string AliveFile(string instance) => $"{path}.{instance}.alive";

    /// <summary>Who else has the stream, or had it last.</summary>
    private (string Holder, long Mark)? Other(string stream)
    {
        using var connection = Open();
        using var command = Command(connection, "SELECT holder, until FROM leases WHERE stream = $stream AND holder <> $holder",
            ("$stream", stream), ("$holder", holder));
        using var row = command.ExecuteReader();
        return row.Read() ? (row.GetString(0), row.GetInt64(1)) : null;
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
