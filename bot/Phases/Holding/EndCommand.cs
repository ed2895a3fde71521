using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Holding;

/// <summary>The chair ends the meeting by a typed word; it holds no content, so it works in the meeting chat too (P10).</summary>
internal sealed class EndCommand(Clerk clerk, CommandCase command, PhaseList phases, Words words, TimeProvider clock) : ICommand
{
    public static string Word => "end";

    public static string Help => "`end` – the meeting is over; the minutes clock starts (chair)";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken) =>
        await command.FindAsync(rest, turn, Capability.SeeCase, CanEnd, cancellationToken) switch
        {
            Found.One one => await EndAsync(one.View.Case.Ref, turn, cancellationToken),
            Found.None { Because: NothingFits } =>
                new Reply.Say("No meeting that you chair is running just now. Type `status` to see how your cases stand."),
            var other => other.WhyNot("end SB-2026-014 Heron", words),
        };

    private static bool CanEnd(CaseView view) => view.Reader.May(Capability.Lead) && view.Case.Meeting.Attendance.IsRunning;

    private async Task<Reply> EndAsync(CaseRef at, Turn turn, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var told = await clerk.AskAsync(turn.Asker(), at, Capability.Lead, turn.Source,
            (@case, _) => MeetingRule.End(@case, phases.Gaps(@case), now), cancellationToken);
        return MeetingCommand.Answer(told, turn, words, now, EndMeeting.Said);
    }
}
