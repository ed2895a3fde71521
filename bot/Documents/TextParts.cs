namespace StrategyBot.Documents;

/// <summary>Cuts text that is longer than a form or a paragraph takes, at the end of a line or a word where there is one near.</summary>
internal static class TextParts
{
    public static IReadOnlyList<TextPart> Of(string text, int most)
    {
        var parts = new List<TextPart>();
        var from = 0;
        while (text.Length - from > most)
        {
            var cut = CutAt(text, from, most);
            var joint = char.IsWhiteSpace(text[cut]) ? text[cut].ToString() : "";
            parts.Add(new(text[from..cut], joint));
            from = cut + joint.Length;
        }

        parts.Add(new(text[from..], ""));
        return parts;
    }

    public static string Join(IEnumerable<TextPart> parts) => string.Concat(parts.Select(part => part.Text + part.Joint));

    /// <summary>Where the next joint stands, or where the next part begins.</summary>
    private static int CutAt(string text, int from, int most)
    {
        // Looked for in the last third only, so that no part is needlessly short.
        var earliest = from + most - (most / 3);
        var last = from + most;
        var at = text.LastIndexOf('\n', last, last - earliest + 1);
        at = at < 0 ? text.LastIndexOf(' ', last, last - earliest + 1) : at;
        return at >= 0 ? at : char.IsHighSurrogate(text[last - 1]) ? last - 1 : last;
    }

    /// <summary>A part of a long text, and what stood between it and the next:
    /// parts and joints together are the text, letter for letter.</summary>
    public sealed record TextPart(string Text, string Joint);
}
