namespace StrategyBot.Records;

/// <summary>Wakes whoever waits for new facts. Only a hint: what is due stands in the index.</summary>
internal sealed class RecordSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Each append of this instance, once it stands.</summary>
    public event Action<string, IReadOnlyList<Line>>? Written;

    public void Set(string stream, IReadOnlyList<Line> lines)
    {
        Written?.Invoke(stream, lines);
        Set();
    }

    private void Set() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
