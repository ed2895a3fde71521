namespace StrategyBot.Rules;

/// <summary>Text that is compiled into the program, so that a procedure or a calendar can't go missing beside it.</summary>
internal static class EmbeddedText
{
    /// <param name="name">The file below <c>Rules</c>, dots for slashes: <c>Procedures.default.json</c>.</param>
    public static string? Find(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"StrategyBot.Rules.{name}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static string Read(string name) => Find(name) ?? throw new FileNotFoundException($"The program was built without {name}.");
}
