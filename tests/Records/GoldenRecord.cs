using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using StrategyBot.Records;

namespace StrategyBot.Tests.Records;

/// <summary>What a past release left on disk, letter for letter (golden/README.md): read here, never written again.</summary>
internal static class GoldenRecord
{
    public const string FirstRelease = "first-release";

    /// <summary>Every golden record.</summary>
    public static IReadOnlyList<string> All =>
        [.. Directory.GetFiles(Folder(), "*.sql").Order(StringComparer.Ordinal).Select(file => Path.GetFileNameWithoutExtension(file)!)];

    /// <summary>Compares with what was kept. <c>GOLDEN=write</c> writes it where it isn't there yet, never again.</summary>
    public static void Says(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write" && !File.Exists(PathOf(file)))
        {
            File.WriteAllText(PathOf(file), actual + "\n");
        }

        Assert.Equal(File.ReadAllText(PathOf(file)).TrimEnd(), actual.TrimEnd());
    }

    public static string PathOf(string file) => Path.Combine(Folder(), file);

    /// <summary>A SQLite file as that release left it, opened as this release opens one.</summary>
    public static SqliteRecord Open(string name, string folder)
    {
        SQLitePCL.Batteries_V2.Init();
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "record.db");
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A file of our own, and nobody's input.
            command.CommandText = File.ReadAllText(PathOf($"{name}.sql"));
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }

        return new(file);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "golden");
}
