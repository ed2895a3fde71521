using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;
using StrategyBot.Sandbox.People;
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

    /// <summary>Each gets its own role, and with it its step alone.</summary>
    [Theory]
    [InlineData("BusinessSupport", "You are business support on this case.")]
    [InlineData("ConferenceService", "You arrange the conferences of this case.")]
    public async Task Business_support_and_the_conference_service_take_it_up_by_their_own_group(string named, string says)
    {
        var role = Enum.Parse<Role>(named);
        await using var host = await GroupHost.StartAsync(settings => settings with
        {
            BusinessSupportGroup = role == Role.BusinessSupport ? settings.BusinessSupportGroup : null,
            ConferenceServiceGroup = role == Role.ConferenceService ? settings.ConferenceServiceGroup : null,
        }, Planted());
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        await host.InstallForAsync(SandboxPeople.BusinessSupport);
        var (person, worker) = (new TeamsUser(world, "business-support"), new TeamsUser(world, "social-worker"));

        Assert.Equal(await worker.AskAsync($"govern {Given.Id} Heron"), await person.AskAsync($"govern {Given.Id} Wren"));
        var taken = await person.AskAsync($"govern {Given.Id} Heron");

        Assert.StartsWith($"SB-2026-014 Heron\n{says} Its people can see that", taken, StringComparison.Ordinal);
        Assert.DoesNotContain("Seal words", taken, StringComparison.Ordinal);
        var me = PersonId.Of(SandboxPeople.BusinessSupport.TenantId, SandboxPeople.BusinessSupport.AadObjectId);
        Assert.Equal([role], (await host.Clerk.LoadAsync(Given.Id, default)).Find(me)!.Roles);
        Assert.DoesNotContain("PLANTED", await EachLineAsync(host, person), StringComparison.Ordinal);
        Assert.Contains("Heron", await person.AskAsync($"status {Given.Id} Heron"), StringComparison.Ordinal);
    }

    /// <summary>Settings and health, never a case: whatever they type, it is as if there were none.</summary>
    [Fact]
    public async Task An_administrator_is_told_of_no_case()
    {
        await using var host = await GroupHost.StartAsync(settings => settings with
        {
            AuditorsGroup = null,
            InformationGovernanceGroup = null,
            LegalGroup = null,
        }, Planted());
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var administrator = await HeadOfService.JoinAsync(world);

        var said = await EachLineAsync(host, administrator);

        Assert.DoesNotContain("PLANTED", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", said, StringComparison.Ordinal);
        Assert.Null((await host.Clerk.LoadAsync(Given.Id, default)).Find(
            PersonId.Of(SandboxPeople.HeadOfService.TenantId, SandboxPeople.HeadOfService.AadObjectId)));
        // They are one.
        Assert.DoesNotContain("only administrators are told", await administrator.AskAsync("procedure"), StringComparison.Ordinal);
        Assert.Contains("For administrators", await administrator.AskAsync("procedure"), StringComparison.Ordinal);
    }

    private static Given Planted() => Given.AConvenedCase().By(Given.Tom)
        .Fact(new InformationGiven(Given.Tom.Id, Agency.SocialCare, "PLANTED", 0) { Meeting = Given.FirstMeeting });

    /// <summary>Every line that there is, with the case's reference and word.</summary>
    private static async Task<string> EachLineAsync(LinksHost host, TeamsUser person)
    {
        var commands = new Commands();
        Program.Phases.All.ToList().ForEach(phase => phase.Commands(commands));
        var said = new List<string>();
        foreach (var (word, _) in commands.Words.Where(command => command.Word is not "convene"))
        {
            said.Add(await person.AskAsync($"{word} {Given.Id} Heron"));
        }

        await host.LateAsync();
        Assert.InRange(said.Count, 20, 100);
        return string.Join('\n', [.. said, .. person.Seen]);
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
        // Numbers alone, and of no ethnicity or disability: a year's measures stay what they were, also where they are written anew.
        var stay = counted.Select(one => (one.Case, MeasureRow.Read(one.Text).OfAGoneCase().Write())).ToList();
        Assert.Equal(stay, (await host.Clerk.ShelfAsync("measures-2026-11", default)).Select(one => (one.Case, one.Text)));
        await host.Clerk.RebuildIndexesAsync(default);
        Assert.Equal(stay, (await host.Clerk.ShelfAsync("measures-2026-11", default)).Select(one => (one.Case, one.Text)));
        Assert.Contains("The case was deleted Sun 28 Feb 2027, 08:45, at the end of its time",
            await auditor.AskAsync($"access {Given.Id}"), StringComparison.Ordinal);
        Assert.Equal(await auditor.AskAsync("status SB-2026-999 Heron"), await auditor.AskAsync($"status {Given.Id} Heron"));

        // What went outside is counted, for auditors and information governance, who know its word, and nobody else.
        var worker = new TeamsUser(world, "social-worker");
        var none = await worker.AskAsync("govern SB-2026-999 Heron");
        // Its own is gone with it; by its reference the same is known for good.
        var word = References.WordOf(Given.Id);
        foreach (var line in new[] { $"access {Given.Id}", $"govern {Given.Id} {word}" })
        {
            Assert.Matches("[0-9]+ cards?, [1-9][0-9]* letters? and 1 calendar entry were deleted outside it",
                await auditor.AskAsync(line));
        }

        Assert.Equal(none, await auditor.AskAsync($"govern {Given.Id} Wren"));
        Assert.Equal(none, await worker.AskAsync($"govern {Given.Id} {word}"));
        foreach (var folder in new[] { "drafts", "sentitems" })
        {
            Assert.DoesNotContain(Given.Id.Value, await world.GetStringAsync(
                $"sandbox/graph/v1.0/users/{SandboxPeople.Minutes.Mail}/mailFolders/{folder}/messages"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Given.Id.Value, await world.GetStringAsync(
            $"sandbox/graph/v1.0/users/{SandboxPeople.Organiser.Mail}/events"), StringComparison.Ordinal);
    }
}
