namespace StrategyBot.Documents;

/// <summary>What stands over every page: how far this paper may be relied on.</summary>
/// <param name="Line">For example <c>DRAFT – not approved</c>.</param>
/// <param name="Stands">Whether it can be relied on as it is; a draft, a superseded and a disputed version are framed.</param>
internal sealed record MinutesMark(string Line, bool Stands)
{
    public static MinutesMark Draft { get; } = new("DRAFT – not approved", Stands: false);

    public static MinutesMark Version(int version, string approved) => new($"Version {version}, approved {approved}", Stands: true);

    /// <param name="count">Paragraphs that somebody says are wrong, or whose author put them right since.</param>
    public static MinutesMark Disputed(int version, string approved, int count) =>
        new($"DISPUTED – version {version}, approved {approved}; {(count == 1 ? "1 paragraph is" : $"{count} paragraphs are")} in question",
            Stands: false);

    public static MinutesMark Superseded(int version, int by, string since) =>
        new($"SUPERSEDED – version {version} was replaced by version {by} on {since}", Stands: false);
}
