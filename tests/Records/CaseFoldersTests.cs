using StrategyBot.Cases;
using StrategyBot.Records;

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
