using System.Security.Cryptography;
using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.PartnerLinks;

/// <summary>Lets in whoever has a link and the code that reached its owner; everybody else gets one and the same answer.</summary>
internal sealed class LinkSignIn(Clerk clerk, LinkKey key, CodePost post, WallClock wall, TimeProvider clock, ILogger<LinkSignIn> logger)
{
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    // Far beyond what the partners of one authority type in a minute; it slows down a machine that guesses.
    private const int MostTriesAMinute = 300;

    // Longer than anything ever sent; only keeps hashing short.
    private const int LongestText = 200;

    private readonly Counts tries = new(TimeSpan.FromMinutes(1));

    /// <summary>Has a code mailed if the link is somebody's and open. The answer tells nothing of that.</summary>
    /// <param name="again">The challenge of an earlier answer: as long as it is young, its code is sent again, so that the
    /// first mail works too.</param>
    /// <returns>A challenge to show with the code; <c>null</c> where too many ask.</returns>
    public string? WantCode(string? token, string? again)
    {
        var now = wall.Time.GetUtcNow();
        if (token is null or { Length: > LongestText } || tries.Add("code", now) > MostTriesAMinute)
        {
            return null;
        }

        var hash = LinkKey.Hash(token);
        var challenge =
            again is { Length: <= LongestText } && key.ChallengedAt(again, hash) is { } at && now - at < CodeLifetime / 2
                ? again
                : key.Challenge(hash, now);
        post.Want(new(hash, challenge));
        return challenge;
    }

    /// <returns>The session that begins, or <c>null</c>, whatever the reason.</returns>
    public async Task<Session?> SignInAsync(string? token, string? challenge, string? code, CancellationToken cancellationToken)
    {
        if (token is null or { Length: > LongestText } || challenge is null or { Length: > LongestText }
            || code is null or { Length: > LongestText }
            || tries.Add("sign-in", wall.Time.GetUtcNow()) > MostTriesAMinute)
        {
            return null;
        }

        var hash = LinkKey.Hash(token);
        if (await clerk.FindAsync(CaseTerms.Link(hash), cancellationToken) is not { } id || !IsYoung(challenge, hash))
        {
            return null;
        }

        if (key.IsCode(challenge, code.Trim()))
        {
            return await OpenAsync(id, hash, challenge, cancellationToken);
        }

        await CountAsync(id, hash, cancellationToken);
        return null;
    }

    private bool IsYoung(string challenge, string hash) =>
        key.ChallengedAt(challenge, hash) is { } at && wall.Time.GetUtcNow() - at < CodeLifetime;

    private async Task<Session?> OpenAsync(CaseId id, string hash, string challenge, CancellationToken cancellationToken)
    {
        var @case = await clerk.LoadAsync(id, cancellationToken);
        if (@case.Links.Find(hash) is not { } link || @case.Find(link.Participant) is not { } holder)
        {
            return null;
        }

        var session = new Session(new(id, link.Participant), hash);
        // Named after the code: the second use of one writes nothing, on whatever instance.
        var (decision, _) =
            await clerk.AskAsync(session.AskerOf(holder), id, LinkLife.Needs(holder), $"link-code/{LinkKey.Hash(challenge)}",
            (now, _) => LinkLife.Open(now, hash, clock.GetUtcNow()), cancellationToken);
        if (decision is not Decision.Accepted { Facts.Count: > 0 })
        {
            return null;
        }

        logger.SignedIn(id.Value, link.Participant.Value);
        return session;
    }

    private async Task CountAsync(CaseId id, string hash, CancellationToken cancellationToken)
    {
        var locks = false;
        await clerk.RecordAsync(id, $"wrong-code/{RandomNumberGenerator.GetHexString(32)}", now =>
        {
            var facts = LinkLife.CountWrongCode(now, hash);
            locks = facts.OfType<LinkLocked>().Any();
            return facts;
        }, cancellationToken);
        if (locks)
        {
            logger.Locked(id.Value);
        }
    }
}
