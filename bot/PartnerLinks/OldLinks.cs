using StrategyBot.Obligations;
using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.PartnerLinks;

/// <summary>Looks all cases through once, after the upgrade: for links of the first releases, whose tokens follow from the key alone.
/// What they may still open is ruled at each visit (<see cref="LinkLife"/>); this settles it and has new ones sent.</summary>
internal sealed class OldLinks(IRecord record, Clerk clerk, WallClock wall, ILogger<OldLinks> logger) : BackgroundService
{
    // Its first line says that it is done.
    private const string Done = "upgrades/link-nonces";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.OldLinksNotSeen(failure.GetType().Name);
                await Task.WhenAny(Task.Delay(Again, wall.Time, stoppingToken));
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // A start that ends at once takes the store away under it; the next start looks.
                return;
            }
        }
    }

    /// <param name="again">Also where it was done.</param>
    internal async Task LookAsync(CancellationToken cancellationToken, bool again = false)
    {
        if (!again && (await record.ReadAsync(Done, 0, cancellationToken)).Count > 0)
        {
            return;
        }

        foreach (var stream in await record.StreamsAsync("cases/", cancellationToken))
        {
            try
            {
                await clerk.RecordAsync(CaseCodec.CaseOf(stream), Done, LinkLife.Renew, cancellationToken);
            }
            catch (LeftAloneException)
            {
                // Whoever can read it has looked already.
            }
        }

        var envelope = new Envelope(
            Done, 1, "looked-through", wall.Time.GetUtcNow(), null, PersonId.Bot.Value, null, Done, null, null, null);
        await record.TryAppendAsync(Done, 0, [Line.Next(envelope, "{}", salt: "", "")], Done, null, cancellationToken);
    }
}
