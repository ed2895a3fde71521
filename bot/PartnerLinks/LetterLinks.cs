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
    public async Task<WayIn> ForAsync(Case @case, Participant to, string purpose, CancellationToken cancellationToken)
    {
        if (to.InTeams?.Value.StartsWith($"{teams.TenantId}/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return await chats.ForAsync(@case, to, purpose, cancellationToken);
        }

        // Whom the procedure names, and nobody put on the case: a page would open nothing for them.
        return @case.Find(to.Id) is null ? new("", null, $"You are not on this case, so you have no page here. Ring {Chair(@case)}.")
            : @case.IsShutTo(to)
            ? new("", null, "Your personal link is closed. Ask me for a new one.")
            : new("Open your page", $"{settings.BaseUrl}/p#{await TokenAsync(@case, to.Id, purpose, cancellationToken)}", to.IsInbox
                ? "A code comes to this address to open it. Whoever you name gets a page of their own."
                : "You get a code at this address to open it. The page is yours alone, so please don't forward this letter.");
    }

    private static string Chair(Case @case) =>
        @case.Chair.Phone.Length > 0 ? $"{@case.Chair.Name}, {@case.Chair.Phone}" : @case.Chair.Name;

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
}
