using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;

namespace StrategyBot.Hub;

/// <summary>What a person sees after a save: what was saved, and what comes next for them (design §5.3).</summary>
internal sealed class AfterSaving(Clerk clerk, PhaseList phases, Words words, TimeProvider clock)
{
    public async Task<Reply> ShowAsync(Reply.Saved saved, Turn turn, CancellationToken cancellationToken) =>
        await clerk.ReadAsync(turn, new CaseForm(saved.Case).Ref(), Capability.SeeCase, null, cancellationToken) is { } view
            ? Show(view, saved, turn)
            : new Reply.Say(saved.Text);

    public Reply Show(CaseView view, Reply.Saved saved, Turn turn)
    {
        if (!view.Reader.May(Capability.SeeCase))
        {
            return new Reply.Say(saved.Text);
        }

        try
        {
            clerk.NoteShown(turn.Asker(), view.Case.Id, OpenMyPart.Verb);
            return new Reply.Show("Saved", FormCard.Of(MyPartDrawing.Of(view, phases, words, clock.GetUtcNow(), saved.Text, saved.Echo)));
        }
        catch (ReadingClosedException)
        {
            // It stands; only nothing more is shown while that can't be noted.
            return new Reply.Say(saved.Text);
        }
    }
}
