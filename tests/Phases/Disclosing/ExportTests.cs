using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Keeping;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.Phases.Keeping;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Disclosing;

/// <summary>Who has the whole record for a court (P17, P19): lawyers and auditors, by reference, word and proceedings.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task A_lawyer_has_it_and_it_is_kept_and_nobody_else_learns_that_there_is_a_case()
    {
        await using var host = await LinksHost.StartAsync();
        await host.HaveAsync(Given.AConvenedCase());
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var (worker, lawyer) = (new TeamsUser(world, "social-worker"), await HeadOfService.JoinAsync(world));

        var none = await worker.AskAsync($"export court {Given.Id} Heron EX26C00123");
        Assert.Equal(none, await lawyer.AskAsync($"export court {Given.Id} Wren EX26C00123"));
        Assert.Equal(none, await lawyer.AskAsync("export court SB-2026-999 Heron EX26C00123"));
        foreach (var line in new[] { "export", "export court", $"export court {Given.Id} Heron", $"export {Given.Id} Heron EX26C00123" })
        {
            Assert.Contains("Type it with a case's reference and word, and the proceedings", await lawyer.AskAsync(line),
                StringComparison.Ordinal);
        }

        Assert.Empty((await host.Clerk.LoadAsync(Given.Id, default)).Keeping.Holds);

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Contains("The record is kept for this court", await lawyer.AskAsync($"export court {Given.Id} heron EX26C00123"),
                StringComparison.Ordinal);
        }

        var @case = await host.Clerk.LoadAsync(Given.Id, default);
        Assert.Equal((HoldCause.Court, "EX26C00123"), (Assert.Single(@case.Keeping.Holds).Said.Fact.Cause,
            @case.Keeping.Holds[0].Said.Fact.Why));
        Assert.Single(@case.Participants, person => person.May(Capability.TakeToCourt));
        Assert.EndsWith("said by Helen Marsh.", HoldRule.Say(@case, @case.Keeping.Holds[0], Given.Words), StringComparison.Ordinal);
    }
}
