using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Records;

public sealed class CaseFoldersTests
{
    [Fact]
    public async Task No_more_cases_are_kept_than_allowed_and_the_longest_unused_goes_first()
    {
        var folders = new CaseFolders(mostCases: 2);
        await FillAsync(folders, "SB-2026-001", 10);
        await FillAsync(folders, "SB-2026-002", 10);
        await FillAsync(folders, "SB-2026-001", 0);
        await FillAsync(folders, "SB-2026-003", 10);

        Assert.Equal(2, folders.Count);
        Assert.Equal((1, 0), (await VersionAsync(folders, "SB-2026-001"), await VersionAsync(folders, "SB-2026-002")));
    }

    [Fact]
    public async Task No_more_is_kept_than_allowed()
    {
        var folders = new CaseFolders(mostBytes: 10_000);
        await FillAsync(folders, "SB-2026-001", 6_000);
        await FillAsync(folders, "SB-2026-002", 6_000);

        Assert.Equal(1, folders.Count);
        Assert.Equal(1, await VersionAsync(folders, "SB-2026-002"));
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_not_kept()
    {
        var folders = new CaseFolders();

        Assert.Equal(0, await VersionAsync(folders, "SB-2026-999"));

        Assert.Equal(0, folders.Count);
    }

    [Fact]
    public async Task A_case_that_somebody_is_at_is_never_let_go()
    {
        var folders = new CaseFolders(mostCases: 1);
        await folders.AtAsync(new("SB-2026-001"), async mine =>
        {
            mine.Take(new Case(new("SB-2026-001")) { Version = 1 }, [], [LineOf(10)]);
            await FillAsync(folders, "SB-2026-002", 10);
            await FillAsync(folders, "SB-2026-003", 10);
            return true;
        }, default);

        Assert.Equal(1, await VersionAsync(folders, "SB-2026-001"));
    }

    /// <summary>A form that comes back is compared with what it showed, whatever was written meanwhile: that isn't folded again.</summary>
    [Fact]
    public async Task What_a_person_was_shown_is_kept_for_when_it_comes_back()
    {
        var folders = new CaseFolders();
        var entries = Given.AConvenedCase().Fact(new ContingencyAgreed("PLANTED")
        { Meeting = Given.FirstMeeting, Audience = Audience.Only(Agency.Police) }).Entries;
        await folders.AtAsync(Given.Id, folder =>
        {
            Take(folder, entries.SkipLast(2));
            var first = folder.View(Given.Grace);
            Take(folder, entries.TakeLast(2));

            Assert.NotSame(first, folder.View(Given.Grace));
            Assert.Same(first, folder.ViewAt(entries.Count - 2, Given.Grace));
            // Whoever may read other things now is shown what was there as they may read it.
            Assert.NotSame(first, folder.ViewAt(entries.Count - 2, Given.Grace with { Agency = Agency.Police }));
            return Task.FromResult(true);
        }, default);
    }

    [Fact]
    public async Task A_form_that_was_open_for_long_is_folded_on_from_what_its_reader_saw_before()
    {
        var given = Given.AConvenedCase();
        var first = given.Entries.Count;
        for (var saved = 0; saved < 300; saved++)
        {
            given.Fact(new ContingencyAgreed($"PLANTED {saved}")
            {
                Meeting = Given.FirstMeeting,
                Audience = saved % 3 == 0 ? Audience.Only(Agency.Police) : Audience.Professionals,
            });
        }

        var entries = given.Entries;
        await new CaseFolders().AtAsync(Given.Id, folder =>
        {
            Take(folder, entries.Take(first));
            var kept = new List<CaseView> { folder.View(Given.Grace) };
            foreach (var entry in entries.Skip(first))
            {
                Take(folder, [entry]);
                kept.Add(folder.View(Given.Grace));
            }

            // The same as it was shown, of whatever version.
            foreach (var shown in kept)
            {
                var again = folder.ViewAt(shown.Whole.Version, Given.Grace);
                Assert.Equal((shown.Whole.Version, shown.Case.Version), (again.Whole.Version, again.Case.Version));
                Assert.Equal(shown.IsCut, again.IsCut);
                Assert.Equal(shown.Case.Meeting.Plan.Contingency?.Fact, again.Case.Meeting.Plan.Contingency?.Fact);
                Assert.Equal(shown.Whole.Meeting.Plan.Contingency?.Fact, again.Whole.Meeting.Plan.Contingency?.Fact);
            }

            // Of so many a few are kept as they were: those of late, and some of long ago, so that none is far from one.
            var same = kept.Where(shown => ReferenceEquals(shown, folder.ViewAt(shown.Whole.Version, Given.Grace)))
                .Select(shown => entries.Count - shown.Whole.Version).Where(ago => ago > 0).ToList();
            Assert.Equal(8, same.Count);
            Assert.Equal(300, same[0]);
            Assert.All(same.Zip(same.Skip(1)), pair => Assert.True(pair.First <= (pair.Second + 1) * 5, string.Join(' ', same)));
            return Task.FromResult(true);
        }, default);
    }

    private static void Take(CaseFolder folder, IEnumerable<Entry> more)
    {
        var some = more.ToList();
        folder.Take(some.Aggregate(folder.Case, Case.Evolve), some, [LineOf(10)]);
    }

    private static Task<int> VersionAsync(CaseFolders folders, string id) =>
        folders.AtAsync(new(id), folder => Task.FromResult(folder.Case.Version), default);

    private static Task<bool> FillAsync(CaseFolders folders, string id, int letters) => folders.AtAsync(new(id), folder =>
    {
        if (letters > 0)
        {
            folder.Take(new Case(new(id)) { Version = 1 }, [], [LineOf(letters)]);
        }

        return Task.FromResult(true);
    }, default);

    private static Line LineOf(int letters) =>
        Line.Next(new("cases/x", 1, "kind", default, null, "by", null, "source", null, null, null), new string('x', letters), "salt", "");
}
