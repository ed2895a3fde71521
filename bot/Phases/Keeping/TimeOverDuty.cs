using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Writes down that the time of a working copy is over, once nothing keeps it (P16): from then on it is being deleted. Of a
/// record information governance says so.</summary>
internal sealed class TimeOverDuty(Clerk clerk, TimeProvider clock) : IDuty
{
    // What kept it was answered meanwhile, or came up.
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public static string Kind => "keeping/time-over";

    public static DateTimeOffset Since => ExpireRecordDuty.Since;

    public static string Says => ExpireRecordDuty.Says;

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Keeping.Expired is null && RetentionRule.GoesByItself(@case) && RetentionRule.Of(@case) is { Keeps: [] } kept
            ? [new Owed(Kind, kept.At)] : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var now = await clerk.RecordAsync(@case.Id, $"{owed.Key}/{@case.Version}", one => one.Keeping.Expired is null
            && RetentionRule.Expire(one, clock.GetUtcNow()) is Decision.Accepted { Facts: var facts } ? facts : [], cancellationToken);
        return now.Keeping.Expired is null ? new Performed.NotYet(Again) : new Performed.Delivered("record", "");
    }
}
