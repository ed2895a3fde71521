using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Documents;

/// <summary>What a real word processor puts on paper.</summary>
public sealed partial class PaperTests
{
    [OfficeFact]
    public async Task Every_word_of_a_long_row_comes_on_paper()
    {
        // One row for each length around a page's height, all within what a form takes.
        var rows = Enumerable.Range(52, 10).Select(lines => Row($"r{lines}", lines)).ToList();

        var printed = await PrintAsync(
            MinutesDocx.Write(rows, new("SB-2026-014 Heron", MinutesMark.Version(1, "Wed 25 Nov 2026, 15:20"), 1, "Sam")));

        Assert.Equal([], rows.SelectMany(row => Word().Matches(row.Cells![0]).Select(word => word.Value)).Except(printed));
        // Whose they are stands once, above them.
        Assert.Single(printed, word => word == "Whitlock");
    }

    /// <summary>As it was drawn, for whoever lacks most of it; the plain reader's and the draft's too.</summary>
    [OfficeFact]
    public async Task Two_children_take_four_pages_at_most()
    {
        var approved = ADrawnMeeting.Approved().Case;
        foreach (var (reader, version) in new[] { (Given.Grace, 1), (Given.Tom, 1), (Given.Priya, 0) })
        {
            using var folder = new TemporaryFolder();
            var printed = await Office.PrintedAsync(
                folder, "minutes", MinutesFile.Write(approved, approved.Meeting, version, reader, Given.Words));

            Assert.InRange(printed.Count(letter => letter == '\f'), 2, 4);
            // The frame of a draft takes its room.
            Assert.Contains(version == 0 ? "Interim safety plan (S)" : "Contingency", printed.Split('\f')[0], StringComparison.Ordinal);
        }
    }

    /// <summary>A first cell of so many lines, each of one word as wide as the column nearly is.</summary>
    private static MinutesParagraph Row(string name, int lines)
    {
        var what = string.Join('\n', Enumerable.Range(0, lines).Select(line => $"{name}x{line:D3}"));
        return new($"action/{name}", "Actions", what, "Sam Whitlock", Dates.Local("2026-11-25 14:30"), Audience.Professionals,
            null, new([what, "Grace Osei", "Thu 26 Nov 2026, 12:00", "So that it is known", "Ring the duty desk"]));
    }

    /// <returns>The words of all pages; one that a page's end cuts in two would be missing.</returns>
    private static async Task<IReadOnlyList<string>> PrintAsync(byte[] document)
    {
        using var folder = new TemporaryFolder();
        return [.. Word().Matches(await Office.PrintedAsync(folder, "minutes", document)).Select(word => word.Value)];
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
