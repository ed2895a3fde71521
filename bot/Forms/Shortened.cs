namespace StrategyBot.Forms;

/// <summary>A text cut to what a list has room for; the whole of it stands where it was written.</summary>
internal static class Shortened
{
    // As much of a name as a list has room for.
    private const int MostOfName = 60;

    public static string Name(string name) => To(MostOfName, name);

    public static string To(int most, string text)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var at = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..at] + "…";
    }
}
