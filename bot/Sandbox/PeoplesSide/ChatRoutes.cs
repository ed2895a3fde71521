using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.Meetings;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.PeoplesSide;

/// <summary>What a person sees under Chat.</summary>
internal sealed class ChatRoutes(ChatBook chats, CallRoom meetings, Desk desk, SandboxUrls urls)
{
    public static void Map(RouteGroupBuilder people)
    {
        people.MapGet("chats", (string @as, ChatRoutes routes) => routes.List(@as));
        people.MapGet("chats/{chatId}/messages", (string @as, string chatId, ChatRoutes routes) => routes.Messages(@as, chatId));
    }

    private IResult List(string called) => SandboxPeople.Find(called) is not { } person
        ? Desk.Nobody
        : WorldResults.Json(chats.Of(person).Select(chat => Row(chat, person)).OrderByDescending(row => row.At));

    private IResult Messages(string called, string chatId) => desk.TryChat(called, chatId, out _, out var chat)
        ? WorldResults.Json(chats.Messages(chat.Id).Select(Shown))
        : Desk.NotTheirs;

    private ChatRow Row(Chat chat, SandboxPerson person)
    {
        var last = chats.LastMessage(chat.Id);
        var meeting = chat.Meeting;
        return new ChatRow(
            chat.Id, chat.Kind, chat.Title, last?.At ?? chat.OpenedAt, Preview(last), [.. chat.People.Select(member => member.Name)],
            meeting?.MeetingId, meeting?.OnlineMeetingId, meeting?.EventId, meeting?.StartsAt, meeting?.EndsAt,
            meeting is not null && meetings.Sessions(meeting).Any(session => session.HasIn(person.AadObjectId)),
            meeting is null ? null : meetings.State(meeting),
            // In one's own chat the app has a tab by its manifest.
            chat.Kind == ChatKind.Personal || chats.Installed(chat)?.HasPanel == true ? $"{urls.Bot}/panel" : null);
    }

    // As the list of chats and a lock screen show it.
    private static string Preview(ChatMessage? message) =>
        message is null ? "" : message.Summary ?? (string.IsNullOrEmpty(message.Text) ? "Sent a card" : message.Text);

    private static object Shown(ChatMessage message)
    {
        var person = SandboxPeople.Find(message.From);
        return new
        {
            message.Id,
            from = new { id = person?.Id ?? "bot", name = person?.Name ?? SandboxPeople.BotName, bot = person is null },
            message.At,
            message.Text,
            message.TextFormat,
            message.Summary,
            attachments = message.Attachments ?? [],
            message.Edited,
        };
    }

    private sealed record ChatRow(
        string Id, ChatKind Kind, string Title, DateTimeOffset At, string Preview, IReadOnlyList<string> Members,
        string? MeetingId, string? OnlineMeetingId, string? EventId, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, bool InMeeting,
        string? MeetingState, string? Panel);
}
