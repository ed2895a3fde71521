namespace StrategyBot.Rules.Wording;

/// <summary>Slips of the finger.</summary>
internal static class TypingSlips
{
    // A word as short as this has too many neighbours.
    private const int Shortest = 3;

    /// <summary>The word of a list that a line may begin with if a finger slipped: one key wrong, missing, too many, or two turned round;
    /// two slips in a long word.</summary>
    /// <returns><c>null</c> where none is near.</returns>
    public static string? Nearest(string line, IEnumerable<string> words) => words
        .Select(word => (Word: word, Slips: Slips(Beginning(line, word.Count(character => character == ' ') + 1), word)))
        .Where(one => one.Slips <= (one.Word.Length < 7 ? 1 : 2) && Beginning(line, 1).Length >= Shortest)
        .OrderBy(one => one.Slips).Select(one => one.Word).FirstOrDefault();

    private static string Beginning(string line, int words) =>
        string.Join(' ', line.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(words));

    /// <summary>Optimal string alignment distance.</summary>
    private static int Slips(string typed, string word)
    {
        if (Math.Abs(typed.Length - word.Length) > 2)
        {
            return int.MaxValue;
        }

        var at = new int[typed.Length + 1, word.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= word.Length; j++)
            {
                at[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(at[i - 1, j], at[i, j - 1]) + 1, at[i - 1, j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                {
                    at[i, j] = Math.Min(at[i, j], at[i - 2, j - 2] + 1);
                }
            }
        }

        return at[typed.Length, word.Length];
    }
}
