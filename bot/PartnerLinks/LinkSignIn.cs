using System.Security.Cryptography;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>What came of asking for a code, or of typing one.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome() { }

    /// <summary>A code is on its way if the link is somebody's: the answer tells nothing of that.</summary>
    public sealed record Sent(string Challenge) : SignInOutcome;

    /// <param name="Drawn">What the browser keeps.</param>
    public sealed record In(Session Session, string Drawn) : SignInOutcome;

    /// <summary>The one answer for whatever reason.</summary>
    public sealed record No : SignInOutcome;

    /// <summary>Too often with this link from this address; nothing of it was looked at.</summary>
    public sealed record TooOften(string Sentence, TimeSpan Again) : SignInOutcome;
}

/// <summary>Lets in whoever has a link and the code that reached its owner; everybody else gets one and the same answer.</summary>
/// <remarks>Counted per link and address together: a hospital is one address, and whoever guesses at links shares no count with an
/// owner; what is no link at all shares its room in memory with all that is none, so that it puts out no link's count. What is counted in
/// memory keeps a machine quiet; what bounds guessing is counted on the record.</remarks>
internal sealed class LinkSignIn(Clerk clerk, LinkKey key, CodePost post, WallClock wall, TimeProvider clock, ILogger<LinkSignIn> logger)
{
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    // Somebody who presses again because the mail is slow, and no more: it is another person's mailbox.
    private const int MostCodes = 5;
    private static readonly TimeSpan CodesWithin = TimeSpan.FromMinutes(15);

    // Of one link from wherever, within an hour: a mailbox that is full is of no use to its owner, and what mails codes mails them for
    // all. The first from a place counts apart, so that a stranger's repeats are in nobody's way; a place that it was opened at, not at
    // all.
    private const int MostFirsts = 60, MostRepeats = 30;

    // More than a person types.
    private const int MostTries = 20;

    // Longer than anything ever sent; only keeps hashing short.
    public const int LongestText = 200;

    private readonly Counts tries = new(TimeSpan.FromMinutes(1));
    private readonly Counts codes = new(CodesWithin);
    private readonly Counts mailed = new(TimeSpan.FromHours(1));
    private readonly Counts opened = new(TimeSpan.FromDays(28));

    /// <summary>Has a code mailed if the link is somebody's and open. The answer tells nothing of that.</summary>
    /// <param name="again">The challenge of an earlier answer: as long as it is young, its code is sent again, so that the
    /// first mail works too.</param>
    public async Task<SignInOutcome> WantCodeAsync(string? token, string? again, string address, CancellationToken cancellationToken)
    {
        if (token is null or { Length: > LongestText })
        {
            return new SignInOutcome.No();
        }

        var (now, hash) = (wall.Time.GetUtcNow(), Ticket.Hash(token));
        var id = await clerk.FindAsync(CaseTerms.Link(hash), cancellationToken);
        var (of, place) = (id is null ? Counts.Nobodys : hash, $"{hash} {address}");
        var asked = codes.Add(of, place, now);
        if (asked.Count > MostCodes)
        {
            return new SignInOutcome.TooOften(
                $"{MostCodes} codes were asked for with this link from your network within {CodesWithin.TotalMinutes:0} minutes, so no "
                    + $"more are sent there just now. A code that came less than {CodeLifetime.TotalMinutes:0} minutes ago still works.",
                asked.Since + CodesWithin - now);
        }

        if (!opened.Knows(of, place, now) && ByAll(of, hash, asked.Count == 1, now) is { } full)
        {
            return full;
        }

        var challenge = again is { Length: <= LongestText } && key.Read(again, hash) is { } young && now - young.Wall < CodeLifetime / 2
            ? again
            : key.Challenge(hash, now, clock.GetUtcNow());
        // Only real links wait for the post, so that no flood of others is in their way.
        if (id is { } found && !post.Want(new(found, hash, challenge, key.From(hash, address))))
        {
            return new SignInOutcome.TooOften("Codes can't be mailed fast enough just now, so none was sent.", TimeSpan.FromMinutes(1));
        }

        return new SignInOutcome.Sent(challenge);
    }

    public async Task<SignInOutcome> SignInAsync(
        string? token, string? challenge, string? code, string address, CancellationToken cancellationToken)
    {
        if (token is null or { Length: > LongestText } || challenge is null or { Length: > LongestText }
            || code is null or { Length: > LongestText })
        {
            return new SignInOutcome.No();
        }

        var (now, hash) = (wall.Time.GetUtcNow(), Ticket.Hash(token));
        var found = await clerk.FindAsync(CaseTerms.Link(hash), cancellationToken);
        var (of, place) = (found is null ? Counts.Nobodys : hash, $"{hash} {address}");
        if (tries.Add(of, place, now) is { Count: > MostTries } tried)
        {
            return new SignInOutcome.TooOften(
                $"This link was tried more than {MostTries} times from your network within a minute, so this try was not looked at, and "
                    + "it doesn't count as a wrong code.",
                tried.Since + TimeSpan.FromMinutes(1) - now);
        }

        if (key.Read(challenge, hash) is not { } asked || now - asked.Wall >= CodeLifetime || found is not { } id)
        {
            return new SignInOutcome.No();
        }

        var @case = await clerk.LoadAsync(id, cancellationToken);
        if (@case.Links.Find(hash) is not { } link || key.Remake(@case, link) != token)
        {
            return new SignInOutcome.No();
        }

        var from = key.From(hash, address);
        if (LinkKey.IsCode(asked, link, string.Concat(code.Where(letter => !char.IsWhiteSpace(letter)))))
        {
            var outcome = await OpenAsync(@case, link, from, challenge, cancellationToken);
            if (outcome is SignInOutcome.In)
            {
                opened.Add(of, place, now);
            }

            return outcome;
        }

        await CountAsync(id, hash, from, cancellationToken);
        return new SignInOutcome.No();
    }

    /// <summary>Too many codes by one link, from however many places; the same for a link of nobody's.</summary>
    private SignInOutcome.TooOften? ByAll(string of, string hash, bool isFirst, DateTimeOffset now)
    {
        var all = mailed.Add(of, isFirst ? $"{hash} first" : hash, now);
        return all.Count <= (isFirst ? MostFirsts : MostRepeats) ? null : new(
            "Codes were asked for with this link from many places within the hour, so no more are sent just now. A code that came less "
                + $"than {CodeLifetime.TotalMinutes:0} minutes ago still works. Ask whoever invited you for a new link: it works at once.",
            all.Since + TimeSpan.FromHours(1) - now);
    }

    private async Task<SignInOutcome> OpenAsync(
        Case @case, PersonalLink link, string from, string challenge, CancellationToken cancellationToken)
    {
        if (@case.Find(link.Participant) is not { } holder)
        {
            return new SignInOutcome.No();
        }

        var drawn = Ticket.Draw();
        var session = new Session(new(@case.Id, link.Participant), link.TokenHash, Ticket.Hash(drawn));
        // Named after the code: the second use of one writes nothing, on whatever instance.
        var (decision, _) = await clerk.AskAsync(
            session.AskerOf(holder), @case.Id, LinkLife.Needs(holder), $"link-code/{Ticket.Hash(challenge)}",
            (now, _) => LinkLife.Open(now, session, from, clock.GetUtcNow()), cancellationToken);
        if (decision is not Decision.Accepted { Facts.Count: > 0 })
        {
            return new SignInOutcome.No();
        }

        logger.SignedIn(@case.Id.Value, link.Participant.Value);
        return new SignInOutcome.In(session, drawn);
    }

    private async Task CountAsync(CaseId id, string hash, string from, CancellationToken cancellationToken)
    {
        var locks = false;
        await clerk.RecordAsync(id, $"wrong-code/{RandomNumberGenerator.GetHexString(32)}", now =>
        {
            var facts = LinkLife.CountWrongCode(now, hash, from);
            locks = facts.OfType<LinkLocked>().Any();
            return facts;
        }, cancellationToken);
        if (locks)
        {
            logger.Locked(id.Value);
        }
    }
}
