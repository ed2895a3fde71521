namespace StrategyBot.Documents;

/// <summary>What stands over every page: how far this paper may be relied on.</summary>
/// <param name="Line">For example <c>DRAFT – not approved</c>.</param>
/// <param name="Stands">Whether it is the version that stands now; a draft and a superseded version are framed.</param>
public sealed record MinutesMark(string Line, bool Stands)
{
    public static MinutesMark Draft { get; } = new("DRAFT – not approved", Stands: false);

    public static MinutesMark Version(int version, string approved) => new($"Version {version}, approved {approved}", Stands: true);

    public static MinutesMark Superseded(int version, int by, string since) => new($"SUPERSEDED – version {version} was replaced by version {by} on {since}", Stands: false);
}
