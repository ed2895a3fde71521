using StrategyBot.Conversations;

namespace StrategyBot.Forms;

/// <summary>From what the channel vouches for to who asks on a case.</summary>
internal static class Turns
{
    public static Asker Asker(this Turn turn) =>
        new(PersonId.Of(turn.By.TenantId, turn.By.ObjectId), turn.By.Name, turn.By.Mail, turn.By.ChannelId)
        {
            Link = LinkOf(turn),
            Vouched = turn.By.Vouched,
        };

    // Only the page's own endpoint makes turns of this kind, after it has checked the link.
    private static LinkHolder? LinkOf(Turn turn) =>
        turn.At.Kind == PlaceKind.Page && turn.By.TenantId == LinkHolder.Tenant
            && turn.By.ObjectId.Split('/') is [var @case, var participant]
            ? new(new(@case), new(participant))
            : null;
}
