using StrategyBot.Oversight;
using StrategyBot.Phases;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Returns;
using StrategyBot.Tests.Oversight;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Overseeing;

/// <summary>Issue 18.2: the document for the partnership, two pages of counts, from a service with everything that there is to count.
/// </summary>
public sealed class PartnershipPaperTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-12-01 09:10");

    [Fact]
    public void It_is_a_valid_document_of_counts_with_small_numbers_hidden_and_the_chosen_month_beside_the_year()
    {
        var words = DocxWords.Valid(PartnershipPaper.Write(ALook(few: true), null, new(2026, 11, 1), Given.Words).Content);

        Assert.Contains("November 2026, and the 12 months to Tue 1 Dec 2026. All areas.", words, StringComparison.Ordinal);
        Assert.Contains("Meetings held in time", words, StringComparison.Ordinal);
        Assert.Contains("81.4", words, StringComparison.Ordinal);
        Assert.Contains("Why late: ", words, StringComparison.Ordinal);
        Assert.Contains("c of c", words, StringComparison.Ordinal);
        Assert.DoesNotContain("SB-2026", words, StringComparison.Ordinal);
        // What changed is of the last month.
        Assert.DoesNotContain("What changed", words, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_counts_are_the_same_bytes_and_without_a_month_it_is_the_last()
    {
        var paper = PartnershipPaper.Write(ALook(), null, null, Given.Words);

        Assert.Equal("measures-2026-12.docx", paper.Name);
        Assert.Equal(paper.Content, PartnershipPaper.Write(ALook(), null, new(2026, 12, 1), Given.Words).Content);
        Assert.Contains("What changed since Nov 2026", DocxWords.Valid(paper.Content), StringComparison.Ordinal);
        // One that is not of the twelve is no month.
        Assert.Equal(paper.Content, PartnershipPaper.Write(ALook(), null, new(2020, 1, 1), Given.Words).Content);
    }

    [Fact]
    public void Of_an_area_it_says_so() => Assert.Contains("Area North.",
        DocxWords.Valid(PartnershipPaper.Write(ALook(area: "North"), "North", null, Given.Words).Content), StringComparison.Ordinal);

    /// <summary>With every reason, agency, group and as many areas as are listed.</summary>
    [OfficeFact]
    public async Task It_takes_two_pages()
    {
        using var folder = new TemporaryFolder();
        var printed = await Office.PrintedAsync(folder, "measures", PartnershipPaper.Write(ALook(), null, null, Given.Words).Content);

        Assert.Equal(2, printed.Count(letter => letter == '\f'));
        Assert.Contains("Conference within 15 days", printed.Split('\f')[0], StringComparison.Ordinal);
        Assert.Contains("16 and 17", printed.Split('\f')[1], StringComparison.Ordinal);
    }

    /// <param name="few">So few that each is small.</param>
    private static MeasuresLook.Looked ALook(bool few = false, string? area = null)
    {
        var times = few ? 1 : 20;
        MeasureRow Row(string name, int month, int at) => new(name,
        [
            .. ServiceMeasure.All.Select(measure => new MeasureRow.Share(measure.Number, measure.Name,
                few ? 0 : times * (month % 3 == 2 ? 3 : 4), few ? (month == 3 ? 2 : 0) : times * 5,
                K: [$"{"u015ts?"[at % 7]}{"WMABO?-"[at % 7]}{"yn?-"[at % 4]}"])),
            .. ServiceMeasure.All.SelectMany(measure => (measure.By?.Bars ?? []).Select(bar =>
                new MeasureRow.Share(measure.Number, bar.Name, measure.By!.IsWhole ? times : times * 2, times * 5))),
            new(1, CaseMeasures.HoursToMeeting, 0, 3, V: [7, 19, 46]), new(7, CaseMeasures.DaysUntilSettled, 0, 1, V: [3]),
            new(8, CaseMeasures.HoursUntilSeen, 0, 1, V: [7]),
        ]);
        var months = MeasuredYear.To(new(2026, 12, 1));
        string[] areas = few ? ["North"] : ["North", .. Enumerable.Range(1, 11).Select(at => $"Area {at}")];
        return new(AYear.Of(months,
            [.. months.Select((_, month) => (IReadOnlyList<MeasureRow>)[.. areas.Select((name, at) => Row(name, month, at))])], area, Now),
            IsWhole: true, Now, MayOpen: false);
    }
}
