using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Saves what came of ringing a duty desk or an invitee (P12).</summary>
internal sealed class SaveCall(Clerk clerk, Words words, TimeProvider clock) : IVerb<SaveCall.Form>
{
    private const string Desk = "desk-";

    public static string Verb => "attending/rang";

    /// <param name="Rung"><c>desk-Police</c>, or a participant's id.</param>
    public sealed record Form(string Case, string? Rung = null, string? Outcome = null);

    public static SubmitAction Button(Case @case) => Actions.Send("Save the call", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Arrange, turn.Source,
            (@case, _) => Whom(@case, form.Rung) is var (agency, person) && agency is { } of
                ? ExplainingAbsence.Rang(@case, of, person, form.Outcome, clock.GetUtcNow())
                : new CannotBe("Choose whom you rang."), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: the call – {Reachable.Outcome(form.Outcome!)}"),
            refused: why => FormAgain.Or(why, view, words, "Who is coming", (seen, notSaved) => AnswersCard.For(seen, words, clock.GetUtcNow(), form, notSaved)));
    }

    private static (Agency? Agency, Participant? Person) Whom(Case @case, string? rung)
    {
        if (rung is null)
        {
            return default;
        }

        if (rung.StartsWith(Desk, StringComparison.Ordinal))
        {
            return (Enum.TryParse<Agency>(rung[Desk.Length..], out var agency) && Enum.IsDefined(agency) ? agency : null, null);
        }

        var person = @case.Find(new ParticipantId(rung));
        return (person?.Agency, person);
    }
}
