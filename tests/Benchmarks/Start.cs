using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using StrategyBot.Benchmarks.Load;
using StrategyBot.Benchmarks.Load.Serving;

namespace StrategyBot.Benchmarks;

internal static class Start
{
    private static Task<int> Main(string[] args) => args switch
    {
        ["load", .. var options] => LoadRun.RunAsync(Scale.Parse(options)),
        ["serve", ..] => Serve.RunAsync(Served.Parse(args)).ContinueWith(_ => 0, TaskScheduler.Default),
        _ => Task.FromResult(RunPieces(args)),
    };

    // In this process: another would be restored and built first. What counts is the ratio of two figures of one run on one machine.
    private static int RunPieces(string[] args)
    {
        BenchmarkSwitcher.FromAssembly(typeof(Start).Assembly)
            .Run(args, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    }
}
