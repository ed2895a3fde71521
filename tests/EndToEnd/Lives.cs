using System.Text.Json.Nodes;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>What people do and hear of a case that lives for weeks and months.</summary>
internal static class Lives
{
    public static async Task ToAsync(BotProcesses processes, DateOnly day, TimeOnly time) =>
        await processes.MoveClockAsync(Words.English.At(day, time) - await processes.NowAsync());

    public static async Task<Shown> PageAsync(TeamsUser person, string title = "Enquiry and conference") =>
        await (await person.OpenHubAsync()).PartAsync(title);

    public static async Task SaidAsync(TeamsUser person, string line) =>
        Assert.StartsWith("Saved", (await person.SayAsync(line)).Words, StringComparison.Ordinal);

    public static async Task SaveAsync(TeamsUser person, string part, string button, params (string, string)[] typed) =>
        Assert.Contains("Saved", (await (await (await person.OpenHubAsync()).PartAsync(part)).PressAsync(button, typed)).Words,
            StringComparison.Ordinal);

    public static async Task HearsAsync(TeamsUser person, string what) => Assert.Contains(what,
        (await person.MessagesAsync(await person.PersonalChatAsync())).ToJsonString(), StringComparison.Ordinal);

    public static async Task KilledAsync(BotProcesses processes)
    {
        await processes.KillBotAsync();
        await processes.StartBotAsync();
        await processes.SettleAsync();
    }

    /// <summary>What was told of a phase, one for each time.</summary>
    public static async Task<IReadOnlyList<string>> KeysAsync(BotProcesses processes, string phase = "enquiring") =>
    [
        .. (await processes.FactsAsync()).Select(content => JsonNode.Parse(content) as JsonObject)
            .Where(fact => fact?["outcome"] is not null && fact["rung"] is not null).Select(fact => fact!["key"]?.GetValue<string>() ?? "")
            .Where(key => key.StartsWith($"{phase}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];
}
