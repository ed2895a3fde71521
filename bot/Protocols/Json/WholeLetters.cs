using System.Text;
using System.Text.RegularExpressions;

namespace StrategyBot.Protocols.Json;

/// <summary>Puts U+FFFD in the place of what no JSON reader takes: half of a character, and bytes that are no UTF-8.
/// Takes away what nobody sees and nobody types: what turns a line around, and spaces without width.</summary>
/// <remarks>A client that cuts a text at its longest may cut an emoji in two; the rest of what somebody typed must not be lost for it,
/// nor every click of somebody whose name ends so. The joiners within an emoji, and within words of some scripts, stay.</remarks>
public static partial class WholeLetters
{
    public static string Mend(ReadOnlySpan<byte> json) =>
        Mend(Encoding.UTF8.GetString(json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json));

    public static string Mend(string json) => Escape().Replace(Unseen().Replace(json, ""), escape =>
        escape.Groups["half"].Success ? @"\ufffd" : escape.Groups["unseen"].Success ? "" : escape.Value);

    // Embeddings, overrides, isolates and marks of direction; the space without width, and the byte order mark within a text.
    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u200B\uFEFF]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}"
        + "|(?<unseen>u(?:202[a-eA-E]|206[6-9]|200[bBeEfF]|061[cC]|[fF][eE][fF][fF]))"
        + @"|(?<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
