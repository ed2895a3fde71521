using System.Text;
using System.Text.Json.Nodes;

namespace StrategyBot.Panel;

/// <summary>Which texts of a card say what is marked for some: they stay folded while a screen may be shared. Pure.</summary>
internal static class FoldedTexts
{
    // A word or two stands in many sentences that aren't about it.
    private const int Telling = 12;

    // A long text may be shown by its beginning alone.
    private const int Beginning = 60;

    private static readonly HashSet<string> Said = ["text", "title", "label", "value", "placeholder"];

    /// <param name="marked">As they were written.</param>
    /// <returns>Word for word as the card has them.</returns>
    public static IReadOnlyList<string> In(JsonNode card, IReadOnlyList<string> marked)
    {
        var kept = marked.Select(Bare).Where(text => text.Length > 1).Distinct().ToList();
        return kept.Count == 0 ? [] : [.. Texts(card, "").Distinct().Where(text => kept.Exists(one => Says(text, one)))];
    }

    private static bool Says(string text, string marked) => marked.Length >= Telling
        ? Bare(text).Contains(marked.Length > Beginning ? marked[..Beginning] : marked, StringComparison.Ordinal)
        : text.Split('\n').Select(Bare).Any(line => line == marked || line.EndsWith($": {marked}", StringComparison.Ordinal));

    /// <summary>However it is spaced, and without what a card puts before what looks like Markdown.</summary>
    private static string Bare(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                if (bare.Length > 0 && bare[^1] != ' ')
                {
                    bare.Append(' ');
                }
            }
            else if (letter is not '\\' && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)
            {
                bare.Append(letter);
            }
        }

        return bare.ToString().Trim();
    }

    private static IEnumerable<string> Texts(JsonNode? node, string key) => node switch
    {
        // What a button sends isn't seen.
        JsonNode when key == "data" => [],
        JsonValue value when Said.Contains(key) && value.TryGetValue<string>(out var text) => [text],
        JsonArray list => list.SelectMany(one => Texts(one, key)),
        JsonObject fields => fields.SelectMany(field => Texts(field.Value, field.Key)),
        _ => [],
    };
}
