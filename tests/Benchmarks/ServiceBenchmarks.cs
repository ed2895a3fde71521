using BenchmarkDotNet.Attributes;
using StrategyBot.Benchmarks.Load.Seeding;
using StrategyBot.Cases;
using StrategyBot.Oversight;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Benchmarks;

/// <summary>What a head of service asks, each time after a case has changed: it may not grow with the service (issue 18.5).</summary>
public class ServiceBenchmarks
{
    private static readonly BoardReader Head = new(PersonId.Of("council", "helen"), [], All: true, []);
    private static readonly Clocks Clocks = Clocks.For(ProcedureProfiles.Default);

    private ServiceCases cases = null!;
    private int changed;

    /// <summary>How many cases are open; five times as many were closed within the year.</summary>
    [Params(100, 10_000)]
    public int Open { get; set; }

    [GlobalSetup]
    public void Begin()
    {
        cases = new(DateOnly.FromDateTime(Samples.Now.Date));
        for (var number = 1; number <= Open * 6; number++)
        {
            Put(number, number);
        }
    }

    [Benchmark]
    public object Board()
    {
        Change();
        return cases.Open.Board(Head, new(), Samples.Now, Clocks, 100);
    }

    [Benchmark]
    public object BoardOfAnArea()
    {
        Change();
        return cases.Open.Board(Head, new(Area: "Area 3"), Samples.Now, Clocks, 100);
    }

    [Benchmark]
    public object Lists()
    {
        Change();
        return cases.Lists.Lists(Head, null, null, Samples.Now, Clocks, null, 100);
    }

    [Benchmark]
    public object Measures()
    {
        Change();
        return cases.Measures(null, Samples.Now);
    }

    private void Change() => Put(1 + (++changed % Open), changed);

    private void Put(int number, int like) => cases.Put(SeededStores.Id(number),
        [.. (number <= Open ? ServiceRows.Open(like) : ServiceRows.Closed(like)).Select(row => (row.Shelf, row.Text))]);
}
