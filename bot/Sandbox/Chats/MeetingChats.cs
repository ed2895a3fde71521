using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Chats;

/// <summary>An online meeting as Graph planned it.</summary>
internal sealed record MeetingPlan(
    string EventId, string OnlineMeetingId, string JoinUrl, string Title, SandboxPerson Organiser, IReadOnlyList<string> AttendeeMails,
    DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Keeps a meeting's chat in step with its event.</summary>
internal sealed class MeetingChats(ChatBook chats, BotDeliveries deliveries, SandboxClock clock)
{
    /// <summary>Opens the meeting's chat or, for an event that has one, brings title, times and people up to date.</summary>
    public Chat Place(WorldTransaction world, MeetingPlan plan)
    {
        var before = chats.OfMeeting(meeting => meeting.EventId == plan.EventId);
        var id = before?.Id ?? $"19:meeting_{WorldIds.New()}@thread.v2";
        var meeting =
            new ChatMeeting(MeetingId(id), plan.OnlineMeetingId, plan.EventId, plan.Organiser.AadObjectId, plan.JoinUrl, plan.StartsAt,
                plan.EndsAt);
        var chat = new Chat(id, ChatKind.Meeting, plan.Title, Invited(plan), before?.OpenedAt ?? clock.GetUtcNow(), meeting);
        world.Put(Kinds.Chat, id, chat);
        if (before is not null)
        {
            TellOfNewMembers(world, before, chat);
        }

        var concerned = chat.People.Concat(before?.People ?? []).Select(person => person.Id).Distinct().ToArray();
        world.Announce(new WorldChange("calendar", People: concerned));
        world.Announce(new WorldChange("chat", id, concerned));
        return chat;
    }

    /// <summary>The event was deleted; its chat stays, as in Teams.</summary>
    public void Cancel(WorldTransaction world, string eventId)
    {
        var chat = chats.OfMeeting(meeting => meeting.EventId == eventId);
        world.Announce(new WorldChange("calendar", People: chat?.People.Select(person => person.Id).ToArray()));
    }

    private void TellOfNewMembers(WorldTransaction world, Chat before, Chat chat)
    {
        var added = chat.People.Where(person => !before.Has(person))
            .Select(person => new JsonObject { ["id"] = person.Mri, ["aadObjectId"] = person.AadObjectId });
        if (chats.BotIsIn(chat) && added.ToArray() is { Length: > 0 } members)
        {
            deliveries.Enqueue(world, Activities.MembersAdded(chat.People[0], chat, clock.GetUtcNow(), members));
        }
    }

    // Who is invited by an address that is nobody's here (a duty desk, say) is in no chat.
    private static string[] Invited(MeetingPlan plan) =>
        [.. plan.AttendeeMails.Select(SandboxPeople.Find).OfType<SandboxPerson>().Prepend(plan.Organiser)
            .Select(person => person.AadObjectId).Distinct()];

    // Teams' own form, so that a bot which takes it apart or for the thread id is found out.
    private static string MeetingId(string threadId) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"0#{threadId}#0"));
}
