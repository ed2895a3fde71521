using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace StrategyBot.Benchmarks;

internal static class Start
{
    // In this process: another would be restored and built first. What counts is the ratio of two figures of one run on one machine.
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly)
        .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
}
