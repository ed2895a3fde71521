using StrategyBot.Conversations;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.Phases.Minuting;

/// <summary>Links to documents: each is shown to one person inside their own dialog or page, and opens once within ten minutes.</summary>
/// <remarks>What stands in the address is drawn, and the record knows its hash: any instance opens it, revoking and taking off shut it, and
/// no key makes another.</remarks>
/// <param name="wall">Wall time: it bounds who may look, and not a deadline of a case.</param>
internal sealed class DocumentLinks(Clerk clerk, PublicAddress address, WallClock wall) : IPaperLinks
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    // Nobody reads more at once; each is a line on the record.
    private const int MostOpen = 20;

    /// <returns><c>null</c> where the bot was not told its own address, so that no link leads to it, or too many are open.</returns>
    /// <param name="about"><see cref="MinutesPdf.About"/>: as a PDF.</param>
    public Task<Uri?> IssueAsync(
        Turn turn, CaseView view, Meeting meeting, int version, string? about, CancellationToken cancellationToken) =>
        IssueAsync(turn, view, meeting, version, null, about, cancellationToken);

    public Task<Uri?> IssueAsync(Turn turn, CaseView view, string paper, string about, CancellationToken cancellationToken) =>
        IssueAsync(turn, view, view.Case.Meeting, 0, paper, about, cancellationToken);

    private async Task<Uri?> IssueAsync(
        Turn turn, CaseView view, Meeting meeting, int version, string? paper, string? about, CancellationToken cancellationToken)
    {
        if (address.Find() is not { } root)
        {
            return null;
        }

        var (drawn, now, isOffered) = (Ticket.Draw(), wall.Time.GetUtcNow(), false);
        var (ticket, vouched) = (Ticket.Hash(drawn), turn.Asker().Vouched);
        var offered = new DocumentOffered(view.Reader.Id, turn.Asker().Id, ticket, version, now + Lasts)
        {
            Meeting = meeting.Id,
            Session = turn.Session,
            Paper = paper,
            About = about,
            Vouched = vouched.Count > 0 ? vouched : null,
        };
        await clerk.RecordAsync(view.Case.Id, $"document/{ticket}", @case =>
        {
            isOffered = @case.Links.Offers.Values.Count(one => one.Participant == view.Reader.Id && one.Until > now) < MostOpen;
            return isOffered ? [offered] : [];
        }, cancellationToken);
        return isOffered ? new($"{root.AbsoluteUri.TrimEnd('/')}/documents/{drawn}") : null;
    }

    /// <summary>What a link would open now.</summary>
    public async Task<(Case Case, OpenOffer Offer)?> FindAsync(string drawn, CancellationToken cancellationToken) =>
        await clerk.FindAsync(CaseTerms.Document(Ticket.Hash(drawn)), cancellationToken) is { } id
        && await clerk.LoadAsync(id, cancellationToken) is var @case
        && @case.Links.Offers.TryGetValue(Ticket.Hash(drawn), out var offer) && offer.Until > wall.Time.GetUtcNow()
            ? (@case, offer)
            : null;

    /// <returns>Whether this is the one fetch.</returns>
    public async Task<bool> TakeAsync(Case @case, string drawn, CancellationToken cancellationToken)
    {
        var (ticket, isFirst) = (Ticket.Hash(drawn), false);
        await clerk.RecordAsync(@case.Id, $"document-fetched/{Ticket.Draw()}", now =>
        {
            isFirst = now.Links.Offers.TryGetValue(ticket, out var offer);
            return isFirst ? [new DocumentFetched(offer!.Participant, ticket)] : [];
        }, cancellationToken);
        return isFirst;
    }
}
