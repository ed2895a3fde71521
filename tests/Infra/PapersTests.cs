using System.Text.RegularExpressions;
using StrategyBot.PartnerLinks;
using StrategyBot.Phases.Minuting;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Architecture;

namespace StrategyBot.Tests.Infra;

/// <summary>What the papers say is so: places that are there, figures of the code, and no mailbox of the authority opened wider than the
/// scripts open it (16.9).</summary>
public sealed partial class PapersTests
{
    private static readonly string Folder = Path.Combine(FilesTests.Root(), "infra", "papers");

    [Fact]
    public void Every_place_that_a_paper_names_is_there()
    {
        var missing = new List<string>();
        foreach (var paper in Directory.GetFiles(Folder, "*.md"))
        {
            var text = File.ReadAllText(paper);
            missing.AddRange(Places().Matches(text).Select(match => match.Groups[1].Value)
                .Where(place => !Path.Exists(Path.Combine(FilesTests.Root(), place)) && !IsAClass(place)));
            missing.AddRange(Links().Matches(text).Select(match => match.Groups[1].Value)
                .Where(link => !Path.Exists(Path.Combine(Folder, link))));
        }

        Assert.Empty(missing);
        Assert.Equal(["README.md", "accessibility.md", "data-protection.md", "leaving.md", "security.md"],
            Directory.GetFiles(Folder, "*.md").Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_figure_is_the_codes()
    {
        var (data, retention) = (Paper("data-protection.md"), ProcedureProfiles.Default.Retention);
        foreach (var says in new[]
        {
            $"the working copy {retention.WorkingCopyDays} days after", $"this is the record, {retention.Days} days",
            $"a code of six digits that lasts {LinkSignIn.CodeLifetime.TotalMinutes} minutes",
            $"a document once within {DocumentLinks.Lasts.TotalMinutes} minutes", "A link opens 28 days at the longest",
        })
        {
            Assert.Contains(says, data, StringComparison.Ordinal);
        }

        Assert.Equal("28", Days().Match(File.ReadAllText(Path.Combine(FilesTests.Root(), "bot", "PartnerLinks", "LinkLife.cs")))
            .Groups[1].Value);
        Assert.Contains($"| ids, outcomes, times | {Kept("monitoring")} days |", data, StringComparison.Ordinal);
        Assert.Contains("minTlsVersion: '1.2'", Module("host"), StringComparison.Ordinal);
        Assert.Contains("httpsOnly: true", Module("host"), StringComparison.Ordinal);
    }

    /// <summary>Fourteen, in their order.</summary>
    [Fact]
    public void The_fourteen_principles_are_each_answered() => Assert.Equal(
        Enumerable.Range(1, 14), Principles().Matches(Paper("security.md")).Select(match => int.Parse(match.Groups[1].Value, null)));

    /// <summary>A reader who prints it has it in black and white.</summary>
    [Fact]
    public void The_picture_is_told_in_words_and_needs_no_colour()
    {
        var picture = File.ReadAllText(Path.Combine(Folder, "data-flow.svg"));
        Assert.Contains("<title id=\"title\">How data travels</title>", picture, StringComparison.Ordinal);
        Assert.Contains("Nothing goes to the makers.</desc>", picture, StringComparison.Ordinal);
        Assert.Equal(["#111", "#222", "#fff"], Colours().Matches(picture).Select(match => match.Value).Distinct().Order());
    }

    private static string Paper(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private static string Module(string name) => File.ReadAllText(Path.Combine(FilesTests.Root(), "infra", "modules", $"{name}.bicep"));

    private static string Kept(string module) => Retained().Match(Module(module)).Groups[1].Value;

    private static bool IsAClass(string place) => File.Exists(Path.Combine(FilesTests.Root(), $"{place}.cs"));

    [GeneratedRegex("`((?:bot|infra|tests|manifest|\\.ci)/[^`*]+)`")]
    private static partial Regex Places();

    [GeneratedRegex("\\]\\(([^)]+)\\)")]
    private static partial Regex Links();

    [GeneratedRegex("FollowingUp = TimeSpan.FromDays\\((\\d+)\\)")]
    private static partial Regex Days();

    [GeneratedRegex("retentionInDays: (\\d+)")]
    private static partial Regex Retained();

    [GeneratedRegex("^\\| (\\d+) ", RegexOptions.Multiline)]
    private static partial Regex Principles();

    [GeneratedRegex("#[0-9a-f]{3}\\b")]
    private static partial Regex Colours();
}
