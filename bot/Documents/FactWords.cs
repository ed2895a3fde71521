namespace StrategyBot.Documents;

/// <summary>How the minutes put names and lines.</summary>
internal static class FactWords
{
    /// <summary><c>Child 1, Ash Lindley</c>.</summary>
    public static string Named(this Child child) => child.Details.Name.Length == 0 ? child.Number : $"{child.Number}, {child.Details.Name}";

    /// <summary>The first letter as a heading has it.</summary>
    public static string AsHeading(this string label) => label.Length == 0 ? label : char.ToUpperInvariant(label[0]) + label[1..];

    /// <summary>The lines that have something to say.</summary>
    public static string Lines(params IEnumerable<(string Label, string Text)> lines) =>
        string.Join('\n', lines.Where(line => line.Text.Length > 0).Select(line => $"{line.Label}: {line.Text}"));
}
