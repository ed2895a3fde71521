namespace StrategyBot.Conversations;

/// <summary>What a verb or a command answers; each channel shows it in its own way.</summary>
public abstract record Reply
{
    private Reply() { }

    /// <summary>A sentence.</summary>
    public sealed record Say(string Text) : Reply;

    /// <summary>A card: the next form of a dialog, or in place of the card that was pressed.</summary>
    public sealed record Show(string Title, AdaptiveCard Card) : Reply;

    /// <summary>It stands on the record: what was saved is echoed, and the next part offered (design §5.3).</summary>
    /// <param name="Case">The case's reference.</param>
    /// <param name="Text">In a sentence, for example <c>Saved 10:42</c>.</param>
    /// <param name="Echo">What was saved, as it stands.</param>
    public sealed record Saved(string Case, string Text, params IReadOnlyList<CardElement> Echo) : Reply;
}

/// <summary>Turns <see cref="Reply.Saved"/> into a card that offers what comes next; the hub knows.</summary>
internal delegate Task<Reply> AfterSave(Reply.Saved saved, Turn turn, CancellationToken cancellationToken);
