using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Saves an invitee's answer, and asks on: who comes in their place, or what the meeting should know without them (R13, R14).</summary>
internal sealed class AnswerInvitation(Clerk clerk, Words words, TimeProvider clock) : IVerb<AnswerInvitation.Form>
{
    public static string Verb => "attending/answer";

    public sealed record Form(string Case, Rsvp? Answer = null, IReadOnlyList<string>? Ticks = null, string? DecisionMaker = null)
    {
        public TypedInvitation Read() => new(
            Answer, Ticks?.Contains(InvitationCard.Records) == true, Ticks?.Contains(InvitationCard.Decide) == true, Ticks?.Contains(InvitationCard.Link) == true, DecisionMaker ?? "");
    }

    public static SubmitAction Button(Case @case) => Actions.Send("Save", Verb, new { Case = @case.Id.Value });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.AnswerInvitation, turn.Source,
            (@case, me) => AnsweringInvitation.Answer(@case, me, form.Read()), cancellationToken);
        return decision.Match(
            accepted: _ => Next(form, view!),
            refused: why => FormAgain.Or(why, view, words, "Your invitation", (seen, notSaved) => InvitationCard.For(seen, words, form, notSaved)));
    }

    private Reply Next(Form form, CaseView view)
    {
        var saved = $"Saved {words.Time(clock.GetUtcNow())}: {RsvpWords.Say(view.Case.Meeting.Attendance.Answers.GetValueOrDefault(view.Reader.Id))}";
        return form.Answer switch
        {
            Rsvp.SendingDeputy when AnsweringInvitation.DeputyOf(view.Case, view.Reader) is null => new Reply.Show("Your deputy", DeputyCard.For(view, saved)),
            Rsvp.WrittenUpdate or Rsvp.CannotCome when !view.Case.Meeting.Attendance.WrittenUpdates.ContainsKey(view.Reader.Id) => new Reply.Show("Your written update", UpdateCard.For(view, saved)),
            _ => new Reply.Saved(form.Case, saved),
        };
    }
}
