using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Forms;

namespace StrategyBot.Tests.Architecture;

/// <summary>A verb belongs to one part and is written down once.</summary>
public sealed partial class VerbsTests
{
    // There is no case yet when convening begins, or another is asked for; a document is a file; a list is over cases;
    // whoever knows the family is out by saying so;
    // and one's own part is where everything else leads to.
    private static readonly string[] NoParts =
    [
        "answering/attended", "answering/attended-file", "assessing/blank", "case-system/file", "convening/begin", "convening/open",
        "convening/step", "disclosing/copy", "disclosing/court",
        "enquiring/invitees-file", "enquiring/late", "enquiring/late-file", "family/document", "hub/my-part",
        "links/know-family", "minuting/document", "minuting/entering-document", "minuting/extract", "reviewing/outline-document",
        "safeguarding/holder-sheet", "safety-planning/document",
        "safety-planning/rows-file",
    ];

    [Fact]
    public void Every_verb_is_a_parts_or_an_earlier_releases()
    {
        var (verbs, parts) = (new Verbs(), new PartTable());
        foreach (var phase in Program.Phases.All)
        {
            phase.Verbs(verbs);
            phase.Parts(parts);
        }

        parts.AddTo(verbs);
        Assert.Equal(NoParts, verbs.All.Except(parts.Verbs).Except(parts.FormerVerbs).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_phases_string_stands_in_another()
    {
        var folder = Path.Combine(FilesTests.Root(), "bot", "Phases");
        var phases = Program.Phases.All.Select(phase => phase.Name).ToHashSet(StringComparer.Ordinal);
        var strays =
            from phase in Directory.EnumerateDirectories(folder)
            let own = Kebab(Path.GetFileName(phase))
            from file in Directory.EnumerateFiles(phase, "*.cs")
                // What an earlier release stored or sent keeps the name of the phase that it was of.
            from line in File.ReadLines(file)
                .Where(line => !line.Contains(".Former(", StringComparison.Ordinal)
                    && !line.Contains("string Kind =>", StringComparison.Ordinal))
            from Match found in Address().Matches(line)
            let named = found.Groups["phase"].Value
            where named != own && phases.Contains(named)
            select $"{Path.GetFileName(phase)}/{Path.GetFileName(file)}: {found.Value}";

        Assert.Equal([], strays);
    }

    private static string Kebab(string name) => Capital().Replace(name, "-$0").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("\"(?<phase>[a-z]+(-[a-z]+)*)/[a-z]")]
    private static partial Regex Address();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
