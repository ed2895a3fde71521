using System.Text;
using System.Text.RegularExpressions;

namespace StrategyBot.Protocols.Json;

/// <summary>Puts U+FFFD in the place of what no JSON reader takes: half of a character, and bytes that are no UTF-8.</summary>
/// <remarks>A client that cuts a text at its longest may cut an emoji in two; the rest of what somebody typed must not be lost for it,
/// nor every click of somebody whose name ends so.</remarks>
public static partial class WholeLetters
{
    public static string Mend(ReadOnlySpan<byte> json) =>
        Mend(Encoding.UTF8.GetString(json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json));

    public static string Mend(string json) => Escape().Replace(json, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value);

    [GeneratedRegex(@"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(?<half>u[dD][89a-fA-F][\da-fA-F]{2})|.)")]
    private static partial Regex Escape();
}
