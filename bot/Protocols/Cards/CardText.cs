using System.Text.RegularExpressions;

namespace StrategyBot.Protocols.Cards;

/// <summary>Text for a <see cref="TextBlock"/>, where Teams reads Markdown, and for titles of choices, where some clients do.</summary>
/// <remarks>
/// Teams on a phone reads its own smaller Markdown and shows some backslashes, so only what would otherwise be taken for Markdown gets one,
/// and an ordinary name or sentence none.
/// What people typed at length belongs in a <see cref="PlainText"/>, which is the same everywhere.
/// </remarks>
public static partial class CardText
{
    /// <summary>Escapes <paramref name="typed"/> so that it shows as typed; each of its lines becomes a paragraph.</summary>
    public static string Plain(string typed) =>
        string.Join("\n\n", typed.ReplaceLineEndings("\n").Split('\n').Select(line => Special().Replace(line.Trim(), @"\")));

    /// <summary>For the title of a choice: a client that reads Markdown takes nothing for a tag, a link or a list,
    /// and one that reads none shows no escape, as what breaks them has no width.</summary>
    public static string Label(string typed) => Joint().Replace(typed.ReplaceLineEndings(" ").Trim(), "\u2060");

    /// <summary>What is written from right to left doesn't turn the sentence that it stands in.</summary>
    internal static string Isolated(string text) => Turning().Replace(text, "\u2068$0\u2069");

    // From the first of such letters to the last, with what stands between them, within a line; not what stands apart already.
    [GeneratedRegex(@"(?<!\u2068[^\u2069\n]*)[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]"
        + @"(?:[^\p{L}\n\u2069]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC])*")]
    private static partial Regex Turning();

    /// <summary>Our own sentence as a card has it: what is typed stands in bold, as a card would show the backticks of a message.</summary>
    public static string Bold(string sentence) => Backticked().Replace(sentence, "**$1**");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticked();

    // The empty place after what opens a tag or an entity, within what makes a link or strikes out, and before what begins a list.
    [GeneratedRegex(@"(?<=<)|(?<=\])(?=\()|(?<=&)(?=[#\w]+;)|(?<=~)(?=~)|(?<=\{)(?=\{(?:DATE|TIME)\()"
        + @"|^(?=[#>]|[-+](?:[-\s]|$)|\d{1,9}[.)])")]
    private static partial Regex Joint();

    // The empty place before: emphasis, code, links, tags, strikethrough; an HTML entity; the inside of {{DATE(…)}};
    // and at the start of a line a heading, quotation, bullet, rule or number.
    [GeneratedRegex(@"(?=[\\*_`\[\]<~])|(?<=\])(?=\()|(?=&[#\w]+;)|(?<=\{)(?=\{(?:DATE|TIME)\()"
        + @"|^(?=[#>]|[-+](?:[-\s]|$))|(?<=^\d{1,9})(?=[.)])")]
    private static partial Regex Special();
}
