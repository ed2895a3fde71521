using StrategyBot.Conversations;
using StrategyBot.Graph;

namespace StrategyBot.Phases.Convening;

/// <summary>The partners as the directory told them.</summary>
/// <param name="AsOf">When it told them, where it can't be asked now; <c>null</c> where it was asked just now.</param>
/// <param name="IsKnown">Whether it ever answered.</param>
internal sealed record PartnerList(IReadOnlyList<Contact> Contacts, DateTimeOffset? AsOf, bool IsKnown);

/// <summary>Asks the directory, and falls back on what it said last: convening never waits for it.</summary>
internal sealed class LastKnownPartners(PartnerDirectory directory, TimeProvider clock)
{
    private PartnerList last = new([], null, IsKnown: false);

    public Task<PartnerList> AskAsync(Patience patience, CancellationToken cancellationToken) => patience.AskAsync(
        async token =>
        {
            var contacts = await directory.ContactsAsync(token);
            last = new(contacts, clock.GetUtcNow(), IsKnown: true);
            return last with { AsOf = null };
        },
        () => last,
        cancellationToken);
}
