using System.Text.RegularExpressions;
using StrategyBot.Conversations;
using StrategyBot.Phases;
using StrategyBot.Records;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>Who is signed in on a device: for one person of one case, behind one link.</summary>
/// <param name="Id">SHA-256 of what the browser shows: the record knows it as a fact.</param>
internal sealed record Session(LinkHolder Holder, string TokenHash, string Id)
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

/// <summary>A browser keeps a random id and nothing else; the record says at each request whose it is and whether it still holds, so that
/// neither a restart nor another instance signs anybody out, and no key signs anybody in.</summary>
internal sealed partial class Sessions(Clerk clerk, LinkKey key, LinkSettings settings, TimeProvider clock) : IPageSessions
{
    // The record decides how long; a browser keeps the cookie at most as long as the longest link.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(28);

    public void Begin(HttpContext http, string label, string drawn) =>
        http.Response.Cookies.Append(NameOf(label), drawn, Cookie(Longest));

    /// <summary>Signs out: on the record first, so that a copy of the cookie is worth nothing.</summary>
    public async Task EndAsync(HttpContext http, string label, CancellationToken cancellationToken)
    {
        if (!Label().IsMatch(label))
        {
            return;
        }

        if (await NamedAsync(http, label, cancellationToken) is { } session)
        {
            await clerk.RecordAsync(session.Holder.Case, $"signed-out/{session.Id}", now =>
                now.Links.Sessions.Any(one => one.Id == session.Id) ? [new SessionEnded(session.Holder.Participant, session.Id)] : [],
                cancellationToken);
        }

        http.Response.Cookies.Delete(NameOf(label), Cookie(null));
    }

    /// <param name="label">Which of the browser's sessions is meant.</param>
    /// <param name="use">For the access log; <c>null</c> for what the page does by itself.</param>
    /// <returns><c>null</c> if it is over, revoked, or never was.</returns>
    public async Task<OpenSession?> FindAsync(HttpContext http, string? label, string? use, CancellationToken cancellationToken) =>
        label is not null && await NamedAsync(http, label, cancellationToken) is { } session
            ? await FindAsync(session, use, cancellationToken)
            : null;

    public async Task<OpenSession?> FindAsync(Session session, string? use, CancellationToken cancellationToken)
    {
        var @case = await clerk.LoadAsync(session.Holder.Case, cancellationToken);
        if (@case.Links.Sessions.All(one => one.Id != session.Id) || @case.Links.Find(session.TokenHash) is not { } link
            || !LinkLife.Holds(@case, link, clock.GetUtcNow()) || key.Remake(@case, link) is null
            || @case.Find(link.Participant) is not { } holder)
        {
            return null;
        }

        return await clerk.ReadAsync(session.AskerOf(holder), @case.Id, LinkLife.Needs(holder), use, cancellationToken) is not null
            ? new(session, @case, holder)
            : null;
    }

    /// <summary>The case as whoever is signed in may see it, in the latest of their meetings.</summary>
    public async Task<CaseView?> ViewAsync(OpenSession me, string? use, CancellationToken cancellationToken) => me.Holder.IsInbox ? null
        : await clerk.ReadAsync(me.Session.AskerOf(me.Holder), me.Case.LatestFor(me.Holder.Id).Ref, LinkLife.Needs(me.Holder), use,
            cancellationToken);

    /// <summary>The session that this browser has for whoever a link is for: another letter's link asks for no second code (P11).</summary>
    /// <returns>Its label; <c>null</c> where there is none, whatever the reason.</returns>
    public async Task<string?> KnownAsync(HttpContext http, string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= LinkSignIn.LongestText } || Ticket.Hash(token) is not { } hash
            || await clerk.FindAsync(CaseTerms.Link(hash), cancellationToken) is not { } id)
        {
            return null;
        }

        var @case = await clerk.LoadAsync(id, cancellationToken);
        if (@case.Links.Find(hash) is not { } link || key.Remake(@case, link) != token || !LinkLife.Holds(@case, link, clock.GetUtcNow()))
        {
            return null;
        }

        foreach (var one in @case.Links.Sessions.Where(one => one.Participant == link.Participant))
        {
            var label = one.TokenHash[..12];
            if (await FindAsync(http, label, null, cancellationToken) is { } open
                && open.Session.Holder == new LinkHolder(id, link.Participant))
            {
                return label;
            }
        }

        return null;
    }

    /// <summary>Whether this browser is signed in with a session, by the id that the record knows it by.</summary>
    public async Task<Asker?> FindAsync(HttpContext http, CaseId @case, string id, CancellationToken cancellationToken) =>
        http.Request.Cookies.Any(cookie => Ticket.Hash(cookie.Value) == id)
        && (await clerk.LoadAsync(@case, cancellationToken)).Links.Sessions.FirstOrDefault(one => one.Id == id) is { } known
        && await FindAsync(new Session(new(@case, known.Participant), known.TokenHash, id), null, cancellationToken) is { } open
            ? open.Session.AskerOf(open.Holder)
            : null;

    private async Task<Session?> NamedAsync(HttpContext http, string label, CancellationToken cancellationToken)
    {
        if (!Label().IsMatch(label) || http.Request.Cookies[NameOf(label)] is not { Length: > 0 } drawn)
        {
            return null;
        }

        var id = Ticket.Hash(drawn);
        if (await clerk.FindAsync(CaseTerms.Session(id), cancellationToken) is not { } @case)
        {
            return null;
        }

        return (await clerk.LoadAsync(@case, cancellationToken)).Links.Sessions.FirstOrDefault(one => one.Id == id) is { } known
            && known.TokenHash.StartsWith(label, StringComparison.Ordinal)
                ? new(new(@case, known.Participant), known.TokenHash, id)
                : null;
    }

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
