using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Assessing;

/// <summary>The chair lets one of the contested answers stand; the others stay in the history.</summary>
internal sealed class SettleContest(Clerk clerk, Words words, TimeProvider clock) : IVerb<SettleContest.Form>
{
    public static string Verb => "assessing/settle";

    public sealed record Form(string Case, string Heading, int Chosen);

    public static SubmitAction Button(CaseView view, Heading heading, GivenAnswer given) =>
        Actions.Send($"Let stand: {view.Case.Find(given.By)?.Name ?? "this one"}", Verb, new Form(view.Case.Id.Value, heading.Id, given.Seq));

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, _) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, _) => AnsweringHeadings.Settle(@case, form.Heading, form.Chosen), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {Headings.Find(form.Heading)!.Title} stands as you chose. The other answer stays in the history."),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
