namespace StrategyBot.Starting;

/// <summary>What the program is started for; without a word it is the bot.</summary>
internal static class StartedFor
{
    public const string Check = "check", RebuildIndexes = "rebuild-indexes", Verify = "verify", TryAgain = "try-again", Backup = "backup",
        Restore = "restore", RotateKeys = "rotate-keys";

    private static readonly string[] Alone = [Check, RebuildIndexes, TryAgain, Verify, Backup, Restore, RotateKeys];

    /// <summary>The word, and what it is about, wherever they stand among the host's own options.</summary>
    /// <remarks>
    /// Options are told from words as <c>CommandLineConfigurationProvider</c> does, which reads them afterwards:
    /// <c>--key value</c>, <c>/key value</c>,
    /// <c>--key=value</c>, <c>key=value</c>.
    /// </remarks>
    /// <exception cref="StartRefusedException">There is no such command.</exception>
    public static (string? Command, string? About) Read(IReadOnlyList<string> arguments) => Words(arguments).ToList() switch
    {
        [] => (null, null),
        [var word] when Alone.Contains(word) => (word, null),
        [Verify, var reference] => (Verify, reference),
        _ => throw new StartRefusedException(
            $"The commands are {string.Join(", ", Alone)} ({Verify} with a reference or without, {Backup} and {Restore} with --file FILE); "
                + "without one the bot starts."),
    };

    private static IEnumerable<string> Words(IReadOnlyList<string> arguments)
    {
        for (var at = 0; at < arguments.Count; at++)
        {
            var argument = arguments[at];
            if (argument.StartsWith("--", StringComparison.Ordinal) || argument.StartsWith('/'))
            {
                // Its value is the next argument; `--` alone is a shell's, and has none.
                at += argument.Contains('=', StringComparison.Ordinal) || argument == "--" ? 0 : 1;
            }
            else if (!argument.StartsWith('-') && !argument.Contains('=', StringComparison.Ordinal))
            {
                yield return argument;
            }
        }
    }
}
