using BenchmarkDotNet.Attributes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks;

/// <summary>A save on the disk, by an instance that knows the case, and by one that has to read it first (SQLite, synchronous).</summary>
public class RecordBenchmarks : IDisposable
{
    private RecordedCases cases = null!;
    private int number;

    [Params(50, 1000)]
    public int Facts { get; set; }

    [GlobalSetup]
    public async Task BeginAsync()
    {
        cases = new();
        await cases.HaveAsync(BusyCase.Of(Facts));
        await cases.Clerk.LoadAsync(Given.Id, default);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        cases.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public Task<Case> Save() => SaveAsync(cases.Clerk);

    [Benchmark]
    public Task<Case> SaveAfterARestart() => SaveAsync(cases.AnotherInstance());

    private Task<Case> SaveAsync(StrategyBot.Records.Clerk clerk) =>
        clerk.RecordAsync(Given.Id, $"benchmark-{Interlocked.Increment(ref number)}", _ => [new EffectSending("benchmark")], default);
}
