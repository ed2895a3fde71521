namespace StrategyBot.Documents;

/// <summary>What of the words of before a reader needs beside those of now. Pure.</summary>
internal static class ChangedWords
{
    // Words after a change that say what it is of: 97 per cent.
    private const int Beside = 2;

    /// <summary><c>was 97 per cent.</c>, where little was changed; all of it, where much was.</summary>
    public static string Say(string was, string now)
    {
        var (before, after) = (was.Split(' '), now.Split(' '));
        var most = Math.Min(before.Length, after.Length);
        var same = Enumerable.Range(0, most).TakeWhile(at => before[at] == after[at]).Count();
        var alike = Enumerable.Range(1, most - same).TakeWhile(back => before[^back] == after[^back]).Count();
        var (gone, come) = (before[same..^alike], after[same..^alike]);
        return gone.Length == 0 && come.Length > 0 ? $"added: {Stopped(string.Join(' ', come))}"
            : 2 * gone.Length > before.Length ? $"was {was}"
            : $"was {Stopped(string.Join(' ', gone.Concat(Following(gone, before[^alike..]))))}";
    }

    /// <summary>Not beyond the sentence.</summary>
    private static IEnumerable<string> Following(string[] gone, string[] rest)
    {
        var last = gone[^1];
        foreach (var word in rest.Take(Beside))
        {
            if (last.Length > 0 && last[^1] is '.' or '!' or '?' or '”' or '\n')
            {
                yield break;
            }

            yield return last = word;
        }
    }

    private static string Stopped(string words) => words.Length > 0 && words[^1] is '.' or '!' or '?' or '”' ? words : $"{words}.";
}
