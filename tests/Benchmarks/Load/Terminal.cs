namespace StrategyBot.Benchmarks.Load;

/// <summary>The one place that speaks to whoever started the rig: it is a program to be read, and has no log.</summary>
internal static class Terminal
{
#pragma warning disable RS0030 // See above.
    public static void Say(string line) => Console.Out.WriteLine(line);

    /// <summary>What goes on, beside the table.</summary>
    public static void Note(string line) => Console.Error.WriteLine(line);

    public static Stream Input() => Console.OpenStandardInput();
#pragma warning restore RS0030
}
