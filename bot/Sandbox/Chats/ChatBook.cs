using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Chats;

/// <summary>Finds chats, and who is in them.</summary>
internal sealed class ChatBook(WorldStore store)
{
    public Chat? Find(string id) => store.Get<Chat>(Kinds.Chat, id);

    public IReadOnlyList<Chat> Of(SandboxPerson person) => [.. store.All<Chat>(Kinds.Chat).Where(chat => chat.Has(person))];

    public Chat? Personal(SandboxPerson person) => Find(PersonalId(person));

    public Chat? OfMeeting(Func<ChatMeeting, bool> which) =>
        store.All<Chat>(Kinds.Chat).FirstOrDefault(chat => chat.Meeting is { } meeting && which(meeting));

    public IReadOnlyList<ChatMessage> Messages(string chatId) =>
        [.. store.All<ChatMessage>(Kinds.ChatMessage, owner: chatId).Where(message => !message.Deleted)];

    public ChatMessage? LastMessage(string chatId) => store.Newest<ChatMessage>(Kinds.ChatMessage, chatId, message => !message.Deleted);

    /// <summary>Whether the app is installed there, so that the bot may speak and is spoken to.</summary>
    public bool BotIsIn(Chat chat) => Installed(chat) is not null;

    public InstalledApp? Installed(Chat chat) =>
        store.All<InstalledApp>(Kinds.InstalledApp, owner: InstallOwner(chat)) is [var app, ..] ? app : null;

    public static string InstallOwner(Chat chat) => chat.Kind == ChatKind.Personal ? chat.Members[0] : chat.Id;

    /// <summary>One and the same for a person for ever, as Teams promises.</summary>
    public static string PersonalId(SandboxPerson person) => $"a:1{person.AadObjectId.Replace("-", "", StringComparison.Ordinal)}";

    public static WorldChange Changed(Chat chat) => new("chat", chat.Id, [.. chat.People.Select(person => person.Id)]);
}
