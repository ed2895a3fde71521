using System.Text.Json.Nodes;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Two bots over one Azure Tables, cases at once, one bot killed at seeded random moments:
/// design §3 holds, and the other takes over.</summary>
public sealed class TwoBotsTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SOAK") == "long";

    private static readonly int Rounds = IsLong ? 12 : 1;

    private static readonly int Cases = IsLong ? 20 : 8;

    [NodeFact]
    public async Task One_of_two_bots_is_killed_and_no_acknowledged_save_is_lost_and_nothing_is_sent_twice()
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            var azurite = new Azurite();
            await azurite.InitializeAsync();
            try
            {
                await using var processes = await BotProcesses.StartAsync(tables: azurite.ConnectionString, instances: 2);
                var round = new Round(processes, new Random(seed), seed);
                await round.KillOneWhileInvitingAsync();
                await round.KillOneWhileSavingAsync();
            }
            finally
            {
                await azurite.DisposeAsync();
            }
        }
    }

    private sealed class Round(BotProcesses processes, Random random, int seed)
    {
        public async Task KillOneWhileInvitingAsync()
        {
            var begun = new List<Shown>();
            for (var n = 0; n < Cases; n++)
            {
                begun.Add(await new Journey(processes).BeginAsync());
            }

            var forms = await Task.WhenAll(begun.Select(Journey.FillAsync));
            await OneIsKilledDuringAsync(() => Task.WhenAll(forms.Select(form => form.TryPressAsync("Call the meeting and invite"))));

            // Whoever was told that the app can't be reached presses again, and whoever was not may too.
            await Task.WhenAll(forms.Select(form => UntilPressedAsync(form, "Call the meeting and invite")));
            await processes.SettleAsync();

            foreach (var name in new[] { "police", "health", "school" })
            {
                var person = new TeamsUser(processes.World, name);
                EachHasOne((await person.CalendarAsync()).Select(item => item!.ToJsonString()), $"{name}: event");
                EachHasOne((await person.MailAsync()).Select(item => item!["body"]!.GetValue<string>())
                    .Where(body => body.Contains("Please join a short meeting", StringComparison.Ordinal)), $"{name}: invitation");
            }

            foreach (var chat in await MeetingsAsync("police"))
            {
                Assert.Single(await new TeamsUser(processes.World, "police").MessagesAsync(chat),
                    message => message!["attachments"] is JsonArray { Count: > 0 });
            }
        }

        public async Task KillOneWhileSavingAsync()
        {
            var acknowledged = new List<string>();
            var met = new List<string>();
            var chats = await MeetingsAsync("health");
            await OneIsKilledDuringAsync(() => Task.WhenAll(chats.Select(async (chat, index) =>
            {
                var nurse = new TeamsUser(processes.World, "health");
                if (await (await nurse.LastCardAsync(chat)).TryPressAsync("Open my part") is not { } hub)
                {
                    return;
                }

                var form = await hub.PartAsync("What your agency knows");
                for (var n = 0; n < 5; n++)
                {
                    var words = $"entry {seed}-{index}-{n} of the nurse";
                    var saved = await form.TryPressAsync("Save", ("text", words));
                    lock (acknowledged)
                    {
                        (saved is null ? met : acknowledged).Add(words);
                    }
                }
            })));

            Assert.NotEmpty(acknowledged);
            var facts = await processes.FactsAsync();
            Assert.All(acknowledged, words => Assert.Single(facts, fact => fact.Contains(words, StringComparison.Ordinal)));
            Assert.All(met, words => Assert.InRange(facts.Count(fact => fact.Contains(words, StringComparison.Ordinal)), 0, 1));
        }

        private static async Task UntilPressedAsync(Shown form, string button)
        {
            for (var again = 0; again < 10; again++)
            {
                if (await form.TryPressAsync(button) is not null)
                {
                    return;
                }
            }

            Assert.Fail($"\"{button}\" was never answered.");
        }

        private async Task<IReadOnlyList<string>> MeetingsAsync(string name) =>
            [.. (await new TeamsUser(processes.World, name).ChatsAsync()).Where(chat => chat!["kind"]!.GetValue<string>() == "meeting")
                .Select(chat => chat!["id"]!.GetValue<string>())];

        private static void EachHasOne(IEnumerable<string> items, string what)
        {
            var references = items.Select(item => System.Text.RegularExpressions.Regex.Match(item, "SB-[0-9]{4}-[0-9]+").Value).ToList();
            Assert.True(references.Count == Cases && references.Distinct().Count() == Cases,
                $"{what}: {string.Join(", ", references.Order(StringComparer.Ordinal))}");
        }

        private async Task OneIsKilledDuringAsync(Func<Task> step)
        {
            var victim = random.Next(2);
            var running = step();
            await Task.Delay(random.Next(2_500));
            await processes.KillBotAsync(victim);
            await running;
            await processes.StartBotAsync(victim);
        }
    }
}
