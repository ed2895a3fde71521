namespace StrategyBot.Starting;

/// <summary>Where the machine has fonts that a PDF may be set in. None comes with the program: each has its own licence.</summary>
/// <param name="Named">The folder that <c>StrategyBot__FontFolder</c> names; <c>null</c>: none.</param>
/// <param name="Usual">Where this kind of machine keeps them.</param>
internal sealed record FontFolder(string? Named, IReadOnlyList<string> Usual)
{
    public const string Setting = "StrategyBot:FontFolder";

    // Of the hundreds that a machine may have, those that are looked for; whatever is in the named folder is meant.
    private static readonly string[] Known = ["LiberationSans-", "arial", "DejaVuSans"];

    /// <param name="root">Where the program stands: a folder that is deployed with it is named from there.</param>
    public static FontFolder Of(string? named, string root) => new(
        string.IsNullOrWhiteSpace(named) ? null : Path.Combine(root, named.Trim()),
        OperatingSystem.IsWindows() ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts)]
            : OperatingSystem.IsMacOS() ? ["/Library/Fonts", "/System/Library/Fonts"]
            : ["/usr/share/fonts", "/usr/local/share/fonts"]);

    /// <summary>The named folder's files, then the others', always in one order: a PDF is the same by whichever start.</summary>
    public IEnumerable<IReadOnlyList<byte[]>> Files() =>
    [
        .. Named is { } named ? (IEnumerable<IReadOnlyList<byte[]>>)[Read(named, _ => true)] : [],
        .. Usual.Select(folder => Read(folder, name => Known.Any(known => name.StartsWith(known, StringComparison.OrdinalIgnoreCase)))),
    ];

    private static byte[][] Read(string folder, Func<string, bool> isMeant)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFiles("*.ttf", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                MatchCasing = MatchCasing.CaseInsensitive,
            }).Where(file => isMeant(file.Name)).OrderBy(file => file.FullName, StringComparer.Ordinal)
                .Select(file => File.ReadAllBytes(file.FullName))];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whoever asked is told that there is no font, and where to put one.
            return [];
        }
    }
}
