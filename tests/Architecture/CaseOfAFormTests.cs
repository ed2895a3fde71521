using System.Text.RegularExpressions;

namespace StrategyBot.Tests.Architecture;

/// <summary>Which case a button or a typed line means is written into a form in one place, and read out of it in one.</summary>
public sealed partial class CaseOfAFormTests
{
    private static readonly string Bot = Path.Combine(FilesTests.Root(), "bot");

    [Fact]
    public void It_is_read_by_the_runtimes_one_method() =>
        Assert.Empty(Found(Read(), "Forms/Turns.cs", "Forms/PartRuntime.cs", "Cases/Ids.cs"));

    [Fact]
    public void It_is_written_by_a_forms_type_or_by_CaseForm() => Assert.Empty(Found(Written()));

    private static IEnumerable<string> Found(Regex pattern, params string[] except) =>
        from file in Directory.EnumerateFiles(Bot, "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Bot, file).Replace(Path.DirectorySeparatorChar, '/')
        where !name.StartsWith("obj/", StringComparison.Ordinal) && !name.StartsWith("bin/", StringComparison.Ordinal)
            && !except.Contains(name)
        from Match found in pattern.Matches(File.ReadAllText(file))
        select $"{name}: {found.Value}";

    [GeneratedRegex(@"\b(?:Read|Show)Async\(\s*turn\.Asker\(\)|\bCaseRef\.Sent\b")]
    private static partial Regex Read();

    [GeneratedRegex(@"\bnew\s*\{\s*Case\s*=")]
    private static partial Regex Written();
}
