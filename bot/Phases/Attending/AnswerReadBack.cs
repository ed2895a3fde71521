using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Saves <em>Agreed</em>, or what is not as somebody said it (P15).</summary>
internal sealed class AnswerReadBack(Clerk clerk, Words words, TimeProvider clock) : IVerb<AnswerReadBack.Form>
{
    public static string Verb => "attending/answer-read-back";

    public sealed record Form(string Case, bool Agrees = false, string? Objection = null);

    public static SubmitAction Agreed(Case @case) => Actions.Send("Agreed", Verb, new { Case = @case.Id.Value, Agrees = true });

    public static SubmitAction Different(Case @case) => Actions.Send("Not what I said", Verb, new { Case = @case.Id.Value, Agrees = false });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, turn.Source,
            (@case, me) => ReadingBack.Answer(@case, me, form.Agrees, form.Objection ?? ""), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {(form.Agrees ? "agreed" : "not what you said; the chair sees it")}", form.Agrees ? [] : [new PlainText(form.Objection ?? "")]),
            refused: why => FormAgain.Or(why, view, words, "Read-back", (seen, notSaved) => ReadBackCard.For(seen, words, form, notSaved)));
    }
}
