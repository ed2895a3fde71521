using StrategyBot.Rules;

namespace StrategyBot.Documents;

/// <summary>What of the minutes goes on one child's file (P9): what was said of that child and of all, and of the others who they are.
/// Numbers stay. Pure.</summary>
/// <remarks>What somebody typed stays whole, whomever it names.</remarks>
internal static class MinutesExtract
{
    // On a file where one child's file is read, and another's is not.
    private const string Elsewhere = "On their own file";

    /// <param name="paragraphs">Of the whole version, before they are cut to a reader.</param>
    /// <param name="child">As paragraphs have it: <c>child-1</c>.</param>
    public static IReadOnlyList<MinutesParagraph> Of(IReadOnlyList<MinutesParagraph> paragraphs, ChildId child)
    {
        var number = $"Child {child.Value["child-".Length..]}";
        var others = MinutesFront.Children(paragraphs)
            .Where(name => name != number && !name.StartsWith($"{number}, ", StringComparison.Ordinal)).ToList();
        return [.. paragraphs.Select(paragraph => Of(paragraph, child.Value, others)).OfType<MinutesParagraph>()];
    }

    private static MinutesParagraph? Of(MinutesParagraph paragraph, string child, IReadOnlyList<string> others)
    {
        bool IsOfOther(string text) => others.Any(other => text.StartsWith(other, StringComparison.Ordinal)
            && (text.Length == other.Length || text[other.Length] is ':' or '\n' or ' ' or ',' or '('));
        var segments = MinutesPlace.Original(paragraph.Id).Split('/');
        var other = segments.FirstOrDefault(segment => segment.StartsWith("child-", StringComparison.Ordinal) && segment != child
            && segment["child-".Length..].All(char.IsAsciiDigit));
        return segments switch
        {
            ["meeting", "about", ..] => paragraph with { Text = Alone(paragraph.Text, IsOfOther) },
            ["family", _] when other is not null => Sibling(paragraph),
            ["part-1", "information", "records", ..] => paragraph with { Text = Found(paragraph.Text, IsOfOther) },
            _ when other is not null || IsOfOther(MinutesPlace.Words(paragraph))
                || (paragraph.Cells is { Count: > 0 } cells && IsOfOther(cells[0])) => null,
            _ => paragraph,
        };
    }

    /// <summary>The line of the children with the one.</summary>
    private static string Alone(string text, Func<string, bool> isOfOther) => string.Join('\n', text.Split('\n').Select(line =>
        !line.StartsWith(Children, StringComparison.Ordinal) ? line
            : Children + string.Join("; ", line[Children.Length..].Split("; ").Where(one => !isOfOther(one)))));

    /// <summary>Whose records were found, without the others.</summary>
    private static string Found(string text, Func<string, bool> isOfOther)
    {
        var cut = text.IndexOf(". ", StringComparison.Ordinal);
        var found = cut < 0 ? [] : text[(cut + 2)..].Split("; ").Where(one => !isOfOther(one)).ToList();
        return cut < 0 ? text : text[..(cut + 2)] + (found.Count > 0 ? string.Join("; ", found) : "Of the other children.");
    }

    private static MinutesParagraph Sibling(MinutesParagraph paragraph)
    {
        var stood = paragraph.Rows is { Count: > 0 } rows ? rows[0] : ["Another child", .. FamilyParagraphs.Columns.Skip(1)];
        ValueList<string> cells = [stood[0], "Child of this meeting", .. stood.Skip(2).Select(_ => Elsewhere)];
        return paragraph with { Text = FactWords.Lines(FamilyParagraphs.ColumnsOf(cells.Count).Zip(cells)), Rows = [cells] };
    }

    private const string Children = "Children: ";
}
