using System.Reflection;
using StrategyBot.Cases;
using StrategyBot.Tests.Architecture;

namespace StrategyBot.Tests.Cases;

public sealed class CaseTermsTests
{
    /// <summary>Each is written with every case, and one that all cases share is one partition of the store for them all.</summary>
    [Fact]
    public void Nothing_is_kept_to_find_a_case_by_that_nobody_asks_for()
    {
        var asked = string.Join('\n', Directory.EnumerateFiles(Path.Combine(FilesTests.Root(), "bot"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "CaseTerms.cs").Select(File.ReadAllText));
        var terms = typeof(CaseTerms).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(member => member.Name).Where(name => name != nameof(CaseTerms.Of)).ToList();

        Assert.NotEmpty(terms);
        Assert.DoesNotContain(terms, name => !asked.Contains($"CaseTerms.{name}", StringComparison.Ordinal));
    }
}
