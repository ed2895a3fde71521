using StrategyBot.Graph;
using StrategyBot.Rules.Effects;

namespace StrategyBot.Checking;

/// <summary>Asks Graph one harmless question for each thing that the bot uses of it.</summary>
internal sealed class GraphCheck(
    GraphSettings settings, PartnerDirectory directory, FreeBusy freeBusy, MeetingRooms meetings, Post post, Membership membership,
    ChatApp app, TenantDomains domains, TimeProvider clock) : ICheck
{
    private static readonly string[] Core = ["Police", "Health"];

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken) => await Task.WhenAll(
    (IEnumerable<Task<Finding>>)
    [
        TryAsync("directory mailbox", DirectoryAsync(cancellationToken), "Graph__DirectoryMailbox names no mailbox.",
            "Its contacts may not be read: infra/scripts/scope-mailboxes.ps1 (step 4); Exchange takes up to two hours."),
        TryAsync("organiser mailbox", CalendarAsync(cancellationToken), "Graph__OrganiserMailbox names no mailbox.",
            "Its calendar may not be used: infra/scripts/scope-mailboxes.ps1 (step 4); Exchange takes up to two hours."),
        TryAsync("online meetings", MeetingsAsync(cancellationToken), "Graph__OrganiserMailbox names no account.",
            "Its meetings may not be managed: infra/scripts/allow-meetings.ps1 (step 4); Teams takes up to 30 minutes."),
        TryAsync("minutes mailbox", LettersAsync(cancellationToken), "Graph__MinutesMailbox names no mailbox.",
            "Its mail may not be used: infra/scripts/scope-mailboxes.ps1 (step 4); Exchange takes up to two hours."),
        GroupAsync("conveners' group", "Access__ConvenersGroup", settings.ConvenersGroup, cancellationToken),
        GroupAsync("administrators' group", "Access__AdministratorsGroup", settings.AdministratorsGroup, cancellationToken),
        .. from optional in new[]
           {
               ("auditors' group", "Access__AuditorsGroup", settings.AuditorsGroup),
               ("information governance's group", "Access__InformationGovernanceGroup", settings.InformationGovernanceGroup),
               ("legal's group", "Access__LegalGroup", settings.LegalGroup),
               ("business support's group", "Access__BusinessSupportGroup", settings.BusinessSupportGroup),
               ("conference service's group", "Access__ConferenceServiceGroup", settings.ConferenceServiceGroup),
           }
           where optional.Item3 is not null
           select GroupAsync(optional.Item1, optional.Item2, optional.Item3, cancellationToken),
        TryAsync("app in the catalogue", CatalogueAsync(cancellationToken),
            "Teams__CatalogAppId names no app of the catalogue: infra/scripts/publish-app.ps1 prints the right id (step 5).",
            "The catalogue may not be read: infra/scripts/grant-graph.ps1 (step 3)."),
        TryAsync("other organisations", DomainsAsync(cancellationToken), "Graph__OrganiserMailbox names no address.",
            "Their domains may not be looked up, so everybody outside comes in by link and code: infra/scripts/grant-graph.ps1 (step 3)."),
    ]);

    private async Task<Finding> DirectoryAsync(CancellationToken cancellationToken)
    {
        var contacts = await directory.ContactsAsync(cancellationToken);
        var missing =
            Core.Where(agency => !contacts.Any(contact => contact.Agency.Equals(agency, StringComparison.OrdinalIgnoreCase))).ToList();
        return missing.Count == 0
            ? new(Verdict.Ok, "", $"{contacts.Count} contacts, police and health among them.")
            : new(Verdict.SeeTo, "",
                $"{contacts.Count} contacts, but none in the category {string.Join(" or ", missing)}: "
                    + "nobody of them is proposed for a meeting.");
    }

    private async Task<Finding> CalendarAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await freeBusy.ScheduleAsync([settings.OrganiserMailbox], now, now.AddHours(1), cancellationToken);
        return new(Verdict.Ok, "", "its calendar answers.");
    }

    private async Task<Finding> MeetingsAsync(CancellationToken cancellationToken)
    {
        await meetings.FindByJoinUrlAsync("https://teams.microsoft.com/l/meetup-join/check", cancellationToken);
        return new(Verdict.Ok, "", "the organiser's meetings can be found.");
    }

    private async Task<Finding> LettersAsync(CancellationToken cancellationToken)
    {
        await post.FindAsync("check", cancellationToken);
        return new(Verdict.Ok, "", "its drafts and sent items can be searched.");
    }

    private async Task<Finding> CatalogueAsync(CancellationToken cancellationToken) =>
        await app.AsksForAsync(cancellationToken) is { Count: > 0 } permissions
            ? new(Verdict.Ok, "", $"published; in a chat it asks for {string.Join(", ", permissions)}.")
            : new(Verdict.Wrong, "",
                "there, but no published version of it asks for permissions in a chat: publish the package of this release "
                    + "(infra/README.md, step 5).");

    private async Task<Finding> DomainsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await domains.AskAsync(settings.OrganiserMailbox[(settings.OrganiserMailbox.LastIndexOf('@') + 1)..], cancellationToken);
            return new(Verdict.Ok, "", "who owns a mail domain can be looked up.");
        }
        catch (EffectFailedException failure) when (failure.Status == StatusCodes.Status404NotFound)
        {
            // Documented for primary domains; colleagues are found in our own directory all the same.
            return new(Verdict.Ok, "", "who owns a mail domain can be looked up; your organiser's isn't the tenant's primary one.");
        }
    }

    private Task<Finding> GroupAsync(string what, string setting, string group, CancellationToken cancellationToken) => TryAsync(
        what, FoundAsync(group, cancellationToken), $"{setting} names no group: it is the group's object id.",
        "Groups may not be read: infra/scripts/grant-graph.ps1 (step 3).");

    private async Task<Finding> FoundAsync(string group, CancellationToken cancellationToken)
    {
        await membership.FindGroupAsync(group, cancellationToken);
        return new(Verdict.Ok, "", "found.");
    }

    private static async Task<Finding> TryAsync(string what, Task<Finding> trial, string missing, string refused)
    {
        try
        {
            return (await trial) with { What = what };
        }
        catch (EffectFailedException failure)
        {
            return new(Verdict.Wrong, what, failure.Status switch
            {
                StatusCodes.Status404NotFound => missing,
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => $"{refused} ({failure.Code})",
                0 => "Graph can't be reached from here: look at the network, and at Graph__BaseUrl.",
                var status => $"Graph answered {status} ({failure.Code}). Try again in a few minutes.",
            });
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(Verdict.Wrong, what, $"Graph can't be asked ({failure.GetType().Name}).");
        }
    }
}
