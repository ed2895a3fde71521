using StrategyBot.Conversations;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>Puts a personal link into a letter (P11); people of the authority's own tenant are led to Teams.</summary>
internal sealed class LetterLinks(Clerk clerk, LinkKey key, LinkSettings settings, TeamsSettings teams) : IPersonalLinks
{
    private readonly ChatLinks chats = new();

    /// <param name="purpose">Key of the letter's obligation.</param>
    public async Task<string> ForAsync(Case @case, Participant to, string purpose, CancellationToken cancellationToken)
    {
        if (to.InTeams?.Value.StartsWith($"{teams.TenantId}/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await chats.ForAsync(@case, to, purpose, cancellationToken);
        }

        return @case.IsShutTo(to)
            ? "Your personal link is closed. Ask the chair for a new one."
            : Say(to, $"{settings.BaseUrl}/p#{await TokenAsync(@case, to.Id, purpose, cancellationToken)}");
    }

    /// <summary>A letter that was begun before goes on with the link that it had, also with one of the first releases.</summary>
    private async Task<string> TokenAsync(Case @case, ParticipantId to, string letter, CancellationToken cancellationToken)
    {
        if (Carried(@case, to, letter) is { } carried)
        {
            return carried;
        }

        var nonce = Ticket.Draw();
        var token = key.Token(new(@case.Id, to), letter, nonce);
        var hash = Ticket.Hash(token);
        var now = await clerk.RecordAsync(@case.Id, $"link/{hash}",
            now => Carried(now, to, letter) is null ? LinkLife.Issue(now, to, letter, hash, nonce, key.Current) : [], cancellationToken);
        return Carried(now, to, letter) ?? token;
    }

    private string? Carried(Case @case, ParticipantId to, string letter) =>
        @case.Links.In(letter, to) is { } link ? key.Remake(@case, link) : null;

    private static string Say(Participant to, string url) => to.IsInbox
        ? $"Say who will attend: {url}\n\n"
            + "Whoever you name gets a link of their own. When you open the page, a code is sent to this address."
        : $"Open your own page: {url}\n\n"
            + "The link is yours alone, so please don't forward it. When you open it, a code is sent to this address.";
}
