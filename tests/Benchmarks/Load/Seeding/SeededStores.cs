using System.Diagnostics;
using System.Globalization;
using StrategyBot.Cases;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks.Load.Seeding;

/// <summary>The stores of a run, each made once and copied for whoever changes it. They go with the run.</summary>
internal sealed class SeededStores : IDisposable
{
    /// <summary>How many chairs have cases open; each has <see cref="CasesOfAChair"/>.</summary>
    public const int Chairs = 20, CasesOfAChair = 50;

    // In memory where there is such a folder: a seed that is lost is made again, and waits for no disk.
    private const string InMemory = "/dev/shm";

    private const string Prefix = "strategybot-rig-";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}");
    private readonly Dictionary<string, string> made = [];
    private int copies;

    public SeededStores()
    {
        SweepAway();
        Directory.CreateDirectory(folder);
    }

    public string Keys => Path.Combine(folder, "keys.json");

    public string LogOf(string server) => Path.Combine(folder, $"{server}.log");

    /// <summary>The n-th case of a store.</summary>
    public static CaseId Id(int number) => new(string.Create(CultureInfo.InvariantCulture, $"SB-2026-{number:000}"));

    /// <summary>The n-th chair, from 0. Cases in order: the first chair's fifty, the next one's, and so on.</summary>
    public static Participant Chair(int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"chair-{number}");
        return Given.Priya with
        {
            Person = PersonId.Of(Serving.ChannelKey.Tenant, id),
            ChannelId = $"29:{id}",
            Mail = $"{id}@council.example",
        };
    }

    /// <summary>So many meetings that are being held, each with so many facts; of one chair, Priya.</summary>
    public Task<string> MeetingsAsync(int cases, int facts) => MakeAsync($"{cases:N0} cases of {facts:N0} facts", async writer =>
    {
        var told = new ToldCase(Samples.InTheMeeting(facts));
        for (var number = 1; number <= cases; number++)
        {
            await writer.WriteAsync(told, Id(number));
        }
    });

    /// <summary>An authority's: <see cref="Chairs"/> chairs with fifty open cases each, and all the others closed and other chairs',
    /// save some that the first <see cref="Chairs"/> closed.</summary>
    public Task<string> AuthorityAsync(int cases, int closedOfEach = 0) => MakeAsync(
        $"{cases:N0} cases, {Chairs * CasesOfAChair:N0} of them open{(closedOfEach > 0 ? $", {closedOfEach} closed of each chair" : "")}",
        async writer =>
        {
            var (open, closed) = (new ToldCase(Samples.InTheMeeting(40)), new ToldCase(Samples.Closed()));
            for (var number = 0; number < cases; number++)
            {
                var chair = number / CasesOfAChair;
                var isOpen = chair < Chairs;
                var own = (number - (Chairs * CasesOfAChair)) / Math.Max(1, closedOfEach);
                await writer.WriteAsync(isOpen ? open : closed, Id(number + 1),
                    Chair(!isOpen && closedOfEach > 0 && own < Chairs ? own : chair));
            }
        });

    /// <summary>For the sweep: so many cases that owe something another day, and so many that owe nothing any more; of these the first
    /// line stands for all, as they are found by the same and are never opened.</summary>
    public Task<string> OwingAsync(int open, int closed) => MakeAsync($"{open:N0} open and {closed:N0} closed cases", async writer =>
    {
        var (owing, done) = (new ToldCase(Samples.Open()), new ToldCase(Samples.Closed(), isInShort: true));
        for (var number = 1; number <= open + closed; number++)
        {
            await writer.WriteAsync(number <= open ? owing : done, Id(number));
        }
    });

    /// <summary>For the board: so many open cases of eight areas, and so many closed ones, a tenth of them within the year. Of each its
    /// first line stands for all, as the board opens none.</summary>
    public Task<string> ServiceAsync(int open, int closed) => MakeAsync($"a service of {open:N0} open and {closed:N0} closed cases",
        async writer =>
        {
            var told = new ToldCase(Samples.Closed(), isInShort: true);
            for (var number = 1; number <= open + closed; number++)
            {
                await writer.WriteAsync(told, Id(number), rows: number <= open ? ServiceRows.Open(number)
                    : number <= open + (closed / 10) ? ServiceRows.Closed(number) : []);
            }

            await writer.FilledAsync();
        });

    /// <summary>A copy on the disk, for a bot of its own.</summary>
    public string Copy(string store)
    {
        var copy = Path.Combine(folder, $"copy-{++copies}");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(store))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    public static void Drop(string copy) => Directory.Delete(copy, recursive: true);

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        foreach (var store in made.Values.Where(Directory.Exists))
        {
            Directory.Delete(store, recursive: true);
        }
    }

    /// <summary>Throws a store away that no row needs any more.</summary>
    public void Forget(string store)
    {
        foreach (var (what, _) in made.Where(one => one.Value == store).ToList())
        {
            made.Remove(what);
        }

        Directory.Delete(store, recursive: true);
    }

    /// <summary>What a rig left that was killed.</summary>
    private static void SweepAway()
    {
        var left = new[] { Path.GetTempPath(), InMemory }.Where(Directory.Exists)
            .SelectMany(where => Directory.EnumerateDirectories(where, $"{Prefix}*"));
        foreach (var gone in left.Where(path => !IsRunning(Path.GetFileName(path)[Prefix.Length..].Split('-')[0])))
        {
            Directory.Delete(gone, recursive: true);
        }
    }

    private static bool IsRunning(string id)
    {
        try
        {
            using var rig = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
            return !rig.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private async Task<string> MakeAsync(string what, Func<StoreWriter, Task> write)
    {
        if (made.TryGetValue(what, out var before))
        {
            return before;
        }

        var since = Stopwatch.StartNew();
        var path = Path.Combine(Directory.Exists(InMemory) ? InMemory : folder, $"{Prefix}{Environment.ProcessId}-{made.Count}");
        made.Add(what, path);
        using (var record = new SqliteRecord(Path.Combine(path, "record.db")))
        {
            await record.OpenAsync(default);
            await write(new(record));
        }

        var size = Directory.EnumerateFiles(path).Sum(file => new FileInfo(file).Length) / 1_000_000;
        Terminal.Note($"  seeded {what}: {since.Elapsed.TotalSeconds:N0} s, {size:N0} MB");
        return path;
    }
}
