using StrategyBot.Graph;

namespace StrategyBot.Reaching;

/// <summary>Something to tell one person: as a card in their own chat, else as a letter that says only that there
/// is something (P22).</summary>
/// <param name="Card">Private to the person, as nobody else sees their own chat.</param>
/// <param name="Sentence">Neutral: it stands on a lock screen, and in a letter where that has no words of its own.</param>
internal sealed record Notification(AdaptiveCard Card, string Sentence)
{
    /// <summary>The same in a letter, which delegates read.</summary>
    public string InLetter { get; init; } = Sentence;

    /// <summary>What the letter asks for; <c>null</c> where it is only to be known.</summary>
    public LetterTask? Asks { get; init; }

    public IReadOnlyList<LetterAttachment> Attachments { get; init; } = [];
}

/// <summary>How many things somebody is asked to do, and by when: neutral, as it stands in a mail.</summary>
/// <param name="By">Of the earliest; <c>null</c>: now.</param>
/// <param name="What">What to do on the page, as an order: <c>say if you're coming</c>.</param>
internal sealed record LetterTask(int Actions, DateTimeOffset? By, string What)
{
    /// <summary><c>1 action, due today 17:00</c>.</summary>
    public string Say(Words words, DateTimeOffset now) => $"{Actions} action{(Actions == 1 ? "" : "s")}, "
        + (Actions == 1 ? "" : "the first ")
        + (By is not { } by ? "due now" : by <= now ? $"due since {words.When(by)}" : $"due {words.Day(now, by)}");
}
