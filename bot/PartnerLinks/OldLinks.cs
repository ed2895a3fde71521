using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.PartnerLinks;

/// <summary>Looks all cases through once, after the upgrade: for links of the first releases, whose tokens follow from the key alone.
/// What they may still open is ruled at each visit (<see cref="LinkLife"/>); this settles it and has new ones sent.</summary>
internal sealed class OldLinks(IRecord record, Clerk clerk, WallClock wall, ILogger<OldLinks> logger) : BackgroundService
{
    private const string Source = "upgrades/link-nonces";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    // Not asked again while one of the others waits to be mended.
    private readonly HashSet<string> looked = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await LookAsync(stoppingToken))
                {
                    return;
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.OldLinksNotSeen(failure.GetType().Name);
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                // A start that ends at once takes the store away under it; the next start looks.
                return;
            }

            await Task.WhenAny(Task.Delay(Again, wall.Time, stoppingToken));
        }
    }

    /// <param name="again">Also where it was done.</param>
    /// <returns>Whether every case was looked at. One that can't be read is tried again until it can: <c>check</c> says which.</returns>
    internal async Task<bool> LookAsync(CancellationToken cancellationToken, bool again = false)
    {
        if (!again && (await record.ReadAsync(CaseCodec.OldLinksSettled, 0, cancellationToken)).Count > 0)
        {
            return true;
        }

        var isWhole = true;
        foreach (var stream in (await record.StreamsAsync("cases/", cancellationToken)).Where(stream => !looked.Contains(stream)))
        {
            try
            {
                await clerk.RecordAsync(CaseCodec.CaseOf(stream), Source, LinkLife.Renew, cancellationToken);
                looked.Add(stream);
            }
            catch (LeftAloneException)
            {
                isWhole = false;
            }
        }

        if (isWhole)
        {
            var envelope = new Envelope(CaseCodec.OldLinksSettled, 1, "looked-through", wall.Time.GetUtcNow(), null, PersonId.Bot.Value,
                null, CaseCodec.OldLinksSettled, null, null, null);
            await record.TryAppendAsync(CaseCodec.OldLinksSettled, 0, [Line.Next(envelope, "{}", salt: "", "")],
                CaseCodec.OldLinksSettled, null, cancellationToken);
        }

        return isWhole;
    }
}
