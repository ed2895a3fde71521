using StrategyBot.Starting;

namespace StrategyBot.Checking;

/// <summary>The file that a copy of the record is written to, or read from: <c>--file FILE</c>.</summary>
internal static class CopyFile
{
    /// <exception cref="StartRefusedException">None is named.</exception>
    public static string Of(IConfiguration configuration, string command) => configuration["file"] is { Length: > 0 } file
        ? Path.GetFullPath(file)
        : throw new StartRefusedException($"Say which file: {command} --file FILE.");

    /// <summary>What broke off is not taken for a copy.</summary>
    /// <exception cref="StartRefusedException">It is there already, or can't be written.</exception>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (File.Exists(path))
        {
            throw new StartRefusedException("The file that --file names is there already: name another, no copy is written over.");
        }

        try
        {
            await OwnFile.WriteAsync(path, write, overwrite: false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException("The file that --file names can't be written there.", failure);
        }
    }

    /// <exception cref="StartRefusedException">It can't be read.</exception>
    public static Stream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException("The file that --file names can't be read.", failure);
        }
    }
}
