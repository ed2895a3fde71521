using StrategyBot.Forms;
using StrategyBot.Graph;

namespace StrategyBot.Phases.Convening;

/// <summary>The partners as the directory told them.</summary>
/// <param name="AsOf">When it told them, where it can't be asked now; <c>null</c> where it was asked just now.</param>
/// <param name="IsKnown">Whether it ever answered.</param>
internal sealed record PartnerList(IReadOnlyList<Contact> Contacts, DateTimeOffset? AsOf, bool IsKnown);

/// <summary>Asks the directory, and falls back on what it said last: convening never waits for it.</summary>
internal sealed class Partners(PartnerDirectory directory, TimeProvider clock)
{
    private (IReadOnlyList<Contact> Contacts, DateTimeOffset At)? last;

    public async Task<PartnerList> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var patience = Patience.For(cancellationToken);
            var contacts = await directory.ContactsAsync(patience.Token);
            last = (contacts, clock.GetUtcNow());
            return new(contacts, null, IsKnown: true);
        }
        catch (Exception failure) when (Patience.IsOutage(failure, cancellationToken))
        {
            return last is { } known ? new(known.Contacts, known.At, IsKnown: true) : new([], null, IsKnown: false);
        }
    }
}
