using StrategyBot.Conversations;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Hub;

/// <summary>The dates of a case that doesn't exist, for anybody who may talk to the bot:
/// a calculator, with the rule and paper behind each date.</summary>
internal sealed class WhenCommand(ProcedureProfile profile, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "when";

    public static string Help =>
        "`when general 2026-11-20` – every date that would follow, with its rule; `when` alone says what can be asked";

    // Dates only: nothing about anybody can be typed into it.
    public static bool HoldsContent => false;

    public Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        Task.FromResult(WhenCalculator.Answer(rest, Clocks.For(profile), profile, clock.GetUtcNow()).Match<Reply>(
            answer => new Reply.Show("When",
                FormCard.Of("When", null,
                    [.. answer.Lines.Select(line => new TextBlock($"**{line.Label}** {CardText.Plain(line.Due.Say(words))}")),
                        .. answer.Notes.Select(note => new TextBlock(CardText.Plain(note)) { IsSubtle = true })])),
            sentence => new Reply.Say(sentence)));
}
