using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Calling;

/// <summary>Writes down where a meeting's chat is reached, and what Teams calls the meeting, as soon as Teams tells.</summary>
internal sealed class NoteChat(Clerk clerk) : INoticeHandler
{
    public async Task HandleAsync(Notice notice, Turn turn, CancellationToken cancellationToken)
    {
        var (at, thread) = (turn.At.Address, turn.At.Address.ConversationId);
        if (notice is not (Notice.JoinedChat or Notice.MeetingStarted)
            || await clerk.FindChatAsync(thread, cancellationToken) is not { } meeting)
        {
            return;
        }

        // Named apart from what others learn from the same notice.
        await clerk.RecordAsync(meeting, $"{turn.Source}/chat", @case => Learn(@case, at, turn.At.TeamsMeetingId), cancellationToken);
    }

    private static IReadOnlyList<Cases.Fact> Learn(Case @case, Address at, string? teamsMeetingId)
    {
        var before = @case.Meeting.Room.Reachable;
        var now = new ChatReachable(at.ConversationId, at.ServiceUrl, teamsMeetingId ?? before?.TeamsMeetingId)
        {
            Meeting = @case.Meeting.Id,
        };
        return before is not null && before with { Meeting = now.Meeting } == now ? [] : [now];
    }
}
