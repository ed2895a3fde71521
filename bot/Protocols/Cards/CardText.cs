using System.Text.RegularExpressions;

namespace StrategyBot.Protocols.Cards;

/// <summary>Text for the places where Teams reads Markdown: <see cref="TextBlock"/>, and the titles of a
/// <see cref="ToggleInput"/> and of an expanded <see cref="ChoiceSetInput"/>'s choices.</summary>
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

    /// <summary>Our own sentence as a card has it: what is typed stands in bold, as a card would show the backticks of a message.</summary>
    public static string Bold(string sentence) => Backticked().Replace(sentence, "**$1**");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticked();

    // The empty place before: emphasis, code, links, tags, strikethrough; an HTML entity; the inside of {{DATE(…)}};
    // and at the start of a line a heading, quotation, bullet, rule or number.
    [GeneratedRegex(@"(?=[\\*_`\[\]<~])|(?<=\])(?=\()|(?=&[#\w]+;)|(?<=\{)(?=\{(?:DATE|TIME)\()"
        + @"|^(?=[#>]|[-+](?:[-\s]|$))|(?<=^\d{1,9})(?=[.)])")]
    private static partial Regex Special();
}
