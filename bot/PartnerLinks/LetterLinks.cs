using StrategyBot.Conversations;
using StrategyBot.Reaching;
using StrategyBot.Records;

namespace StrategyBot.PartnerLinks;

/// <summary>Puts a personal link into a letter (P11); people of the authority's own tenant are led to Teams.</summary>
public sealed class LetterLinks(Clerk clerk, LinkKey key, LinkSettings settings, TeamsSettings teams) : ILinks
{
    private readonly ChatLinks chats = new();

    /// <param name="purpose">Key of the letter's obligation.</param>
    public async Task<string> ForAsync(Case @case, Participant to, string purpose, CancellationToken cancellationToken)
    {
        if (to.InTeams?.Value.StartsWith($"{teams.TenantId}/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await chats.ForAsync(@case, to, purpose, cancellationToken);
        }

        if (@case.Links.ShutOut.ContainsKey(to.Id))
        {
            return "Your personal link is closed. Ask the chair for a new one.";
        }

        var token = key.Token(new(@case.Id, to.Id), purpose, @case.Links.Generation(to.Id));
        var hash = LinkKey.Hash(token);
        await clerk.RecordAsync(@case.Id, $"link/{hash}", now => LinkLife.Issue(now, to.Id, purpose, hash), cancellationToken);
        return Say(to, $"{settings.BaseUrl}/p#{token}");
    }

    private static string Say(Participant to, string url) => to.IsInbox
        ? $"Say who will attend: {url}\n\n"
            + "Whoever you name gets a link of their own. When you open the page, a code is sent to this address."
        : $"Open your own page: {url}\n\n"
            + "The link is yours alone, so please don't forward it. When you open it, a code is sent to this address.";
}
