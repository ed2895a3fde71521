using System.Text.Encodings.Web;
using System.Text.Json;
using StrategyBot.Documents;

namespace StrategyBot.Phases.Minuting;

/// <summary>Minutes in pages that each fit on a card, and how a page looks.</summary>
internal static class MinutesDrawing
{
    // A card may have 14,336 characters (design §5.8); the rest is for the title, the notes and five buttons.
    private const int MostCharacters = 7_600;

    // What stands around one paragraph in a card's JSON: heading, author, marking, and its line in the list to choose from.
    private const int Around = 480;

    // What stands around one line of it.
    private const int AroundLine = 85;

    // Of a paragraph; what somebody typed in more lines than that runs on.
    private const int MostLines = 40;

    // Of characters that are each escaped as six, still one page.
    private const int MostInOne = 1_100;

    public static IReadOnlyList<IReadOnlyList<MinutesParagraph>> Of(IEnumerable<MinutesParagraph> paragraphs)
    {
        var pages = new List<IReadOnlyList<MinutesParagraph>>();
        var (page, used) = (new List<MinutesParagraph>(), 0);
        foreach (var paragraph in paragraphs.SelectMany(Shown))
        {
            var cost = Cost(paragraph);
            if (page.Count > 0 && used + cost > MostCharacters)
            {
                pages.Add(page);
                (page, used) = ([], 0);
            }

            page.Add(paragraph);
            used += cost;
        }

        return page.Count > 0 || pages.Count == 0 ? [.. pages, page] : pages;
    }

    /// <summary>On which page a paragraph begins.</summary>
    public static int Find(IReadOnlyList<MinutesParagraph> paragraphs, string? id)
    {
        var pages = Of(paragraphs);
        return 1 + Math.Max(0, pages.ToList().FindIndex(page => page.Any(paragraph => paragraph.Id == id)));
    }

    public static IEnumerable<CardElement> Elements(IReadOnlyList<MinutesParagraph> page)
    {
        var section = "";
        foreach (var paragraph in page)
        {
            if (paragraph.Section != section)
            {
                section = paragraph.Section;
                yield return new TextBlock(CardText.Plain(section))
                {
                    Weight = TextWeight.Bolder,
                    Size = TextSize.Medium,
                    Style = TextBlockStyle.Heading,
                    Separator = true,
                };
            }

            foreach (var (line, number) in Lines(paragraph.Text).Select((line, number) => (line, number)))
            {
                yield return new PlainText(line) { Spacing = number == 0 ? Spacing.Default : Spacing.None };
            }

            if (MinutesDocx.Signed(paragraph) is { Length: > 0 } signed)
            {
                yield return new TextBlock(CardText.Plain(signed)) { IsSubtle = true, Size = TextSize.Small };
            }
        }
    }

    /// <summary>A line that names a paragraph in a list: its heading and how it begins.</summary>
    public static string Named(MinutesParagraph paragraph) =>
        $"{paragraph.Section}: {Shortened.To(40, paragraph.Text.ReplaceLineEndings(" ").Trim())}";

    private static IEnumerable<MinutesParagraph> Shown(MinutesParagraph paragraph) => Cost(paragraph) <= MostCharacters
        ? [paragraph]
        : TextParts.Of(paragraph.Text, MostInOne).Select(part => paragraph with { Text = part.Text });

    /// <summary>Each line by itself: Teams' clients don't agree on what a line break within a text is.</summary>
    private static string[] Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length <= MostLines ? lines : [.. lines.Take(MostLines - 1), string.Join('\n', lines.Skip(MostLines - 1))];
    }

    private static int Cost(MinutesParagraph paragraph) =>
        Around + (AroundLine * Lines(paragraph.Text).Length) + Escaped(paragraph.Text) + Escaped(paragraph.Section)
            + Escaped(MinutesDocx.Signed(paragraph))
        + Escaped(Named(paragraph));

    private static int Escaped(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value.Length;
}
