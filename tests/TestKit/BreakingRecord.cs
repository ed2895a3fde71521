using System.Reflection;
using StrategyBot.Records;

namespace StrategyBot.Tests.TestKit;

/// <summary>A record whose process dies after so many appends.</summary>
internal class BreakingRecord : DispatchProxy
{
    private IRecord record = null!;
    private int most;

    public int Appends { get; private set; }

    public static (IRecord Record, BreakingRecord Break) Of(IRecord record, int afterAppends)
    {
        var breaking = Create<IRecord, BreakingRecord>();
        var its = (BreakingRecord)(object)breaking;
        (its.record, its.most) = (record, afterAppends);
        return (breaking, its);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == nameof(IRecord.TryAppendAsync))
        {
            if (Appends == most)
            {
                return Task.FromException<Appended>(new IOException("The process is gone."));
            }

            Appends++;
        }

        return targetMethod.Invoke(record, args);
    }
}
