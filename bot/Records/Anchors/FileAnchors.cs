using System.Globalization;
using System.Text;

namespace StrategyBot.Records.Anchors;

/// <summary>Anchors in a file, a line each. Whoever may write to the file can cut its end: put it where only adding is allowed.</summary>
internal sealed class FileAnchors(string path) : IAnchorPlace
{
    public async Task<(IReadOnlyList<string> Texts, string Mark)> ReadAsync(string? after, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return ([], Mark(0));
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Min(At(after ?? Mark(0)), file.Length);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var texts = new List<string>();
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            texts.Add(line);
        }

        return (texts, Mark(file.Length));
    }

    public async Task<string?> TryAddAsync(string text, string mark, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        }

        // Of two writers one has it; the other is turned away here, or finds it longer.
        await using var file = new FileStream(path, options);
        if (file.Length != At(mark))
        {
            return null;
        }

        // What a crash cut short stays a line of its own, and is none.
        file.Position = Math.Max(0, file.Length - 1);
        var isWhole = file.Length == 0 || file.ReadByte() == '\n';
        await file.WriteAsync(Encoding.UTF8.GetBytes((isWhole ? "" : "\n") + text + "\n"), cancellationToken);
        file.Flush(flushToDisk: true);
        return Mark(file.Length);
    }

    private static string Mark(long length) => length.ToString(CultureInfo.InvariantCulture);

    private static long At(string mark) => long.Parse(mark, CultureInfo.InvariantCulture);
}
