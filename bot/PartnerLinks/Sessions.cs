using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Records;

namespace StrategyBot.PartnerLinks;

/// <summary>Who is signed in on a device: for one person of one case, behind one link.</summary>
public sealed record Session(LinkHolder Holder, string TokenHash)
{
    /// <summary>Tells apart what is open in one browser; opens nothing by itself.</summary>
    public string Label => TokenHash[..12];

    public Asker AskerOf(Participant holder) => new(PersonId.Behind(Holder), holder.Name, holder.Mail, "") { Link = Holder };
}

/// <summary>A session as it stands now: the link is open, and its holder is on the case.</summary>
internal sealed record OpenSession(Session Session, Case Case, Participant Holder)
{
    public Speaker Speaker { get; } =
        new(LinkHolder.Tenant, $"{Session.Holder.Case.Value}/{Session.Holder.Participant.Value}", "", Holder.Name, Holder.Mail);
}

/// <summary>Keeps sessions in the browser, sealed, so that neither a restart nor another instance signs anybody out;
/// the record says at each request whether they still hold.</summary>
internal sealed partial class Sessions(Clerk clerk, LinkKey key, LinkSettings settings, TimeProvider clock)
{
    // The record decides how long; a browser keeps the cookie at most as long as the longest link.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(28);

    public void Begin(HttpContext http, Session session) => http.Response.Cookies.Append(
        NameOf(session.Label), key.Seal(string.Join('\n', session.Holder.Case.Value, session.Holder.Participant.Value, session.TokenHash)),
        Cookie(Longest));

    public void End(HttpContext http, string label)
    {
        if (Label().IsMatch(label))
        {
            http.Response.Cookies.Delete(NameOf(label), Cookie(null));
        }
    }

    /// <param name="label">Which of the browser's sessions is meant.</param>
    /// <param name="use">For the access log; <c>null</c> for what the page does by itself.</param>
    /// <returns><c>null</c> if it is over, revoked, or never was.</returns>
    public async Task<OpenSession?> FindAsync(HttpContext http, string? label, string? use, CancellationToken cancellationToken)
    {
        if (label is null || !Label().IsMatch(label) || Read(http.Request.Cookies[NameOf(label)]) is not { } session
            || session.Label != label)
        {
            return null;
        }

        return await FindAsync(session, use, cancellationToken);
    }

    public async Task<OpenSession?> FindAsync(Session session, string? use, CancellationToken cancellationToken)
    {
        var @case = await clerk.LoadAsync(session.Holder.Case, cancellationToken);
        if (@case.Links.Find(session.TokenHash) is not { } link || link.Participant != session.Holder.Participant
            || !LinkLife.Holds(@case, link, clock.GetUtcNow()) || @case.Find(link.Participant) is not { } holder)
        {
            return null;
        }

        return await clerk.ReadAsync(session.AskerOf(holder), @case.Id, LinkLife.Needs(holder), use, cancellationToken) is not null
            ? new(session, @case, holder)
            : null;
    }

    private Session? Read(string? cookie) =>
        key.Unseal(cookie)?.Split('\n') is [var @case, var participant, { Length: > 12 } hash]
            ? new(new(new(@case), new(participant)), hash)
            : null;

    // The prefix makes a browser refuse the cookie from a neighbouring host or over plain http.
    private string NameOf(string label) => settings.IsSandbox ? $"link-{label}" : $"__Host-link-{label}";

    private CookieOptions Cookie(TimeSpan? maxAge) =>
        new()
        {
            HttpOnly = true,
            Secure = !settings.IsSandbox,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = maxAge,
            IsEssential = true,
        };

    [GeneratedRegex("^[0-9a-f]{12}$")]
    private static partial Regex Label();
}
