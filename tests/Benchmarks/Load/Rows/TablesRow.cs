using System.Globalization;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Benchmarks.Load.Serving;
using StrategyBot.Records;
using StrategyBot.Records.Tables;
using StrategyBot.Tests.TestKit;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load.Rows;

/// <summary>How often the bot asks Azure Tables for one turn, counted at an emulator.</summary>
internal static class TablesRow
{
    private const int Facts = 50, Times = 21;

    public static async Task MeasureAsync(Rig rig)
    {
        var azurite = new Azurite();
        await azurite.InitializeAsync();
        try
        {
            var record = new AzureTablesRecord(TableAccount.Open(azurite.ConnectionString), TablesStore.Prefix, TimeProvider.System);
            await record.OpenAsync(default);
            await new StoreWriter(record).WriteAsync(new(Samples.InTheMeeting(Facts)), SeededStores.Id(1));
            await using var bot = await ServerProcess.StartAsync(Servers.Bot, rig, azurite.ConnectionString);
            var saves = await Saves.PrepareAsync(rig, bot, [SeededStores.Id(1)], Facts);
            rig.Report.Beside("Azure Tables: requests until a form is open (goal ≤ 1)",
                await CountAsync(bot, number => rig.Requests.Fetch(Given.Priya, SeededStores.Id(1), number)));
            rig.Report.Beside("Azure Tables: requests until a save is answered (goal ≤ 2, 3 where the index moves)",
                await CountAsync(bot, number => saves.Request(0, number), saves.Done));
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    /// <summary>The median: now and then the runner's look or the access log falls into a turn.</summary>
    private static async Task<string> CountAsync(ServerProcess bot, Func<long, byte[]> request, Action<int, long>? done = null)
    {
        using var wire = new Wire(bot.Port);
        var counts = new List<double>();
        for (var time = 0; time < Times; time++)
        {
            var before = (await bot.CountersAsync()).Outside;
            // A number that no other turn has had.
            var number = 1_000_000_000L + (before * Times) + time;
            if (!await wire.SendAsync(request(number), reply => reply.Status == 200, default))
            {
                throw new InvalidOperationException("The bot on Azure Tables answered a turn with an error.");
            }

            counts.Add((await bot.CountersAsync()).Outside - before);
            done?.Invoke(0, number);
            // What follows an answer (the access log, the runner's look) is over before the next is counted.
            await Task.Delay(TimeSpan.FromSeconds(0.3));
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"{Latencies.Median(counts)} (of {Times} turns, {counts.Min()} to {counts.Max()})");
    }
}
