using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StrategyBot.Sandbox.Chats;
using StrategyBot.Sandbox.People;

namespace StrategyBot.Sandbox.Graph;

/// <summary>The bot's app in the catalogue, in chats and for people.</summary>
internal sealed partial class InstallAnswers(ChatBook chats, AppInstallation installation)
{
    public const string Bind = "teamsApp@odata.bind";

    // What the app's definition asks for; consenting to more or less is refused (facts G5).
    private static readonly string[] Permissions = ["OnlineMeeting.ReadBasic.Chat", "OnlineMeetingParticipant.Read.Chat"];

    [GeneratedRegex("^teamsApp/id eq '([0-9a-fA-F-]{36})'$")]
    public static partial Regex ByApp();

    public static GraphAnswer Definitions(GraphCall call)
    {
        var definition = new JsonObject
        {
            ["id"] = Convert.ToBase64String("1##1.0.0##Published"u8),
            ["teamsAppId"] = SandboxPeople.CatalogAppId,
            ["displayName"] = SandboxPeople.BotName,
            ["version"] = "1.0.0",
            ["publishingState"] = "published",
            ["authorization"] = new JsonObject
            {
                ["clientAppId"] = SandboxPeople.BotAppId,
                ["requiredPermissionSet"] = new JsonObject
                {
                    ["resourceSpecificPermissions"] = new JsonArray(
                    [
                        .. Permissions.Select(
                            permission => new JsonObject { ["permissionValue"] = permission, ["permissionType"] = "application" }),
                    ]),
                },
            },
        };
        return call["app"] == SandboxPeople.CatalogAppId ? GraphAnswer.List([definition]) : throw GraphRefusal.Missing("NotFound");
    }

    public GraphAnswer InstallInChat(GraphCall call)
    {
        var chat = chats.Find(call["chat"]) ?? throw GraphRefusal.Missing("NotFound");
        CheckApp(call.Body);
        CheckConsent(call);
        return installation.InstallInChat(chat) is null ? throw GraphRefusal.There("The app is already installed in this chat.") : Created;
    }

    public GraphAnswer InChat(GraphCall call) => chats.Find(call["chat"]) is { } chat
        ? List(chats.Installed(chat), call)
        : throw GraphRefusal.Missing("NotFound");

    public GraphAnswer Tabs(GraphCall call) => GraphAnswer.List(
        InstalledIn(call) is { HasPanel: true } installed
            ? [GraphQuery.Cut(new JsonObject { ["id"] = $"tab-{installed.Id}", ["teamsApp"] = new JsonObject
                { ["id"] = SandboxPeople.CatalogAppId } }, call.Request.Query)]
            : []);

    /// <summary>Side panel facts §2: a static tab takes no name and no configuration.</summary>
    public GraphAnswer Pin(GraphCall call)
    {
        CheckApp(call.Body);
        var installed = InstalledIn(call) ?? throw GraphRefusal.Bad("The app is not installed in this chat.");
        if (installed.IsOld || call.Body.ContainsKey("displayName") || call.Body.ContainsKey("configuration"))
        {
            throw GraphRefusal.Bad("The installed version of the app has no such tab.");
        }

        installation.Change(installed with { HasPanel = true });
        return new(StatusCodes.Status201Created, new JsonObject { ["id"] = $"tab-{installed.Id}" });
    }

    public GraphAnswer Upgrade(GraphCall call)
    {
        var installed = InstalledIn(call) is { } found && found.Id == call["installation"] ? found : throw GraphRefusal.Missing("NotFound");
        CheckConsent(call);
        installation.Change(installed with { IsOld = false });
        return new(StatusCodes.Status204NoContent);
    }

    private InstalledApp? InstalledIn(GraphCall call) =>
        chats.Installed(chats.Find(call["chat"]) ?? throw GraphRefusal.Missing("NotFound"));

    public GraphAnswer InstallForUser(GraphCall call)
    {
        var user = call.User;
        CheckApp(call.Body);
        return installation.InstallForPerson(user) is null
            ? throw GraphRefusal.There("The app is already installed for this user.")
            : Created;
    }

    public GraphAnswer ForUser(GraphCall call) => List(
        ByApp().Match(call.Query("$filter") ?? "") is not { Success: true } app || app.Groups[1].Value == SandboxPeople.CatalogAppId
            ? Personal(call.User)
            : null,
        call);

    public GraphAnswer ChatOfUser(GraphCall call) => Personal(call.User) is { } installed && installed.Id == call["installation"]
        ? GraphAnswer.Ok(new JsonObject { ["id"] = installed.ChatId, ["chatType"] = "oneOnOne" })
        : throw GraphRefusal.Missing("NotFound");

    // Graph answers an installation with a Location and no body.
    private static GraphAnswer Created { get; } = new(StatusCodes.Status201Created);

    private InstalledApp? Personal(SandboxPerson person) => chats.Personal(person) is { } chat ? chats.Installed(chat) : null;

    private static GraphAnswer List(InstalledApp? installed, GraphCall call) => GraphAnswer.List(
        installed is null
            ? []
            : [GraphQuery.Cut(
                new JsonObject { ["id"] = installed.Id, ["teamsApp"] = new JsonObject { ["id"] = SandboxPeople.CatalogAppId } },
                call.Request.Query)]);

    private static void CheckConsent(GraphCall call)
    {
        var consented = (call.Body["consentedPermissionSet"]?["resourceSpecificPermissions"] as JsonArray ?? [])
            .Select(one => $"{(string?)one?["permissionType"]} {(string?)one?["permissionValue"]}").Order();
        if (!consented.SequenceEqual(Permissions.Select(permission => $"application {permission}")))
        {
            throw GraphRefusal.Bad("The consented permissions don't match those of the app's definition.");
        }
    }

    private static void CheckApp(JsonObject body)
    {
        if ((string?)body[Bind] is not { } link
            || !link.EndsWith($"/appCatalogs/teamsApps/{SandboxPeople.CatalogAppId}", StringComparison.Ordinal))
        {
            throw GraphRefusal.Missing("NotFound");
        }
    }
}
