namespace StrategyBot.Tests.EndToEnd;

/// <summary>SIGKILL at seeded random moments, the world being another process: no acknowledged save is lost, and design §3 holds.</summary>
public sealed class KillTests
{
    // Three kills a round: 20 and some in CI, over 200 in the long run.
    private static readonly int Rounds = Environment.GetEnvironmentVariable("SOAK") == "long" ? 67 : 7;

    // Longer than any step takes until its effects are done, so that a kill falls before, in and after it.
    private const int LongestDelay = 1_200;

    [Fact]
    public async Task A_killed_bot_loses_no_acknowledged_save_and_sends_nothing_twice_that_can_be_looked_up()
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            await using var processes = await BotProcesses.StartAsync();
            var round = new Round(processes, new Random(seed), seed);
            await round.KillWhileInvitingAsync();
            await round.KillWhileSavingAsync();
            await round.KillWhileDistributingAsync();
        }
    }

    private sealed class Round(BotProcesses processes, Random random, int seed)
    {
        private readonly Journey journey = new(processes);

        public async Task KillWhileInvitingAsync()
        {
            var form = await journey.PrepareAsync();
            await KilledDuringAsync(() => form.TryPressAsync("Call the meeting and invite"));

            // Teams said "unable to reach app", or it did not: either way the chair may press again.
            await form.PressAsync("Call the meeting and invite");
            await processes.SettleAsync();

            Assert.Single(await journey.Police.CalendarAsync());
            foreach (var person in new[] { journey.Police, journey.Nurse, journey.School })
            {
                Assert.Single((await person.MailAsync()).Select(mail => mail!["body"]!.GetValue<string>()),
                    body => body.Contains("Please join a short meeting", StringComparison.Ordinal));
            }
        }

        public async Task KillWhileSavingAsync()
        {
            var form = await (await journey.Nurse.OpenHubAsync()).PartAsync("What your agency knows");
            var acknowledged = new List<string>();
            await KilledDuringAsync(async () =>
            {
                for (var n = 0; n < 40; n++)
                {
                    var words = $"entry {seed}-{n} of the nurse";
                    if (await form.TryPressAsync("Save", ("text", words)) is not { } saved)
                    {
                        return;
                    }

                    Assert.Contains("Saved", saved.Words, StringComparison.Ordinal);
                    acknowledged.Add(words);
                }
            });

            // Looked up on disk: what was acknowledged stands there once, and the one press that the kill met at most once.
            var facts = await processes.FactsAsync();
            Assert.All(acknowledged, words => Assert.Single(facts, fact => fact.Contains(words, StringComparison.Ordinal)));
            Assert.InRange(facts.Count(fact => fact.Contains($"entry {seed}-{acknowledged.Count} of", StringComparison.Ordinal)), 0, 1);
        }

        public async Task KillWhileDistributingAsync()
        {
            await journey.Chair.SayAsync("start");
            await journey.EndAsync();
            var draft = await (await journey.Chair.OpenHubAsync()).PartAsync("Draft of the minutes");
            var approval = await draft.PressAsync("Approve");
            await KilledDuringAsync(() => approval.TryPressAsync("Approve and send"));
            await approval.PressAsync("Approve and send");
            await processes.SettleAsync();

            foreach (var person in new[] { journey.Police, journey.Nurse, journey.School })
            {
                Assert.Single((await person.MailAsync()).Select(mail => mail!["body"]!.GetValue<string>()),
                    body => body.Contains("The minutes are ready for you to read.", StringComparison.Ordinal));
            }
        }

        private async Task KilledDuringAsync(Func<Task> step)
        {
            var running = step();
            await Task.Delay(random.Next(LongestDelay));
            await processes.KillBotAsync();
            await running;
            await processes.StartBotAsync();
        }
    }
}
