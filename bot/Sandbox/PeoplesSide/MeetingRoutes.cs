using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Meetings;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>A person starts, joins, leaves or ends a meeting; answered after the bot has heard of it.</summary>
internal static class MeetingRoutes
{
    public static void Map(RouteGroupBuilder people)
    {
        people.MapPost("meetings/{id}/start", Do((room, chat, person) => room.JoinAsync(chat, person)));
        people.MapPost("meetings/{id}/join", Do((room, chat, person) => room.JoinAsync(chat, person)));
        people.MapPost("meetings/{id}/leave", Do((room, chat, person) => room.LeaveAsync(chat, person)));
        people.MapPost("meetings/{id}/end", Do((room, chat, person) => room.EndAsync(chat, person)));
    }

    private static Func<string, string, Desk, CallRoom, Task<IResult>> Do(Func<CallRoom, Chat, SandboxPerson, Task> what) =>
        async (@as, id, desk, room) =>
        {
            if (!desk.TryMeeting(@as, id, out var person, out var chat))
            {
                return WorldResults.Refuse(404, "This person isn't invited to such a meeting.");
            }

            await what(room, chat, person);
            return WorldResults.Json(new { state = room.State(chat.Meeting!) });
        };
}
