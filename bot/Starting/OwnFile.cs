namespace StrategyBot.Starting;

/// <summary>A file that only the bot's own account may read: what stands in it is about children, or opens what is.</summary>
internal static class OwnFile
{
    public const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a file whole or not at all: what broke off stands under another name.</summary>
    /// <param name="overwrite">Whether it may be there already.</param>
    public static async Task WriteAsync(string path, Func<Stream, Task> write, bool overwrite)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        await using (var file = new FileStream($"{path}.part", options))
        {
            await write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move($"{path}.part", path, overwrite);
    }

    /// <summary>Makes a database's file before SQLite does; what SQLite puts beside it later has the same mode.</summary>
    public static void MakeDatabase(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // There a file has what its folder allows.
            return;
        }

        new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite,
            UnixCreateMode = Mode,
        }).Dispose();
        foreach (var file in new[] { path, $"{path}-wal", $"{path}-shm" }.Where(File.Exists))
        {
            try
            {
                File.SetUnixFileMode(file, Mode);
            }
            catch (UnauthorizedAccessException)
            {
                // A mounted share that knows no modes, or another account's: what may be read there is settled there.
            }
        }
    }
}
