using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.Forms;

/// <summary>From what the channel vouches for to who asks on a case.</summary>
internal static class Turns
{
    /// <summary>One of the authority's own people, by its own sign-in.</summary>
    public static bool IsOfAuthority(this Turn turn, TeamsSettings teams) =>
        turn.Asker().Link is null && !turn.By.IsGuest && turn.By.TenantId == teams.TenantId;

    public static Asker Asker(this Turn turn) =>
        new(PersonId.Of(turn.By.TenantId, turn.By.ObjectId), turn.By.Name, turn.By.Mail, turn.By.ChannelId)
        {
            Link = LinkOf(turn),
            Vouched = turn.By.Vouched,
        };

    /// <summary>The case and meeting that a form means.</summary>
    public static CaseRef Ref(this ICaseForm form) => CaseRef.Sent(form.Case);

    /// <summary>A case, cut to whoever pressed a button or typed a line about it; <c>null</c> for anyone who may not.</summary>
    /// <param name="what">As <see cref="Clerk.ShowAsync"/> logs it.</param>
    public static Task<CaseView?> ReadAsync(
        this Clerk clerk, Turn turn, CaseRef at, Capability needs, string? what, CancellationToken cancellationToken) =>
        clerk.ReadAsync(turn.Asker(), at, needs, what, cancellationToken);

    // Only the page's own endpoint makes turns of this kind, after it has checked the link.
    private static LinkHolder? LinkOf(Turn turn) =>
        turn.At.Kind == PlaceKind.Page && turn.By.TenantId == LinkHolder.Tenant
            && turn.By.ObjectId.Split('/') is [var @case, var participant]
            ? new(new(@case), new(participant))
            : null;
}
