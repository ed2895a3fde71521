using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Architecture;

/// <summary>Two clocks (design §7): the case's, which the sandbox moves, and the one on the wall. Nothing else tells the time.</summary>
public sealed partial class TimeTests
{
    private static readonly string Bot = Path.Combine(FilesTests.Root(), "bot");

    [Fact]
    public void The_machines_clock_is_taken_in_one_place() => Assert.Equal(["Rooms.cs"], Where(MachinesClock()));

    [Fact]
    public void Nothing_tells_the_time_but_by_a_clock_that_it_was_given() => Assert.Empty(Where(PastTheClocks()));

    /// <summary>How long something took is no time of day, and nothing is decided by it.</summary>
    [Fact]
    public void A_stopwatch_only_measures() => Assert.Equal([Path.Combine("Starting", "Measures.cs")], Where(Measured()));

    [Theory]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var today = DateTime.Today;")]
    [InlineData("if (Environment.TickCount64 > 5)")]
    public void What_goes_past_the_clocks_is_seen(string source) => Assert.Matches(PastTheClocks(), source);

    [Theory]
    [InlineData("using var ended = new CancellationTokenSource();")]
    [InlineData("var now = clock.GetUtcNow();")]
    public void What_goes_by_one_is_let_be(string source) => Assert.DoesNotMatch(PastTheClocks(), source);

    private static IEnumerable<string> Where(Regex said) =>
        from file in FilesTests.Sources()
        where file.StartsWith(Bot + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && said.IsMatch(Unsaid().Replace(File.ReadAllText(file), " "))
        select Path.GetRelativePath(Bot, file);

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Unsaid();

    [GeneratedRegex(@"\bTimeProvider\s*\.\s*System\b")]
    private static partial Regex MachinesClock();

    [GeneratedRegex(@"\bStopwatch\b")]
    private static partial Regex Measured();

    [GeneratedRegex("""
        \bDateTime(Offset)?\s*\.\s*(UtcNow|Now|Today)\b
        | \bEnvironment\s*\.\s*TickCount
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PastTheClocks();
}
