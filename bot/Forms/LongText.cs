using System.Text.Encodings.Web;

namespace StrategyBot.Forms;

/// <summary>Text that is longer than one entry, and lists that are longer than one card (design §5.8).</summary>
internal static class LongText
{
    // Half of what Teams shows, so that headings, choices and buttons have the other half.
    private const int PageCharacters = 8_000;

    // What stands around a text in a card's JSON: type, author, time, marking.
    private const int Around = 420;

    /// <summary>Cuts a text at the end of a paragraph, line, sentence or word where there is one near.</summary>
    /// <param name="most">As many characters as an entry has.</param>
    public static IReadOnlyList<string> Entries(string text, int most = FormCard.LongText)
    {
        var entries = new List<string>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var cut = rest.Length <= most ? rest.Length : CutAt(rest, most);
            entries.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        return entries;
    }

    /// <summary>The same items in runs that each fit on a card.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Pages<T>(IEnumerable<T> items, Func<T, string> text)
    {
        var pages = new List<IReadOnlyList<T>>();
        var page = new List<T>();
        var used = 0;
        foreach (var item in items)
        {
            var cost = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text(item)).Length + Around;
            if (page.Count > 0 && used + cost > PageCharacters)
            {
                pages.Add(page);
                (page, used) = ([], 0);
            }

            page.Add(item);
            used += cost;
        }

        return page.Count > 0 ? [.. pages, page] : pages;
    }

    /// <summary>Whether all of it can stand on one card again.</summary>
    public static bool FitsACard(IEnumerable<string> texts) =>
        texts.Sum(text => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text).Length) <= PageCharacters;

    /// <summary>The page with this number, or the nearest there is.</summary>
    /// <param name="number">From 1.</param>
    public static Paged<T> Page<T>(IReadOnlyList<IReadOnlyList<T>> pages, int number)
    {
        var at = Math.Clamp(number, 1, Math.Max(1, pages.Count));
        return new(at, Math.Max(1, pages.Count), pages.Count == 0 ? [] : pages[at - 1]);
    }

    private static int CutAt(string text, int most)
    {
        // Looked for in the last third only, so that no entry is needlessly short.
        var from = most - (most / 3);
        foreach (var end in (string[])["\n\n", "\n", ". ", " "])
        {
            var at = text.LastIndexOf(end, most - end.Length, most - end.Length - from, StringComparison.Ordinal);
            if (at > 0)
            {
                return at + end.Length;
            }
        }

        return Whole(text, most);
    }

    /// <summary>Not between the two halves of one character.</summary>
    private static int Whole(string text, int at) => char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
