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
    // Of so many links at once, and of each so many: whoever has one keeps no other's waiting.
    private const int MostLinks = 500, MostOfALink = 120;

    // A link stands here once, however many codes wait for it; then it is the next one's turn.
    private readonly Channel<string> turns = Channel.CreateUnbounded<string>(new() { SingleReader = true });
    private readonly Dictionary<string, Queue<CodeWanted>> waiting = new(StringComparer.Ordinal);
    private readonly Counts sent = new(LinkSignIn.CodeLifetime);

    /// <returns><c>false</c> where too many wait already.</returns>
    public bool Want(CodeWanted code)
    {
        lock (waiting)
        {
            if (waiting.TryGetValue(code.TokenHash, out var codes))
            {
                if (codes.Any(one => one.Challenge == code.Challenge))
                {
                    // It is on its way already.
                    return true;
                }

                if (codes.Count < MostOfALink)
                {
                    codes.Enqueue(code);
                    return true;
                }

                return false;
            }

            if (waiting.Count >= MostLinks)
            {
                return false;
            }

            waiting[code.TokenHash] = new([code]);
            return turns.Writer.TryWrite(code.TokenHash);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var link in turns.Reader.ReadAllAsync(stoppingToken))
            {
                await TrySendAsync(Next(link), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host says nothing of an orderly end; of any other it prints a stack.
        }
    }

    private CodeWanted Next(string link)
    {
        lock (waiting)
        {
            var codes = waiting[link];
            var next = codes.Dequeue();
            if (codes.Count == 0)
            {
                waiting.Remove(link);
            }
            else
            {
                turns.Writer.TryWrite(link);
            }

            return next;
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
        var times = sent.Add(code.TokenHash, name, wall.Time.GetUtcNow()).Count;
        await send(to.Mail, $"link-code/{name}/{times}", subject, body, cancellationToken);
        logger.CodeSent(@case.Id.Value, link.Participant.Value);
    }

    /// <summary>A browser asks that the code of a challenge be mailed to the owner of a link.</summary>
    /// <param name="From">Where it was asked for.</param>
    internal sealed record CodeWanted(CaseId Case, string TokenHash, string Challenge, string From);
}
