using System.Diagnostics;
using System.Globalization;

namespace StrategyBot.Benchmarks.Load.Serving;

/// <summary>What a server's own process has used up to now.</summary>
/// <param name="Cpu">Of all its threads, in user and system mode.</param>
/// <param name="Allocated">Bytes, from its start.</param>
/// <param name="WorkingSet">Bytes in memory now, shared libraries too.</param>
/// <param name="Private">Of them, what is its own and no file's.</param>
/// <param name="Outside">Requests that it sent or, where it is the connector, messages that were posted to it.</param>
internal sealed record Counters(double Cpu, long Allocated, long WorkingSet, long Private, long Outside)
{
    public const string Path = "/rig/counters";

    private static long outside;

    public static void CountOutside() => Interlocked.Increment(ref outside);

    public static Counters Read()
    {
        using var process = Process.GetCurrentProcess();
        return new(Environment.CpuUsage.TotalTime.TotalSeconds, GC.GetTotalAllocatedBytes(precise: true), process.WorkingSet64,
            Anonymous() ?? process.PrivateMemorySize64, Interlocked.Read(ref outside));
    }

    // On Linux "private memory" is what was asked for and never touched, too.
    private static long? Anonymous()
    {
        const string Name = "RssAnon:";
        return File.Exists("/proc/self/status")
            && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal)) is { } line
            ? 1024 * long.Parse(line[Name.Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Any,
                CultureInfo.InvariantCulture)
            : null;
    }
}
