using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary>Fills the shelves once after an update that lays other rows there; until then the board says that it is not whole.</summary>
internal sealed class ShelfFilling(Clerk clerk, ILogger<ShelfFilling> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await clerk.FillShelvesAsync(BoardRow.Form, stoppingToken);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            // The next start tries again, and so does rebuild-indexes.
            logger.NotFilled(failure.GetType().Name);
        }
    }
}

internal static partial class OverseeingLog
{
    [LoggerMessage(EventId = 6501, Level = LogLevel.Warning,
        Message = "What the service's board reads could not be made from the records ({Failure}): run rebuild-indexes, or start again")]
    public static partial void NotFilled(this ILogger logger, string failure);
}
