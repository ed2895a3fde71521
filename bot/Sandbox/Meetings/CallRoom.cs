using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Meetings;

/// <summary>People come and go; the first to join starts the meeting, the last to leave ends it.</summary>
/// <remarks>Facts sheet E: the bot hears of start and end only; joins and leaves never come to an Azure Bot.</remarks>
internal sealed class CallRoom(WorldStore store, ChatBook chats, BotDeliveries deliveries, SandboxClock clock)
{
    public IReadOnlyList<MeetingSession> Sessions(ChatMeeting meeting) =>
        store.All<MeetingSession>(Kinds.MeetingSession, owner: meeting.OnlineMeetingId);

    public string State(ChatMeeting meeting) => Sessions(meeting) switch
    {
        [] => "scheduled",
        [.., { EndedAt: null }] => "running",
        _ => "ended",
    };

    /// <returns>Ends when the bot has been told, where it had to be.</returns>
    public Task JoinAsync(Chat chat, SandboxPerson person) => store.Write(world =>
    {
        var now = clock.GetUtcNow();
        var running = Running(chat);
        var session = running ?? new MeetingSession(WorldIds.New(), chat.Meeting!.OnlineMeetingId, now, EndedAt: null, []);
        if (!session.HasIn(person.AadObjectId))
        {
            Keep(world, chat, session with { Visits = [.. session.Visits, new Visit(person.AadObjectId, now, LeftAt: null)] });
        }

        return running is null ? Tell(world, chat, person, started: true) : Task.CompletedTask;
    });

    /// <summary>Somebody leaves; nothing happens where they weren't in it.</summary>
    public Task LeaveAsync(Chat chat, SandboxPerson person) => EmptyAsync(chat, person, visit => visit.PersonId == person.AadObjectId);

    /// <summary>Ends the meeting for everybody.</summary>
    public Task EndAsync(Chat chat, SandboxPerson person) => EmptyAsync(chat, person, _ => true);

    private Task EmptyAsync(Chat chat, SandboxPerson by, Func<Visit, bool> whose) => store.Write(world =>
    {
        if (Running(chat) is not { } session)
        {
            return Task.CompletedTask;
        }

        var now = clock.GetUtcNow();
        var visits = session.Visits.Select(visit => visit.LeftAt is null && whose(visit) ? visit with { LeftAt = now } : visit).ToArray();
        var over = visits.All(visit => visit.LeftAt is not null);
        Keep(world, chat, session with { Visits = visits, EndedAt = over ? now : null });
        return over ? Tell(world, chat, by, started: false) : Task.CompletedTask;
    });

    private MeetingSession? Running(Chat chat) => Sessions(chat.Meeting!) is [.., { EndedAt: null } session] ? session : null;

    private static void Keep(WorldTransaction world, Chat chat, MeetingSession session)
    {
        world.Put(Kinds.MeetingSession, session.Id, session, owner: session.OnlineMeetingId);
        world.Announce(new WorldChange("meeting", chat.Id, [.. chat.People.Select(person => person.Id)]));
    }

    private Task Tell(WorldTransaction world, Chat chat, SandboxPerson person, bool started) =>
        chats.BotIsIn(chat)
            ? deliveries.Enqueue(world, Activities.MeetingEvent(person, chat, clock.GetUtcNow(), started))
            : Task.CompletedTask;
}
