using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Holding;

/// <summary>Teams tells when the call of a meeting began and ended; it may do so several times.</summary>
internal sealed class CallNotices(Clerk clerk, PhaseList phases, TimeProvider clock) : INoticeHandler
{
    public async Task HandleAsync(Notice notice, Turn turn, CancellationToken cancellationToken)
    {
        if (notice is not (Notice.MeetingStarted or Notice.MeetingEnded)
            || await clerk.FindChatAsync(turn.At.Address.ConversationId, cancellationToken) is not { } at)
        {
            return;
        }

        await clerk.RecordAsync(at, turn.Source, @case => notice switch
        {
            Notice.MeetingStarted began => MeetingRule.CallBegan(@case, began.At),
            Notice.MeetingEnded ended => MeetingRule.CallEnded(@case, ended.At, phases.Gaps(@case), clock.GetUtcNow()),
            _ => [],
        }, cancellationToken);
    }
}
