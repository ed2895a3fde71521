using StrategyBot.Rules.Effects;
using Sdk = Microsoft.Graph.Models;

namespace StrategyBot.Graph;

internal enum Installation
{
    Installed,
    AlreadyThere,
}

/// <summary>Puts the bot's app where it has to speak. Every method may be repeated after an unknown outcome.</summary>
internal sealed class ChatApp(GraphConnection graph, GraphSettings settings, ILogger<ChatApp> logger)
{
    /// <summary>Installs the app into a meeting chat, consenting to what its published definition asks for (facts G5).</summary>
    /// <exception cref="EffectFailedException">Surely not done with 404 while Teams hasn't made the chat yet: try again later.</exception>
    public async Task<Installation> InstallInChatAsync(string threadId, CancellationToken cancellationToken = default)
    {
        var installation = new Sdk.TeamsAppInstallation
        {
            ConsentedPermissionSet = await RequiredPermissionsAsync(cancellationToken),
            AdditionalData = App(),
        };
        try
        {
            return await InstallAsync(
                threadId, () => graph.Sdk.Chats[threadId].InstalledApps.PostAsync(installation, cancellationToken: cancellationToken));
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status404NotFound)
        {
            throw new EffectFailedException(EffectFailure.SurelyNotDone, e.Status, e.Code, e.RetryAfter);
        }
    }

    /// <summary>Puts the app's tab into a chat where the app is installed; an installation of before there was a tab is brought up to the
    /// published version first (side panel facts §1 and §2). It may be repeated.</summary>
    public async Task<Installation> PinPanelAsync(string threadId, CancellationToken cancellationToken = default)
    {
        var tabs = graph.Sdk.Chats[threadId].Tabs;
        var pinned = await tabs.GetAsync(request => request.QueryParameters.Expand = ["teamsApp"], cancellationToken);
        if (pinned?.Value?.Any(tab => tab.TeamsApp?.Id == settings.CatalogAppId) == true)
        {
            return Installation.AlreadyThere;
        }

        // Nothing but the app: with a name or a configuration Graph refuses a static tab.
        Task<Installation> PinAsync() => InstallAsync(threadId,
            () => tabs.PostAsync(new Sdk.TeamsTab { AdditionalData = App() }, cancellationToken: cancellationToken));
        try
        {
            return await PinAsync();
        }
        catch (EffectFailedException e) when (e.Failure == EffectFailure.Refused && e.Status == StatusCodes.Status400BadRequest)
        {
            // What is installed there may have no tab yet; a second refusal is one.
            await UpgradeAsync(threadId, cancellationToken);
            return await PinAsync();
        }
    }

    private async Task UpgradeAsync(string threadId, CancellationToken cancellationToken)
    {
        var installed = graph.Sdk.Chats[threadId].InstalledApps;
        var ours = (await installed.GetAsync(request => request.QueryParameters.Expand = ["teamsApp"], cancellationToken))?.Value?
            .FirstOrDefault(app => app.TeamsApp?.Id == settings.CatalogAppId);
        if (ours?.Id is { } id)
        {
            await installed[id].Upgrade.PostAsync(
                new() { ConsentedPermissionSet = await RequiredPermissionsAsync(cancellationToken) }, cancellationToken: cancellationToken);
        }
    }

    /// <summary>Installs the app for a person of our own tenant.</summary>
    /// <returns>The chat of bot and person.</returns>
    public async Task<string> InstallForUserAsync(string userId, CancellationToken cancellationToken = default)
    {
        var installed = graph.Sdk.Users[userId].Teamwork.InstalledApps;
        await InstallAsync(
            userId,
            () => installed.PostAsync(new Sdk.UserScopeTeamsAppInstallation { AdditionalData = App() },
                cancellationToken: cancellationToken));
        var found = await installed.GetAsync(
            request =>
            {
                request.QueryParameters.Expand = ["teamsApp"];
                request.QueryParameters.Filter = $"teamsApp/id eq '{settings.CatalogAppId}'";
            },
            cancellationToken);
        var chat = found?.Value is [{ Id: { } id }, ..] ? await installed[id].Chat.GetAsync(cancellationToken: cancellationToken) : null;

        // The installation is there but Teams doesn't show it yet; repeating does no harm.
        return chat?.Id ?? throw new EffectFailedException(EffectFailure.Unknown, StatusCodes.Status404NotFound, "ChatNotThereYet");
    }

    /// <summary>What the app's published version asks for in a chat; nothing where none is published.</summary>
    public async Task<IReadOnlyList<string>> AsksForAsync(CancellationToken cancellationToken = default) =>
        [.. ((await RequiredPermissionsAsync(cancellationToken))?.ResourceSpecificPermissions ?? []).Select(
            permission => permission.PermissionValue ?? "")];

    private async Task<Installation> InstallAsync(string place, Func<Task> install)
    {
        var outcome = Installation.Installed;
        try
        {
            await install();
        }
        catch (EffectFailedException e) when (e.Status == StatusCodes.Status409Conflict)
        {
            outcome = Installation.AlreadyThere;
        }

        logger.Installed(place, outcome);
        return outcome;
    }

    private async Task<Sdk.TeamsAppPermissionSet?> RequiredPermissionsAsync(CancellationToken cancellationToken)
    {
        var definitions =
            await graph.Sdk.AppCatalogs.TeamsApps[settings.CatalogAppId].AppDefinitions.GetAsync(cancellationToken: cancellationToken);
        var required = (definitions?.Value ?? [])
            .Where(definition => definition.PublishingState is null or Sdk.TeamsAppPublishingState.Published)
            .MaxBy(definition => definition.LastModifiedDateTime)?
            .Authorization?.RequiredPermissionSet?.ResourceSpecificPermissions;
        return required is not { Count: > 0 } ? null : new Sdk.TeamsAppPermissionSet
        {
            ResourceSpecificPermissions =
            [
                .. required.Select(
                    one => new Sdk.TeamsAppResourceSpecificPermission
                    {
                        PermissionType = one.PermissionType,
                        PermissionValue = one.PermissionValue,
                    }),
            ],
        };
    }

    // The id in this link is read by Graph, the host is not; it is the same in every cloud's own documents.
    private Dictionary<string, object> App() => new()
    {
        ["teamsApp@odata.bind"] = $"{settings.BaseUrl.AbsoluteUri}/appCatalogs/teamsApps/{settings.CatalogAppId}",
    };
}
