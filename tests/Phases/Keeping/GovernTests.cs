using StrategyBot.Cases;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>Who takes up the keeping of a record (P17): the group of information governance alone, by reference and word.</summary>
public sealed class GovernTests
{
    [Fact]
    public async Task One_of_the_group_takes_it_up_and_nobody_else_learns_that_there_is_a_case()
    {
        await using var host = await LinksHost.StartAsync();
        await host.HaveAsync(Given.AConvenedCase());
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var (worker, keeper) = (new TeamsUser(world, "social-worker"), await HeadOfService.JoinAsync(world));

        var none = await worker.AskAsync($"govern {Given.Id} Heron");
        Assert.Equal(none, await keeper.AskAsync($"govern {Given.Id} Wren"));
        Assert.Equal(none, await keeper.AskAsync("govern SB-2026-999 Heron"));
        Assert.Contains("Type it with a case's reference and word", await keeper.AskAsync("govern"), StringComparison.Ordinal);

        Assert.Contains("You keep the record of this case.", await keeper.AskAsync($"govern {Given.Id} heron"), StringComparison.Ordinal);
        Assert.Contains("You keep the record of this case.", await keeper.AskAsync($"govern {Given.Id} Heron"), StringComparison.Ordinal);

        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        Assert.Single(@case.Participants, person => person.May(Capability.KeepRecord));
        Assert.Contains("SB-2026-014 Heron", await keeper.AskAsync($"status {Given.Id} Heron"), StringComparison.Ordinal);
    }

    /// <summary>By the runner, on the case's own clock; an auditor still finds who read it, and that it was deleted (P16).</summary>
    [Fact]
    public async Task A_closed_case_is_deleted_when_its_time_is_over_and_an_auditor_reads_that_it_was()
    {
        await using var host = await LinksHost.StartAsync();
        await host.HaveAsync(RetentionContract.Closed());
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var auditor = await HeadOfService.JoinAsync(world);

        await host.MoveClockAsync(TimeSpan.FromDays(94));
        await host.SettleAsync();
        Assert.True((await host.Clerk.LoadAsync(Given.Id, default)).Exists);
        var counted = await host.Clerk.ShelfAsync("measures-2026-11", default);
        Assert.NotEmpty(counted);
        await host.MoveClockAsync(TimeSpan.FromDays(2));
        await host.SettleAsync();

        Assert.False((await host.Clerk.LoadAsync(Given.Id, default)).Exists);
        Assert.DoesNotContain("Lindley", string.Concat((await host.Record.ReadAsync($"cases/{Given.Id.Value}", 0, default))
            .Select(line => line.Content)), StringComparison.Ordinal);
        Assert.Null(await host.Record.NextDueAsync(default));
        // Numbers alone: a year's measures stay what they were, also where they are written anew.
        Assert.Equal(counted, await host.Clerk.ShelfAsync("measures-2026-11", default));
        await host.Clerk.RebuildIndexesAsync(default);
        Assert.Equal(counted, await host.Clerk.ShelfAsync("measures-2026-11", default));
        Assert.Contains("The case was deleted Sun 28 Feb 2027, 08:45, at the end of its time",
            await auditor.AskAsync($"access {Given.Id}"), StringComparison.Ordinal);
        Assert.Equal(await auditor.AskAsync("status SB-2026-999 Heron"), await auditor.AskAsync($"status {Given.Id} Heron"));
    }
}
