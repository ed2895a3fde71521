using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Architecture;

/// <summary>Keeps the house rules that a compiler cannot see.</summary>
public sealed partial class FilesTests
{
    // 250 is the target (house style 20 and 21); past 400 nobody can hold the file in mind.
    private const int MaxLines = 400;

    private const int MaxWidth = 140;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Assert.DoesNotContain(Sources(), f => File.ReadLines(f).Count() > MaxLines);

    [Fact]
    public void No_line_is_wider_than_a_reader_sees() =>
        Assert.Empty(
            from file in Sources()
            from line in File.ReadLines(file).Select((text, at) => (Text: text, Number: at + 1))
            where line.Text.Length > MaxWidth && !RecordedJson().IsMatch(line.Text)
            select $"{Path.GetRelativePath(Root(), file)}:{line.Number}");

    [Fact]
    public void No_file_is_named_after_nothing() =>
        Assert.DoesNotContain(Sources(), f => Vague().IsMatch(Path.GetFileNameWithoutExtension(f)));

    [Fact]
    public void No_regions() =>
        Assert.DoesNotContain(Sources(),
            f => File.ReadLines(f).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)));

    [Fact]
    public void Every_project_has_its_packages_locked_and_no_lock_names_where_they_came_from()
    {
        var projects = new[] { "bot", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(Root(), top), "*.csproj", SearchOption.AllDirectories));

        Assert.All(projects, project =>
            Assert.DoesNotContain("://", File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")),
                StringComparison.Ordinal));
    }

    internal static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));

    internal static IEnumerable<string> Sources()
    {
        var root = Root();
        return new[] { "bot", "tests" }
            .SelectMany(top => Directory.EnumerateFiles(Path.Combine(root, top), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));
    }

    // What a server or Teams sent is kept as it came.
    [GeneratedRegex("""["\w]": ?["{\[n]""")]
    private static partial Regex RecordedJson();

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utility|Common|Misc|Base)$")]
    private static partial Regex Vague();
}
