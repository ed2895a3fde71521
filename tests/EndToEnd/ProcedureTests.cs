using System.Net.Http.Json;
using StrategyBot.Rules.Procedures;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>An open case keeps the procedure that it was opened under, whatever the bot is started with afterwards (design §7).</summary>
public sealed class ProcedureTests
{
    [Fact]
    public async Task A_changed_procedure_dates_no_open_case_anew_across_a_restart()
    {
        await using var processes = await BotProcesses.StartAsync("bedford");
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        var dates = await DatesAsync(journey);
        Assert.Contains("Bedford guide", dates, StringComparison.Ordinal);

        foreach (var another in ProcedureProfiles.Names.Where(name => name != "bedford"))
        {
            await processes.RestartUnderAsync(another);

            Assert.Equal(dates, await DatesAsync(journey));
            Assert.Contains(ProcedureProfiles.Named(another).Name, (await journey.Chair.SayAsync("procedure")).Words,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_overdue_review_is_told_to_administrators_and_to_nobody_else()
    {
        const string Overdue = "should have been reviewed by";
        await using var processes = await BotProcesses.StartAsync("devon");
        var (administrator, convener) = (new TeamsUser(processes.World, "head-of-service"), new TeamsUser(processes.World, "chair"));

        // As her authority's administrators install it for her: from then on she has a chat with the bot.
        (await processes.World.PostAsync($"sandbox/graph/v1.0/users/{SandboxPeople.HeadOfService.AadObjectId}/teamwork/installedApps",
            JsonContent.Create(new Dictionary<string, string>
            {
                ["teamsApp@odata.bind"] = $"https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/{SandboxPeople.CatalogAppId}",
            }))).EnsureSuccessStatusCode();

        Assert.Contains(Overdue, await ProcedureAsync(administrator), StringComparison.Ordinal);
        Assert.Contains(Overdue, (await administrator.SayAsync("help")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Overdue, await ProcedureAsync(convener), StringComparison.Ordinal);
        Assert.DoesNotContain(Overdue, (await convener.SayAsync("help")).Words, StringComparison.Ordinal);
    }

    /// <summary>Asks again where a slow machine could not find out in time who asks.</summary>
    private static async Task<string> ProcedureAsync(TeamsUser person)
    {
        var answer = (await person.SayAsync("procedure")).Words;
        for (var again = 0; again < 10 && answer.Contains("I can't check just now", StringComparison.Ordinal); again++)
        {
            answer = (await person.SayAsync("procedure")).Words;
        }

        return answer;
    }

    private static async Task<string> DatesAsync(Journey journey) =>
        string.Join('\n',
            (await journey.Chair.SayAsync("status")).Words.Split('\n').Where(line => line.Contains("202", StringComparison.Ordinal)));
}
