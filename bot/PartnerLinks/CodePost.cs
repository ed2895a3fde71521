using System.Threading.Channels;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules;
using StrategyBot.Rules.Effects;
using StrategyBot.Starting;

namespace StrategyBot.PartnerLinks;

/// <summary>Mails a code. The room knows no Graph, so whoever wires it says how.</summary>
/// <param name="mail">The address that the link went to.</param>
/// <param name="key">Names the letter in the mailbox.</param>
internal delegate Task SendCode(string mail, string key, string subject, string body, CancellationToken cancellationToken);

/// <summary>Sends codes behind the answer, so that a link of nobody's is answered as fast and in the same words as anybody's.</summary>
internal sealed class CodePost(
    Clerk clerk, LinkKey key, SendCode send, LetterText text, Words words, WallClock wall, TimeProvider clock,
    ILogger<CodePost> logger) : BackgroundService
{
    private readonly Channel<CodeWanted> wanted = Channel.CreateBounded<CodeWanted>(500);
    private readonly Counts sent = new(LinkSignIn.CodeLifetime);

    /// <returns><c>false</c> where too many wait already.</returns>
    public bool Want(CodeWanted code) => wanted.Writer.TryWrite(code);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var code in wanted.Reader.ReadAllAsync(stoppingToken))
            {
                await TrySendAsync(code, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host says nothing of an orderly end; of any other it prints a stack.
        }
    }

    private async Task TrySendAsync(CodeWanted code, CancellationToken stoppingToken)
    {
        try
        {
            await SendAsync(code, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // Whoever waits presses again; nothing is owed.
            logger.CodeNotSent(failure.GetType().Name, (failure as EffectFailedException)?.Status ?? 0);
        }
    }

    private async Task SendAsync(CodeWanted code, CancellationToken cancellationToken)
    {
        var @case = await clerk.LoadAsync(code.Case, cancellationToken);
        if (@case.Links.Find(code.TokenHash) is not { } link || !LinkLife.IsOpen(@case, link, code.From, clock.GetUtcNow())
            || key.Remake(@case, link) is null || key.Read(code.Challenge, code.TokenHash) is not { } challenge)
        {
            return;
        }

        var (to, now) = (@case.Find(link.Participant)!, clock.GetUtcNow());
        var (subject, body) = text.OfCode(@case, to, LinkKey.Code(challenge, link), now, now + LinkSignIn.CodeLifetime,
            LinkLife.StaysSignedIn(@case, link, words));
        var name = Ticket.Hash(code.Challenge)[..16];
        await send(to.Mail, $"link-code/{name}/{sent.Add(name, wall.Time.GetUtcNow()).Count}", subject, body, cancellationToken);
        logger.CodeSent(@case.Id.Value, link.Participant.Value);
    }

    /// <summary>A browser asks that the code of a challenge be mailed to the owner of a link.</summary>
    /// <param name="From">Where it was asked for.</param>
    internal sealed record CodeWanted(CaseId Case, string TokenHash, string Challenge, string From);
}

/// <summary>How often something happened within a window of wall time. A name is known for a while and then forgotten, and so many at
/// most, so that no flood of names fills the memory.</summary>
internal sealed class Counts(TimeSpan window, int most = 10_000)
{
    private readonly Dictionary<string, (int Count, DateTimeOffset Since)> counts = new(StringComparer.Ordinal);

    /// <summary>How many names are known.</summary>
    public int Known => counts.Count;

    /// <returns>How often within the window, this time included, and since when.</returns>
    public (int Count, DateTimeOffset Since) Add(string name, DateTimeOffset now)
    {
        lock (counts)
        {
            var before = counts.TryGetValue(name, out var known) && now - known.Since < window ? known : (Count: 0, Since: now);
            if (before.Count == 0 && counts.Count >= most)
            {
                Forget(now);
            }

            return counts[name] = (before.Count + 1, before.Since);
        }
    }

    // The oldest half at once, so that a full one is not sorted at each call.
    private void Forget(DateTimeOffset now)
    {
        foreach (var old in counts.OrderBy(one => one.Value.Since).Where((one, at) => at < most / 2 || now - one.Value.Since >= window)
            .Select(one => one.Key).ToList())
        {
            counts.Remove(old);
        }
    }
}
