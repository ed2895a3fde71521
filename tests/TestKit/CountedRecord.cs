using System.Reflection;
using StrategyBot.Records;

namespace StrategyBot.Tests.TestKit;

/// <summary>A record that counts how often each of its methods is called.</summary>
internal class CountedRecord : DispatchProxy
{
    private IRecord record = null!;

    public Dictionary<string, int> Calls { get; } = [];

    public static (IRecord Record, CountedRecord Count) Of(IRecord record)
    {
        var counted = Create<IRecord, CountedRecord>();
        ((CountedRecord)(object)counted).record = record;
        return (counted, (CountedRecord)(object)counted);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        Calls[targetMethod!.Name] = Calls.GetValueOrDefault(targetMethod.Name) + 1;
        return targetMethod.Invoke(record, args);
    }
}
