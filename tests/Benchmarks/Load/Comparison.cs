using System.Text;
using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load;

/// <summary>One of several servers that are measured in turn.</summary>
/// <param name="Request">The bytes of a turn.</param>
/// <param name="Marker">One of <see cref="Answers"/>.</param>
/// <param name="Done">Told of each wanted answer.</param>
internal sealed record Contender(
    string Name, ServerProcess Server, Func<int, long, byte[]> Request, byte[] Marker, Action<int, long>? Done = null);

/// <summary>One round of one server.</summary>
/// <param name="Cpu">Of the server's process, seconds a turn.</param>
/// <param name="Allocated">By the server, bytes a turn.</param>
/// <param name="DriverCpu">Of the rig's own process, seconds a turn.</param>
internal sealed record Sample(Round Round, double Cpu, double Allocated, double DriverCpu);

/// <summary>Measures servers in turn, A B A B, so that what else the machine does falls on all of them.</summary>
internal sealed class Comparison(Rig rig, IReadOnlyList<Contender> contenders, int connections)
{
    private readonly Dictionary<string, List<Sample>> samples = contenders.ToDictionary(one => one.Name, _ => new List<Sample>());

    // The servers know an activity by its number, so none comes twice.
    private static long turns;

    public int Connections => connections;

    public IReadOnlyDictionary<string, List<Sample>> Samples => samples;

    /// <summary>Each as fast as it answers, so many times in turn, after a warming-up that isn't counted.</summary>
    public async Task<Comparison> ClosedAsync(bool isWarm = false)
    {
        foreach (var one in isWarm ? [] : contenders)
        {
            await TakeAsync(one, take => rig.Driver.ClosedAsync(connections, rig.Scale.WarmUp, take, default));
        }

        return await InTurnAsync(_ => take => rig.Driver.ClosedAsync(connections, rig.Scale.Round, take, default));
    }

    /// <summary>Each at a given rate.</summary>
    public Task<Comparison> OpenAsync(Func<Contender, double> perSecond) => InTurnAsync(
        one => take => rig.Driver.OpenAsync(connections, perSecond(one), rig.Scale.Round, take, default));

    /// <summary>The median of what the rounds say, one by one.</summary>
    public double Median(string name, Func<Sample, double> figure) => Latencies.Median(samples[name].Select(figure));

    public double PerSecond(string name) => Median(name, sample => sample.Round.PerSecond);

    public double Milliseconds(string name, double percent) =>
        Median(name, sample => sample.Round.Latencies.Percentile(percent).TotalMilliseconds);

    /// <summary>How many times as fast as another: the median of each round held against the other's of the same turn.</summary>
    public double Ratio(string name, string other) => Latencies.Median(
        samples[name].Zip(samples[other], (mine, theirs) => mine.Round.PerSecond / theirs.Round.PerSecond));

    /// <summary>The same by what a turn costs each server's process, which tells more where others use the machine too.</summary>
    public double CpuRatio(string name, string other) =>
        Latencies.Median(samples[name].Zip(samples[other], (mine, theirs) => theirs.Cpu / mine.Cpu));

    public long Wrong(string name) => samples[name].Sum(sample => sample.Round.Wrong);

    private async Task<Comparison> InTurnAsync(Func<Contender, Func<TakeTurn, Task<Round>>> load)
    {
        for (var round = 0; round < rig.Scale.Rounds; round++)
        {
            foreach (var one in contenders)
            {
                samples[one.Name].Add(await TakeAsync(one, load(one)));
            }
        }

        return this;
    }

    private async Task<Sample> TakeAsync(Contender one, Func<TakeTurn, Task<Round>> load)
    {
        var wires = Enumerable.Range(0, connections).Select(_ => new Wire(one.Server.Port)).ToArray();
        string? firstWrong = null;
        try
        {
            var (before, driver) = (await one.Server.CountersAsync(), Environment.CpuUsage.TotalTime);
            var round = await load(async (connection, _, cancellationToken) =>
            {
                var number = Interlocked.Increment(ref turns);
                var isWanted = await wires[connection].SendAsync(one.Request(connection, number),
                    reply =>
                    {
                        var isThere = Answers.Says(reply, one.Marker);
                        if (!isThere)
                        {
                            Interlocked.CompareExchange(ref firstWrong, $"{reply.Status} {Encoding.UTF8.GetString(reply.Body)}", null);
                        }

                        return isThere;
                    }, cancellationToken);
                if (isWanted)
                {
                    one.Done?.Invoke(connection, number);
                }

                return isWanted;
            });
            var (after, own) = (await one.Server.CountersAsync(), Environment.CpuUsage.TotalTime - driver);
            if (firstWrong is not null)
            {
                Terminal.Note($"    {one.Name}: {round.Wrong} of {round.Latencies.Count} answers not as wanted, first: {firstWrong}");
            }

            var count = Math.Max(1, round.Latencies.Count);
            return new(round, (after.Cpu - before.Cpu) / count, (double)(after.Allocated - before.Allocated) / count,
                own.TotalSeconds / count);
        }
        finally
        {
            foreach (var wire in wires)
            {
                wire.Dispose();
            }
        }
    }
}
