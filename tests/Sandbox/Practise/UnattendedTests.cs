using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using StrategyBot.Tests.EndToEnd;

namespace StrategyBot.Tests.Sandbox.Practise;

/// <summary>Each practice case from convening to the minutes with nobody at the keyboard, bot and world as two processes.</summary>
public sealed class UnattendedTests
{
    // More than any case takes; beyond it nothing comes to an end.
    private const int MostSteps = 200;

    [Theory]
    [InlineData("bruise-on-a-baby", "police", "Police", "school", "School: No.", "Larkfield")]
    [InlineData("missing-teenager", "health", "Health", "police", "Police: No.", "Larkfield")]
    [InlineData("unborn-child", "police", "Police", "midwife", "Midwifery: No.", "Northgate maternity")]
    public async Task A_case_runs_to_its_approved_minutes(
        string @case, string silent, string silentAgency, string disagrees, string view, string named)
    {
        await using var processes = await BotProcesses.StartAsync();
        var (board, playing) = await PlayAsync(processes, @case);

        Assert.Null(playing["trouble"]);
        Assert.True(board.Contains($"Missing: {silentAgency}", StringComparison.Ordinal), board);
        var told = playing["told"]!.AsArray().Select(line => $"{line!["who"]} {line["what"]}").ToList();
        Assert.DoesNotContain(told, line => line.StartsWith(silent, StringComparison.Ordinal));
        Assert.Contains($"{disagrees} disagrees with the decision, and says so", told);
        Assert.Contains(told, line => line.EndsWith("adds what was held back", StringComparison.Ordinal));
        await TheRecordHoldsBothAsync(processes, silent, silentAgency, view);
        Assert.Contains(await processes.FactsAsync(), fact => fact.Contains(named, StringComparison.Ordinal));
    }

    /// <summary>What others say after the chair confirmed it is asked about again, and no end of the case.</summary>
    [Fact]
    public async Task A_chair_who_waits_for_nobody_comes_to_the_end_as_well()
    {
        await using var processes = await BotProcesses.StartAsync();
        (await processes.World.PostAsJsonAsync("sandbox/practise", new { @case = "missing-teenager" })).EnsureSuccessStatusCode();
        for (var (step, idle) = (0, 0); step < MostSteps && idle < 2; step++)
        {
            var others = await StepAsync(processes, chair: false);
            idle = await StepAsync(processes, chair: true) is null && others is null ? idle + 1 : 0;
            if (idle > 0)
            {
                await processes.SettleAsync();
            }
        }

        var playing = await PlayingAsync(processes);
        Assert.Null(playing["trouble"]);
        Assert.Contains(playing["told"]!.AsArray(), line => (string?)line!["what"] == "does “Draft of the minutes”");
    }

    /// <summary>Who was silent and who disagreed stands in the minutes; everybody has them, the silent one too;
    /// nothing waits for the chair.</summary>
    private static async Task TheRecordHoldsBothAsync(BotProcesses processes, string silent, string silentAgency, string view)
    {
        var chair = new TeamsUser(processes.World, "chair");
        var minutes = await Journey.ReadMinutesAsync(chair);
        Assert.Contains("no answer to the invitation is recorded", minutes, StringComparison.Ordinal);
        Assert.Contains($"{silentAgency} was missing: Did not answer", minutes, StringComparison.Ordinal);
        Assert.Contains(view, minutes, StringComparison.Ordinal);
        Assert.Contains(await new TeamsUser(processes.World, silent).MailAsync(),
            mail => mail!["body"]!.GetValue<string>().Contains("The minutes are ready for you to read.", StringComparison.Ordinal));
        Assert.DoesNotContain((await chair.OpenHubAsync()).Buttons, button => button.StartsWith("Next:", StringComparison.Ordinal));
    }

    /// <returns>The chair's board once it was noted who is there, and how the case stood at its end.</returns>
    private static async Task<(string Board, JsonNode Playing)> PlayAsync(BotProcesses processes, string @case)
    {
        (await processes.World.PostAsJsonAsync("sandbox/practise", new { @case })).EnsureSuccessStatusCode();
        var board = "";
        for (var step = 0; step < MostSteps; step++)
        {
            if (await StepAsync(processes, chair: false) is not null || await AskAsync(processes))
            {
                continue;
            }

            await processes.SettleAsync();
            if (await StepAsync(processes, chair: false) is null && await StepAsync(processes, chair: true) is not { } did)
            {
                return (board, await PlayingAsync(processes));
            }
            else if (board.Length == 0 && (await PlayingAsync(processes))["told"]!.AsArray()
                .Any(line => (string?)line!["what"] == "does “Who is here”"))
            {
                board = (await new TeamsUser(processes.World, "chair").OpenHubAsync()).Words;
            }
        }

        throw new InvalidOperationException("The case did not come to an end.");
    }

    internal static async Task<JsonNode?> StepAsync(BotProcesses processes, bool chair)
    {
        var answer = await processes.World.PostAsJsonAsync("sandbox/practise/step", new { chair });
        for (var again = 0; again < 10 && answer.StatusCode == HttpStatusCode.ServiceUnavailable; again++)
        {
            // A slow machine: Teams would have said that the app can't be reached, and a person tries again.
            answer = await processes.World.PostAsJsonAsync("sandbox/practise/step", new { chair });
        }

        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["did"];
    }

    /// <summary>The chair asks whoever holds something back.</summary>
    private static async Task<bool> AskAsync(BotProcesses processes)
    {
        if ((await PlayingAsync(processes))["asks"]!.AsArray() is not [{ } first, ..])
        {
            return false;
        }

        (await processes.World.PostAsJsonAsync("sandbox/practise/ask", new { who = (string?)first["id"] })).EnsureSuccessStatusCode();
        return true;
    }

    private static async Task<JsonNode> PlayingAsync(BotProcesses processes) =>
        (await processes.World.GetFromJsonAsync<JsonNode>("sandbox/practise"))!["playing"]!;
}
