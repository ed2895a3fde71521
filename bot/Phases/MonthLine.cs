using StrategyBot.Conversations;

namespace StrategyBot.Phases;

/// <summary>A typed line that asks for a month's list over all cases of who types it: <c>late</c>, <c>attended November 2026</c>.</summary>
internal static class MonthLine
{
    /// <param name="rest">The month as it was typed; last month where nothing was.</param>
    public static async Task<Reply> AnswerAsync(
        string word, string rest, Turn turn, Words words, DateTimeOffset now, Func<DateOnly, Task<Reply>> showAsync)
    {
        // Others in the chat are on other cases.
        if (!turn.At.IsPrivate)
        {
            return new Reply.Say($"That is a list over all your cases: type `{word}` to me in our own chat.");
        }

        return await words.ReadMonth(rest, now).Match(
            month => month <= words.LocalDate(now) ? showAsync(month)
                : Task.FromResult<Reply>(new Reply.Say($"{month.ToString("MMMM yyyy", words.Culture)} is still to come.")),
            why => Task.FromResult<Reply>(new Reply.Say(why)));
    }
}
