using System.Text.RegularExpressions;
using StrategyBot.Tests.PartnerLinks;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Links, codes and sessions belong to no process: a restart and a second instance know them as well.</summary>
public sealed partial class PartnerInstancesTests(Azurite azurite) : IClassFixture<Azurite>
{
    private static readonly object Case = new { @case = "SB-2026-001" };

    [NodeFact]
    public async Task A_restart_and_a_second_instance_know_every_link_code_and_session()
    {
        await using var processes = await BotProcesses.StartAsync(tables: azurite.ConnectionString);
        var journey = new Journey(processes);
        await journey.ConveneAsync();
        await processes.SettleAsync();
        using var nurse = new Visitor(UrlOf(processes.Bot));
        var token = await TokenOfAsync(journey.Nurse);
        var challenge = await nurse.WantCodeAsync(token);
        var code = await CodeOfAsync(journey.Nurse);

        await processes.KillBotAsync();
        await processes.StartBotAsync();
        await nurse.EnterAsync(token, challenge, code);
        Assert.Equal("Grace Adeyemi", (await nurse.MeAsync()).Body["name"]!.ToString());
        var second = UrlOf(await processes.StartAnotherBotAsync());
        using var elsewhere = nurse.At(second);
        Assert.Equal("Grace Adeyemi", (await elsewhere.MeAsync()).Body["name"]!.ToString());
        Assert.Equal(403, (await elsewhere.SignInAsync(token, challenge, code)).Status);

        await WrongCodesOnBothAsync(processes, second, journey);
        await RevokedAndSentAgainAsync(processes, [nurse, elsewhere], journey);
    }

    /// <summary>Three here and two there are five.</summary>
    private static async Task WrongCodesOnBothAsync(BotProcesses processes, string second, Journey journey)
    {
        using var one = new Visitor(UrlOf(processes.Bot));
        using var other = new Visitor(second);
        var token = await TokenOfAsync(journey.School);
        var challenge = await one.WantCodeAsync(token);
        var code = await CodeOfAsync(journey.School);
        foreach (var visitor in new[] { one, other, one, other, one })
        {
            Assert.Equal(403, (await visitor.SignInAsync(token, challenge, "wrong!")).Status);
        }

        Assert.Equal(403, (await other.SignInAsync(token, challenge, code)).Status);
        await processes.SettleAsync();
        Assert.Contains("five wrong codes were typed with their link",
            (await journey.Chair.LastAsync(await journey.Chair.PersonalChatAsync())).Words, StringComparison.Ordinal);
    }

    private static async Task RevokedAndSentAgainAsync(BotProcesses processes, Visitor[] devices, Journey journey)
    {
        var list = await (await journey.Chair.OpenHubAsync()).PartAsync("Partner links");
        Assert.Contains("signed in, last", list.Words, StringComparison.Ordinal);
        var grace = list.Choice("who", "Grace");
        await list.PressAsync("Revoke their links", ("who", grace));
        foreach (var device in devices)
        {
            Assert.Equal(401, (await device.ActAsync("hub/my-part", Case)).Status);
        }

        var before = await TokenOfAsync(journey.Nurse);
        await list.PressAsync("Send a new link", ("who", grace));
        await processes.SettleAsync();
        Assert.NotEqual(before, await TokenOfAsync(journey.Nurse));
    }

    private static string UrlOf(HttpClient bot) => bot.BaseAddress!.ToString();

    internal static async Task<string> TokenOfAsync(TeamsUser person) =>
        Visitor.TokenOf((await BodiesAsync(person)).Select(body => Link().Match(body)).First(match => match.Success).Value);

    internal static async Task<string> CodeOfAsync(TeamsUser person)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            if ((await BodiesAsync(person)).Select(body => Code().Match(body)).FirstOrDefault(match => match.Success) is { } code)
            {
                return code.Value;
            }

            await Task.Yield();
        }
    }

    /// <summary>The newest first.</summary>
    private static async Task<IEnumerable<string>> BodiesAsync(TeamsUser person) =>
        (await person.MailAsync()).Select(mail => mail!["body"]!.GetValue<string>());

    [GeneratedRegex(@"http://[^\s""]+/p#[^\s""]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=>)\d{3} \d{3}(?=<)")]
    private static partial Regex Code();
}
