using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Puts the deputy on the case; the invitation to them is owed from here on.</summary>
internal sealed class NameDeputy(Clerk clerk, Words words, TimeProvider clock) : IVerb<NameDeputy.Form>
{
    public static string Verb => "attending/name-deputy";

    public sealed record Form(string Case, string? Name = null, string? Mail = null, string? Role = null, bool Handover = false);

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, turn.Source,
            (@case, me) => AnsweringInvitation.NameDeputy(@case, me, new(form.Name ?? "", form.Mail ?? "", form.Role ?? "", form.Handover)), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: your deputy", new PlainText(AnsweringInvitation.DeputyOf(view!.Case, view.Reader)?.Described ?? "")),
            refused: why => FormAgain.Or(why, view, words, "Your deputy", (seen, notSaved) => DeputyCard.For(seen, null, form, notSaved)));
    }
}
