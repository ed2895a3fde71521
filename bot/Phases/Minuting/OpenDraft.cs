using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Minuting;

/// <summary>Opens a page of the draft.</summary>
internal sealed class OpenDraft(Clerk clerk, Words words, TimeProvider clock) : IVerb<OpenDraft.Form>
{
    public static string Verb => "minuting/draft";

    public sealed record Form(string Case, int Page = 1);

    public static PartButton Button(Case @case) => new("Draft of the minutes", Verb, new Form(@case.Id.Value));

    public static SubmitAction Turn(Case @case, string title, int page) =>
        Actions.Send(title, Verb, new Form(@case.Id.Value, page)) with { AssociatedInputs = AssociatedInputs.None };

    public async Task<Reply> HandleAsync(Form form, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn.Asker(), new(form.Case), Capability.Lead, $"{Verb}/{form.Page}", cancellationToken) is not { } view ? new Reply.Say(new NoSuchCase().Say(words))
        : view.Whole.Meeting.Attendance.EndedAt is null ? new Reply.Say(new NoDraftYet().Say(words))
        : new Reply.Show("Draft of the minutes", DraftCard.For(view, form.Page, words, clock.GetUtcNow()));
}
