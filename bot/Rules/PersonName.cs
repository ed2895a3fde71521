namespace StrategyBot.Rules;

/// <summary>A person's name as somebody types it to find them: whole, or the beginnings of its words. Pure.</summary>
internal static class PersonName
{
    // As many as the longest names have; more is a sentence.
    private const int MostWords = 6;

    /// <summary>The words that can be looked for.</summary>
    public static IReadOnlyList<string> Words(string? typed) =>
    [
        .. new string([.. (typed ?? "").Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '\'' ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetterOrDigit)).Take(MostWords),
    ];

    /// <summary>Whether each word that was typed begins a word of the name.</summary>
    public static bool Fits(string name, string? typed) => Words(typed) is { Count: > 0 } words && Words(name) is var all
        && words.All(word => all.Any(one => one.StartsWith(word, StringComparison.CurrentCultureIgnoreCase)));

    /// <summary>Whether it is the whole name, in whatever order and spelling of capitals.</summary>
    public static bool IsWhole(string name, string? typed) => Words(name).Order(StringComparer.OrdinalIgnoreCase)
        .SequenceEqual(Words(typed).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
}
