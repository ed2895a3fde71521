using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace StrategyBot.Sandbox.Store;

/// <summary>Something changed; carries no content, the page fetches again.</summary>
/// <param name="Kind"><c>chat</c>, <c>calendar</c>, <c>mail</c>, <c>clock</c>, <c>meeting</c>, <c>practise</c> or, for a button that may
/// have saved something, <c>pressed</c>.</param>
/// <param name="ChatId">The chat, where it is about one.</param>
/// <param name="People">Short ids of those whom it concerns; <c>null</c> = everybody.</param>
internal sealed record WorldChange(string Kind, string? ChatId = null, IReadOnlyList<string>? People = null);

/// <summary>Passes changes on to whoever listens now. In memory: a page that was away fetches everything anyway.</summary>
internal sealed class WorldFeed
{
    // A page this far behind has missed nothing that its next fetch won't show.
    private const int MostWaiting = 256;

    private readonly ConcurrentDictionary<Channel<WorldChange>, bool> listeners = new();

    public void Announce(WorldChange change)
    {
        foreach (var listener in listeners.Keys)
        {
            listener.Writer.TryWrite(change);
        }
    }

    public async IAsyncEnumerable<WorldChange> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var channel =
            Channel.CreateBounded<WorldChange>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        listeners[channel] = true;
        try
        {
            await foreach (var change in channel.Reader.ReadAllAsync(cancellationToken))
            {
                yield return change;
            }
        }
        finally
        {
            listeners.TryRemove(channel, out _);
        }
    }
}
