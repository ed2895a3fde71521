using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Approves the draft as the chair saw it; from here it is owed to every involved agency.</summary>
internal sealed class ApproveMinutes(Clerk clerk, Words words, TimeProvider clock) : IVerb<ApproveMinutes.Form>
{
    public static string Verb => "minuting/approve";

    /// <param name="Upon">The version that stood when the card was shown.</param>
    /// <param name="Seen">The digest of the draft that the card was shown for.</param>
    public sealed record Form(string Case, int Upon, string Seen, string? Reason = null, string? Late = null)
    {
        public Approval Approval => new(Upon, Seen, (Reason ?? "").Trim(), (Late ?? "").Trim());
    }

    public static SubmitAction Button(Case @case, string digest, int recipients) =>
        Actions.Send($"Approve and send to {recipients} people", Verb, new { Case = @case.Id.Value, Upon = @case.Meeting.Minutes.Version, Seen = digest });

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), new(form.Case), Capability.Lead, turn.Source,
            (@case, _) => ApprovingMinutes.Approve(@case, form.Approval, clock.GetUtcNow()), cancellationToken);
        return decision.Match<Reply>(
            accepted: _ => new Reply.Saved(form.Case, $"Approved {words.Time(clock.GetUtcNow())}: version {view!.Whole.Meeting.Minutes.Version} goes to {Recipients.Of(view.Whole, view.Whole.Meeting).Count} people now."),
            refused: why => view is not null && view.Reader.May(Capability.Lead) && view.Whole.Meeting.Attendance.EndedAt is not null
                ? new Reply.Show("Approve the minutes", ApprovalCard.For(view, words, clock.GetUtcNow(), form, why.Say(words), unseen: why is DraftChanged))
                : new Reply.Say(why.Say(words)));
    }
}
