using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>The chair confirms who was there.</summary>
internal sealed class ConfirmAttendance(Clerk clerk, Words words, TimeProvider clock) : IVerb<ConfirmAttendance.Form>
{
    public static string Verb => "attending/confirm-attendance";

    /// <param name="Present">Participants' ids.</param>
    public sealed record Form(string Case, IReadOnlyList<string>? Present = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Confirm", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source, (@case, _) => NotingAttendance.Confirm(@case, form.Present ?? []), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: who is here", new TextBlock(Quorum.Say(view!.Case))),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
