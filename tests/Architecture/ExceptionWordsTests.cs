using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Architecture;

/// <summary>An exception's message may hold a line of the record (Azure's repeat what was sent), so nobody reads one.</summary>
public sealed partial class ExceptionWordsTests
{
    /// <summary>Whose exceptions are our own, with a sentence of ours and nothing of a case.</summary>
    private static readonly string[] OurOwn = ["TablesStore.cs", "StartRefusedException.cs", "Prompter.cs"];

    [Fact]
    public void Nobody_reads_an_exceptions_message() => Assert.Equal(OurOwn.Order(), Bot()
        .Where(source => Caught().Matches(source.Text).Select(match => match.Groups["name"].Value).Distinct()
            .Any(name => Regex.IsMatch(source.Text, $@"\b{name}\.(Message\b|ToString\(\))|\{{{name}[}}:,]")))
        .Select(source => source.Name).Order());

    [Fact]
    public void No_log_takes_an_exception_with_its_message() =>
        Assert.Empty(Bot().Where(source => Logged().IsMatch(source.Text)).Select(source => source.Name));

    private static IEnumerable<(string Name, string Text)> Bot() => FilesTests.Sources()
        .Where(file => file.StartsWith(Path.Combine(FilesTests.Root(), "bot"), StringComparison.Ordinal))
        .Select(file => (Path.GetFileName(file), File.ReadAllText(file)));

    [GeneratedRegex(@"\b[\w.]*Exception (?<name>\w+)\b")]
    private static partial Regex Caught();

    [GeneratedRegex(@"this ILogger \w+,[^)]*Exception\b|\.Log(Trace|Debug|Information|Warning|Error|Critical)\(")]
    private static partial Regex Logged();
}
