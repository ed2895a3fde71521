using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>Takes one's own entries back: the undo of a note, and the end of a wrong entry.</summary>
internal sealed class WithdrawInformation(Clerk clerk, Words words, TimeProvider clock) : IVerb<WithdrawInformation.Form>
{
    public static string Verb => "assessing/withdraw-information";

    /// <param name="Entries">Numbers of entries.</param>
    public sealed record Form(string Case, IReadOnlyList<string> Entries);

    public static SubmitAction Button(string title, Case @case, IReadOnlyList<int> entries) =>
        Actions.Send(title, Verb, new { Case = @case.Id.Value, Entries = string.Join(',', entries) }) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var entries = form.Entries.Select(entry => int.TryParse(entry, out var number) ? number : 0).ToList();
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Contribute, turn.Source,
            (@case, me) => SharingInformation.Withdraw(@case, me, entries), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Withdrawn {words.Time(clock.GetUtcNow())} on {view!.Case.Id} {view.Case.CheckWord}. The words stay in the history."),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
