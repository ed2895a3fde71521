using StrategyBot.Sandbox.Clock;
using StrategyBot.Sandbox.Deliveries;
using StrategyBot.Sandbox.People;
using StrategyBot.Sandbox.Store;

namespace StrategyBot.Sandbox.Chats;

/// <summary>Installs the bot's app and tells the bot, as Teams does after Graph was asked.</summary>
internal sealed class AppInstallation(WorldStore store, ChatBook chats, BotDeliveries deliveries, SandboxClock clock)
{
    /// <returns><c>null</c> where it is installed already (Graph's 409).</returns>
    public InstalledApp? InstallInChat(Chat chat) =>
        store.Write(world => chats.BotIsIn(chat) ? null : Install(world, chat, new InstalledApp(WorldIds.New(), chat.Id, PersonId: null)));

    /// <summary>Installs it for one person of the council and opens their personal chat.</summary>
    /// <returns><c>null</c> where it is installed already (Graph's 409).</returns>
    public InstalledApp? InstallForPerson(SandboxPerson person) => store.Write(world =>
    {
        var chat = chats.Personal(person) ?? OpenPersonal(world, person, clock.GetUtcNow());
        return chats.BotIsIn(chat) ? null : Install(world, chat, new InstalledApp(WorldIds.New(), chat.Id, person.AadObjectId));
    });

    public void Change(InstalledApp app) => store.Write(world =>
    {
        var chat = chats.Find(app.ChatId)!;
        world.Put(Kinds.InstalledApp, app.Id, app, owner: ChatBook.InstallOwner(chat));
        world.Announce(ChatBook.Changed(chat));
    });

    public void Uninstall(InstalledApp app) => store.Write(world =>
    {
        if (world.Delete(Kinds.InstalledApp, app.Id) && chats.Find(app.ChatId) is { } chat)
        {
            deliveries.Enqueue(world, Activities.InstallationUpdate(Installer(chat), chat, clock.GetUtcNow(), "remove"));
            world.Announce(ChatBook.Changed(chat));
        }
    });

    /// <summary>The state before anybody did anything: the chair and the social worker have the bot, the others must be
    /// reached by the ladder.</summary>
    /// <remarks>The bot isn't told: those installs are from before its time.</remarks>
    public void Seed() => store.Write(world =>
    {
        if (world.All<Chat>(Kinds.Chat).Count > 0)
        {
            return;
        }

        foreach (var person in new[] { SandboxPeople.Chair, SandboxPeople.SocialWorker })
        {
            var chat = OpenPersonal(world, person, clock.GetUtcNow());
            var app = new InstalledApp(WorldIds.New(), chat.Id, person.AadObjectId);
            world.Put(Kinds.InstalledApp, app.Id, app, owner: person.AadObjectId);
        }
    });

    private InstalledApp Install(WorldTransaction world, Chat chat, InstalledApp app)
    {
        world.Put(Kinds.InstalledApp, app.Id, app, owner: ChatBook.InstallOwner(chat));
        var now = clock.GetUtcNow();
        deliveries.Enqueue(world, Activities.InstallationUpdate(Installer(chat), chat, now, "add"));
        deliveries.Enqueue(world, Activities.MembersAdded(Installer(chat), chat, now, [Activities.Bot()]));
        world.Announce(ChatBook.Changed(chat));
        return app;
    }

    private static Chat OpenPersonal(WorldTransaction world, SandboxPerson person, DateTimeOffset now)
    {
        var chat = new Chat(ChatBook.PersonalId(person), ChatKind.Personal, SandboxPeople.BotName, [person.AadObjectId], now);
        world.Put(Kinds.Chat, chat.Id, chat);
        return chat;
    }

    private static SandboxPerson Installer(Chat chat) => chat.People[0];
}
