using System.Text.RegularExpressions;

namespace StrategyBot.Conversations;

/// <summary>An id as a log may hold it: whoever sends one chooses it, before anybody is trusted.</summary>
internal static partial class LoggedId
{
    private const int Longest = 64;

    public static string Of(string? id) =>
        id is not { Length: > 0 } ? "none" : Unsafe().Replace(id.Length > Longest ? id[..Longest] : id, "?");

    [GeneratedRegex("[^A-Za-z0-9:;@._/|=+~-]")]
    private static partial Regex Unsafe();
}
