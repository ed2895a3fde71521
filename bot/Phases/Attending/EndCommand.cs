using StrategyBot.Cases;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Records;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Attending;

/// <summary>Ends the meeting by a typed word; holds no content, so it works in the meeting chat too (P10).</summary>
internal sealed class EndCommand(Clerk clerk, LiveCase live, PhaseList phases, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "end";

    public static string Help => "`end` – the meeting is over; the minutes clock starts (chair)";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await live.FindAsync(rest, turn, Capability.SeeCase, view => view.Reader.May(Capability.Lead) && view.Case.Meeting.Attendance.IsRunning, cancellationToken) switch
        {
            Found.One one => await EndAsync(one.View.Case.Id, turn, cancellationToken),
            Found.None { Because: NothingFits } => new Reply.Say("No meeting that you chair is running just now. Type `status` to see how your cases stand."),
            var other => other.WhyNot("end SB-2026-014 Heron", words),
        };

    private async Task<Reply> EndAsync(CaseId id, Turn turn, CancellationToken cancellationToken)
    {
        var (decision, view) = await clerk.AskAsync(turn.Asker(), id, Capability.Lead, turn.Source, (@case, _) => Holding.End(@case, phases.Gaps(@case), clock.GetUtcNow()), cancellationToken);
        return decision.Match(
            accepted: _ => Spoken.At(turn, id, EndedWords.Say(view!.Case, words, clock.GetUtcNow()), EndedWords.Undo(view.Case)),
            refused: why => new Reply.Say(why.Say(words)));
    }
}
