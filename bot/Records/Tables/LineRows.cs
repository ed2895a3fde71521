using Azure.Data.Tables;

namespace StrategyBot.Records.Tables;

/// <summary>A line as a row, its content over as many values as it takes.</summary>
internal static class LineRows
{
    // A value holds 32,768 UTF-16 units; one less than a round number is kept free for the half of a pair.
    private const int LongestValue = 32_000;

    public static TableEntity Row(string partition, Line line)
    {
        var row = new TableEntity(partition, TableKeys.Line(line.Seq))
        {
            ["Envelope"] = line.Letters,
            ["Salt"] = line.Salt,
            ["Digest"] = line.Digest,
            ["Previous"] = line.Previous,
            ["Hash"] = line.Hash,
        };
        PutText(row, "Content", line.Content);
        return row;
    }

    public static Line Read(TableEntity row) => Line.Read(
        TableKeys.Seq(row.RowKey), Text(row, "Envelope") ?? "", GetText(row, "Content"), Text(row, "Salt"),
        Text(row, "Digest") ?? "", Text(row, "Previous") ?? "", Text(row, "Hash") ?? "");

    /// <summary>Content0, Content1, …; no text is no value, and an empty one is an empty first.</summary>
    public static void PutText(TableEntity row, string name, string? text)
    {
        for (var (from, part) = (0, 0); text is not null && (from < text.Length || part == 0); part++)
        {
            var length = Math.Min(LongestValue, text.Length - from);
            length += length == LongestValue && char.IsHighSurrogate(text[from + length - 1]) ? 1 : 0;
            row[$"{name}{part}"] = text.Substring(from, length);
            from += length;
        }
    }

    public static string? GetText(TableEntity row, string name)
    {
        var text = Text(row, $"{name}0");
        for (var part = 1; Text(row, $"{name}{part}") is { } more; part++)
        {
            text += more;
        }

        return text;
    }

    // Whatever somebody put there: a value of another type is none.
    private static string? Text(TableEntity row, string name) => row.TryGetValue(name, out var value) ? value as string : null;
}
