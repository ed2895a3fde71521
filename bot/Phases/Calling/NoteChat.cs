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
            || await clerk.FindAsync(CaseTerms.Chat(thread), cancellationToken) is not { } id)
        {
            return;
        }

        // Named apart from what others learn from the same notice.
        await clerk.RecordAsync(id, $"{turn.Source}/chat", @case => Learn(@case, at, turn.At.TeamsMeetingId), cancellationToken);
    }

    private static IReadOnlyList<Cases.Fact> Learn(Case @case, Address at, string? teamsMeetingId)
    {
        var meeting = @case.Meetings.Last(meeting => meeting.Room.Chat?.ThreadId == at.ConversationId);
        var before = meeting.Room.Reachable;
        var now = new ChatReachable(at.ConversationId, at.ServiceUrl, teamsMeetingId ?? before?.TeamsMeetingId) { Meeting = meeting.Id };
        return before is not null && before with { Meeting = meeting.Id } == now ? [] : [now];
    }
}
