using BenchmarkDotNet.Attributes;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Records;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Benchmarks;

/// <summary>A save on the disk, by an instance that knows the case, and by one that has to read it first (SQLite, synchronous).</summary>
public class RecordBenchmarks : IDisposable
{
    private static readonly string Stream = CaseCodec.StreamOf(new("SB-2026-999"));

    private RecordedCases cases = null!;
    private string previous = "";
    private int version;
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
    public Task Save() => SaveAsync(cases.Clerk);

    [Benchmark]
    public Task SaveAfterARestart() => SaveAsync(cases.AnotherInstance());

    /// <summary>The store alone: one line, and what its stream is found by.</summary>
    [Benchmark]
    public Task Append()
    {
        var envelope = new Envelope(Stream, ++version, "effect-sending", cases.Clock.GetUtcNow(), null,
            PersonId.Bot.Value, null, "benchmark", null, null, null);
        var line = Line.Next(envelope, """{"key":"benchmark"}""", "", previous);
        previous = line.Hash;
        return cases.Record.TryAppendAsync(
            Stream, version - 1, [line], $"append-{version}", new([CaseTerms.Refused], null), default);
    }

    private Task<Case> SaveAsync(Clerk clerk) =>
        clerk.RecordAsync(Given.Id, $"benchmark-{Interlocked.Increment(ref number)}", _ => [new EffectSending("benchmark")], default);
}
