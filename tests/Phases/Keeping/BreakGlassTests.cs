using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Graph;
using StrategyBot.Sandbox;
using StrategyBot.Sandbox.People;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>Who comes on a case by a group, and what it opens to them (P17): typed in Teams.</summary>
public sealed class BreakGlassTests
{
    [Fact]
    public async Task An_auditor_reads_nothing_before_they_said_why_and_nothing_once_the_time_is_over()
    {
        await using var host = await HostAsync(settings => settings with { LegalGroup = null, InformationGovernanceGroup = null });
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var (worker, chair, auditor) = (
            new TeamsUser(world, "social-worker"), new TeamsUser(world, "chair"), await HeadOfService.JoinAsync(world));

        // Told by mail though they have the app: so that it stands outside this system too.
        await host.InstallForAsync(SandboxPeople.BusinessSupport);

        var none = await worker.AskAsync($"break-glass {Given.Id} Heron");
        Assert.Equal(none, await auditor.AskAsync($"break-glass {Given.Id} Wren"));
        Assert.Equal(none, await auditor.AskAsync("break-glass SB-2026-999 Heron"));
        Assert.Equal(none, await auditor.AskAsync($"status {Given.Id} Heron"));
        Assert.Contains("Type it with a case's reference and word", await auditor.AskAsync("break-glass"), StringComparison.Ordinal);

        var form = await AskedAsync(auditor, $"break-glass {Given.Id} heron");
        Assert.Contains("The data protection officer and the chair are told at once", form.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", await auditor.AskAsync($"minutes {Given.Id} Heron"), StringComparison.Ordinal);
        Assert.Contains("Say first why you have to read it", await auditor.AskAsync($"export court {Given.Id} Heron EX26C00123"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", (await form.PressAsync("Open it to me")).Words, StringComparison.Ordinal);

        var own = await (await AskedAsync(auditor, $"break-glass {Given.Id} heron"))
            .PressAsync("Open it to me", ("cause", "staffConcern"), ("why", "The chair's own nephew."), ("time", "oneHour"));
        Assert.Contains("the case is open to you until Tue 1 Dec 2026, 10:", own.Words, StringComparison.Ordinal);
        Assert.Contains("PLANTED", (await own.PressAsync("What everyone knows")).Words, StringComparison.Ordinal);
        await host.SettleAsync();

        var mail = Assert.Single(await host.MailOfAsync("business-support"), mail => mail.Contains("An auditor", StringComparison.Ordinal));
        Assert.Contains("An auditor, Helen Marsh, opened SB-2026-014 Heron to read it, until Tue 1 Dec 2026, 10:", mail,
            StringComparison.Ordinal);
        var told = (await chair.LastAsync(await chair.PersonalChatAsync())).Words;
        Assert.Contains("An auditor, Helen Marsh, reads this case until Tue 1 Dec 2026, 10:", told, StringComparison.Ordinal);
        Assert.DoesNotContain("nephew", mail + told, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", mail, StringComparison.Ordinal);
        Assert.Contains("An auditor, Helen Marsh, reads this case until", await chair.AskAsync($"status {Given.Id} Heron"),
            StringComparison.Ordinal);

        Assert.Contains("The record is kept for this court", await auditor.AskAsync($"export court {Given.Id} Heron EX26C00123"),
            StringComparison.Ordinal);
        Assert.DoesNotContain((await host.Clerk.LoadAsync(Given.Id, default)).Participants, person => person.May(Capability.TakeToCourt));

        await host.MoveClockAsync(TimeSpan.FromHours(1));
        Assert.DoesNotContain("PLANTED", (await own.PressAsync("What everyone knows")).Words, StringComparison.Ordinal);
        Assert.Contains("Say first why you have to read it", await auditor.AskAsync($"export court {Given.Id} Heron EX26C00123"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("reads this case until", await chair.AskAsync($"status {Given.Id} Heron"), StringComparison.Ordinal);
        Assert.Contains("under break-glass", await UntilAsync(() => auditor.AskAsync($"access {Given.Id}"), "under break-glass"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_what_they_need_ends_it_and_it_is_shut_to_them_again()
    {
        await using var host = await HostAsync(settings => settings);
        using var world = new HttpClient { BaseAddress = new(host.Url) };
        var auditor = await HeadOfService.JoinAsync(world);
        var own = await (await AskedAsync(auditor, $"break-glass {Given.Id} Heron"))
            .PressAsync("Open it to me", ("cause", "breach"), ("why", "Incident 7."), ("time", "tomorrow"));
        Assert.Contains("PLANTED", (await own.PressAsync("What everyone knows")).Words, StringComparison.Ordinal);

        await (await AskedAsync(auditor, $"break-glass {Given.Id} Heron")).PressAsync("I have what I need");

        Assert.DoesNotContain("PLANTED", (await own.PressAsync("What everyone knows")).Words, StringComparison.Ordinal);
        Assert.NotNull((await host.Clerk.LoadAsync(Given.Id, default)).Keeping.Glasses.Single().ClosedAt);
    }

    private static Task<LinksHost> HostAsync(Func<GraphSettings, GraphSettings> groups) => GroupHost.StartAsync(groups,
        Given.AConvenedCase().By(Given.Tom).Fact(new InformationGiven(Given.Tom.Id, Agency.SocialCare, "PLANTED", 0)
        {
            Meeting = Given.FirstMeeting,
        }).Fact(new ParticipantAdded(Given.Priya with
        {
            Person = PersonId.Of(SandboxPeople.Chair.TenantId, SandboxPeople.Chair.AadObjectId),
        }), new ParticipantAdded(Given.Jo with
        {
            Roles = [Role.DataProtectionOfficer],
            Person = PersonId.Of(SandboxPeople.BusinessSupport.TenantId, SandboxPeople.BusinessSupport.AadObjectId),
        })
        { Meeting = Given.FirstMeeting }));

    /// <summary>Asks again where a slow machine could not find out in time who asks.</summary>
    private static async Task<Shown> AskedAsync(TeamsUser person, string line)
    {
        var shown = await person.SayAsync(line);
        for (var again = 0; again < 10 && shown.Words.Contains("I can't check just now", StringComparison.Ordinal); again++)
        {
            shown = await person.SayAsync(line);
        }

        return shown;
    }

    /// <summary>The log is written within the second.</summary>
    private static async Task<string> UntilAsync(Func<Task<string>> ask, string says)
    {
        var answer = await ask();
        for (var again = 0; again < 100 && !answer.Contains(says, StringComparison.Ordinal); again++)
        {
            await Task.Yield();
            answer = await ask();
        }

        return answer;
    }
}

/// <summary>A bot that knows other groups than the sandbox's.</summary>
internal static class GroupHost
{
    public static async Task<LinksHost> StartAsync(Func<GraphSettings, GraphSettings> groups, Given given)
    {
        var host = await LinksHost.StartAsync("2026-12-01 09:05", services => services.AddSingleton(at => groups(
            GraphSettings.From(SandboxSettings.Under(new ConfigurationBuilder().Build())).At(at.GetRequiredService<SandboxUrls>().Graph))));
        await host.HaveAsync(given);
        return host;
    }
}
