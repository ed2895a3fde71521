namespace StrategyBot.Conversations;

/// <summary>Something the channel tells that nobody said to the bot.</summary>
internal abstract record Notice
{
    private Notice() { }

    /// <summary>The bot and this person have a chat of their own.</summary>
    public sealed record PersonalChatOpened : Notice;

    /// <summary>The person took the bot away.</summary>
    public sealed record PersonalChatClosed : Notice;

    /// <summary>The bot is in this meeting chat.</summary>
    public sealed record JoinedChat : Notice;

    public sealed record MeetingStarted(DateTimeOffset At) : Notice;

    public sealed record MeetingEnded(DateTimeOffset At) : Notice;
}

/// <summary>Does what a notice asks for, in a room that knows what it means.</summary>
internal interface INoticeHandler
{
    Task HandleAsync(Notice notice, Turn turn, CancellationToken cancellationToken);
}

/// <summary>Everybody whom notices are passed to.</summary>
internal sealed class Notices
{
    private readonly List<Func<IServiceProvider, INoticeHandler>> handlers = [];

    public Notices Add<THandler>()
        where THandler : class, INoticeHandler
    {
        handlers.Add(services => ActivatorUtilities.CreateInstance<THandler>(services));
        return this;
    }

    public async Task PassAsync(Notice notice, IServiceProvider services, Turn turn, CancellationToken cancellationToken)
    {
        foreach (var handler in handlers)
        {
            await handler(services).HandleAsync(notice, turn, cancellationToken);
        }
    }
}
