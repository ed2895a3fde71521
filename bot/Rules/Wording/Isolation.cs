using System.Text.RegularExpressions;

namespace StrategyBot.Rules.Wording;

/// <summary>Words that are written from right to left, kept from turning the sentence that they stand in.</summary>
internal static partial class Isolation
{
    /// <summary>For what is read on paper or in a mail; cards do it themselves. Never for what is kept.</summary>
    public static string Isolated(this string text) => Turning().Replace(text, "\u2068$0\u2069");

    // From the first of such letters to the last, with what stands between them, within a line; not what stands apart already.
    [GeneratedRegex(@"(?<!\u2068[^\u2069\n]*)[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]"
        + @"(?:[^\p{L}\n\u2069]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])*")]
    private static partial Regex Turning();
}
