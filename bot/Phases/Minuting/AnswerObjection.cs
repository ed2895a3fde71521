using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Saves what the chair does about an objection; whoever raised it is told (P15).</summary>
internal sealed class AnswerObjection(Clerk clerk, Words words, TimeProvider clock) : IVerb<AnswerObjection.Form>
{
    public static string Verb => "minuting/answer-objection";

    /// <param name="Seen">The fingerprint of the draft's paragraph that the form was filled upon.</param>
    public sealed record Form(string Case, int Objection, string Seen = "", ObjectionOutcome? Outcome = null, string? Reason = null, string? Text = null)
    {
        public TypedAnswer Typed => new(Outcome, Reason ?? "", Text, Seen);
    }

    /// <param name="stands">The paragraph that can be put right in the same form.</param>
    public static SubmitAction Button(Case @case, Objection objection, MinutesParagraph? stands) =>
        Actions.Send("Save", Verb, new { Case = @case.Id.Value, Objection = objection.Number, Seen = stands is null ? "" : EditingMinutes.Fingerprint(stands) });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, me) => AnsweringObjections.Answer(@case, me, form.Objection, form.Typed), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Saved {words.Time(clock.GetUtcNow())}: {Said(form.Outcome)}"),
            refused: why => view is not null && ObjectionCard.Find(view, form.Objection) is { Answer: null } objection
                ? FormAgain.Or(why, view, words, OpenObjection.Title, (seen, notSaved) => ObjectionCard.For(seen, objection, words, form, notSaved))
                : new Reply.Say(why.Say(words)));
    }

    private static string Said(ObjectionOutcome? outcome) => outcome == ObjectionOutcome.Declined
        ? "the minutes stay as they are, and whoever said it is told why."
        : "it goes out when you approve the next version. Open “Amend the minutes” for that.";
}
