namespace StrategyBot.Forms;

/// <summary>The answers of an enum as a form offers them: words from the one table, values from the enum's own names.</summary>
internal static class Choices
{
    /// <param name="except">Those that nobody chooses here.</param>
    public static IReadOnlyList<Choice> Of<T>(WordTable<T> words, params IReadOnlyList<T> except)
        where T : struct, Enum =>
        [.. words.All.Where(one => !except.Contains(one.Value)).Select(one => new Choice(one.InForm, WordTables.ValueOf(one.Value)))];

    public static string? Value<T>(T? stands)
        where T : struct, Enum => stands is { } one ? WordTables.ValueOf(one) : null;

    /// <summary>What was sent, where it is one of them.</summary>
    public static T? Read<T>(WordTable<T> words, string? sent)
        where T : struct, Enum =>
            words.All.Where(one => WordTables.ValueOf(one.Value) == sent).Select(one => (T?)one.Value).FirstOrDefault();

    /// <summary>The values that were ticked, where several can be.</summary>
    public static IReadOnlyList<string> Ticked(string? sent) =>
        (sent ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All of them at a glance, one of which is chosen.</summary>
    public static ChoiceSetInput Radios<T>(string id, string label, WordTable<T> words, T? stands, params IReadOnlyList<T> except)
        where T : struct, Enum => new(id, label, Of(words, except)) { Style = ChoiceSetStyle.Expanded, Value = Value(stands) };
}
