namespace StrategyBot.Rules.Wording;

/// <summary>One cell of a comma-separated file, as spreadsheets read it as it is meant (RFC 4180). Pure.</summary>
internal static class CsvCell
{
    // A spreadsheet takes what begins so for a formula, and runs it.
    private const string Formula = "=+-@\t\r";

    private static readonly char[] Quoted = [',', '"', '\r', '\n'];

    public static string Of(string text)
    {
        var safe = text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static string Row(IEnumerable<string> cells) => $"{string.Join(',', cells.Select(Of))}\r\n";
}
