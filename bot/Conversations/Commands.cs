using System.Text.RegularExpressions;
using StrategyBot.Starting;

namespace StrategyBot.Conversations;

/// <summary>Answers one typed command. One class, one word.</summary>
internal interface ICommand
{
    /// <summary>What the line begins with, in lower case: <c>status</c>, <c>my actions</c>.</summary>
    static abstract string Word { get; }

    /// <summary>A line of <c>help</c>: how it is typed, and what it does.</summary>
    static abstract string Help { get; }

    /// <summary>Content is typed only in private (P10): in a meeting chat nothing of it is saved.</summary>
    static abstract bool HoldsContent { get; }

    /// <param name="rest">What follows the word, trimmed.</param>
    Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken);
}

/// <summary>Every typed command.</summary>
internal sealed partial class Commands
{
    // Longer than any command needs; what is pasted beyond belongs in a form, which says so.
    private const int LongestLine = 2_000;

    private readonly List<Entry> entries = [];

    /// <exception cref="ArgumentException">Two classes answer the same word.</exception>
    public Commands Add<TCommand>()
        where TCommand : class, ICommand
    {
        if (entries.Any(entry => entry.Word == TCommand.Word))
        {
            throw new ArgumentException($"Two classes answer '{TCommand.Word}'.");
        }

        entries.Add(new(TCommand.Word, TCommand.Help, TCommand.HoldsContent,
            (services, rest, turn, cancellationToken) => ActivatorUtilities.CreateInstance<TCommand>(services)
                .HandleAsync(rest, turn, cancellationToken)));
        return this;
    }

    /// <summary>The lines of <c>help</c>, in the order the phases come in.</summary>
    public IEnumerable<string> Help => entries.Select(entry => entry.Help);

    /// <summary>Every word, and whether what follows it is content.</summary>
    public IEnumerable<(string Word, bool HoldsContent)> Words => entries.Select(entry => (entry.Word, entry.HoldsContent));

    public async Task<Reply> AnswerAsync(string text, IServiceProvider services, Turn turn, CancellationToken cancellationToken)
    {
        var line = Around().Replace(text, "");
        var entry = entries.Where(entry => entry.Begins.IsMatch(line)).MaxBy(entry => entry.Word.Length);
        using var measure = Measures.Turn(entry?.Word ?? Measures.Unknown);
        var reply = await AnswerAsync(entry, line, services, turn, cancellationToken);
        measure?.Outcome = reply.GetType().Name;
        return reply is Reply.Saved saved ? await services.GetRequiredService<AfterSave>()(saved, turn, cancellationToken) : reply;
    }

    private async Task<Reply> AnswerAsync(
        Entry? entry, string line, IServiceProvider services, Turn turn, CancellationToken cancellationToken)
    {
        if (entry is null)
        {
            var meant = TypingSlips.Nearest(line, entries.Select(one => one.Word)) is { } word ? $" Did you mean `{word}`?" : "";
            return new Reply.Say($"I don't know that command, and nothing was saved.{meant} " + (turn.At.IsPrivate
                ? "Type `help` to see what I can do."
                : "Everybody here can read it: if it says anything of a child, please delete it. Use the button on the card, or type "
                    + "`help` to me in our own chat."));
        }

        if (entry.HoldsContent && !turn.At.IsPrivate)
        {
            return new Reply.Say(
                "Everybody here can read that, so I saved nothing of it. Please delete that and use the button on the card.");
        }

        if (line.Length > LongestLine)
        {
            return new Reply.Say(
                $"That is longer than {LongestLine:N0} characters, so nothing of it was saved. Open your part and save it there, in "
                    + $"parts if need be.");
        }

        return await entry.Handle(services, Around().Replace(line[entry.Begins.Match(line).Length..], ""), turn, cancellationToken);
    }

    // Spaces, and what can't be seen but comes with a paste.
    [GeneratedRegex(@"^[\s\p{Cf}]+|[\s\p{Cf}]+$")]
    private static partial Regex Around();

    private sealed record Entry(
        string Word, string Help, bool HoldsContent, Func<IServiceProvider, string, Turn, CancellationToken, Task<Reply>> Handle)
    {
        /// <summary>The word and nothing that goes on with it, however many spaces stand between its parts.</summary>
        public Regex Begins { get; } = new($@"^{string.Join(@"[\s\p{Cf}]+", Word.Split(' ').Select(Regex.Escape))}(?![\p{{L}}\p{{N}}])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
