using System.Threading.Channels;
using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules.Effects;

namespace StrategyBot.PartnerLinks;

/// <summary>Mails a code. The room knows no Graph, so whoever wires it says how.</summary>
/// <param name="mail">The address that the link went to.</param>
/// <param name="key">Names the letter in the mailbox.</param>
/// <param name="subject">Reference and word only (P22).</param>
public delegate Task SendCode(string mail, string key, string subject, string body, CancellationToken cancellationToken);

/// <summary>A browser asks that the code of a challenge be mailed to the owner of a token, if there is one.</summary>
internal sealed record CodeWanted(string TokenHash, string Challenge);

/// <summary>Sends codes behind the answer, so that a link of nobody's is answered as fast and in the same words as anybody's.</summary>
internal sealed class CodePost(
    Clerk clerk, LinkKey key, SendCode send, WallClock wall, TimeProvider clock, ILogger<CodePost> logger) : BackgroundService
{
    // Somebody who presses again because the mail is slow, and no more: it is another person's mailbox.
    private const int MostPerLink = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Channel<CodeWanted> wanted =
        Channel.CreateBounded<CodeWanted>(new BoundedChannelOptions(500) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Counts sent = new(Window);

    public void Want(CodeWanted code) => wanted.Writer.TryWrite(code);

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
        if (await clerk.FindAsync(CaseTerms.Link(code.TokenHash), cancellationToken) is not { } id)
        {
            return;
        }

        var @case = await clerk.LoadAsync(id, cancellationToken);
        if (@case.Links.Find(code.TokenHash) is not { } link || !LinkLife.IsOpen(@case, link, clock.GetUtcNow())
            || sent.Add(code.TokenHash, wall.Time.GetUtcNow()) > MostPerLink)
        {
            return;
        }

        var body =
            $"{key.Code(code.Challenge)}\n\nThis is the code for the page that you have open. It works for "
                + $"{LinkSignIn.CodeLifetime.TotalMinutes} minutes, once.\n"
            + "If you did not ask for it, somebody else has your link: tell the chair.\n";
        await send(@case.Find(link.Participant)!.Mail, $"link-code/{LinkKey.Hash(code.Challenge)[..16]}/{sent.Of(code.TokenHash)}",
            $"{@case.Id} {@case.CheckWord}", body, cancellationToken);
        logger.CodeSent(@case.Id.Value, link.Participant.Value);
    }
}

/// <summary>How often something happened within a window of wall time.</summary>
internal sealed class Counts(TimeSpan window)
{
    // Past this many names the oldest windows are thrown away first; nobody real has so many.
    private const int Most = 10_000;

    private readonly Dictionary<string, (int Count, DateTimeOffset Since)> counts = new(StringComparer.Ordinal);

    /// <returns>How often within the window, this time included.</returns>
    public int Add(string name, DateTimeOffset now)
    {
        lock (counts)
        {
            if (counts.Count >= Most)
            {
                foreach (var old in counts.Where(one => now - one.Value.Since >= window).Select(one => one.Key).ToList())
                {
                    counts.Remove(old);
                }
            }

            var before = counts.TryGetValue(name, out var known) && now - known.Since < window ? known : (0, now);
            counts[name] = (before.Item1 + 1, before.Item2);
            return before.Item1 + 1;
        }
    }

    public int Of(string name)
    {
        lock (counts)
        {
            return counts.TryGetValue(name, out var known) ? known.Count : 0;
        }
    }
}
