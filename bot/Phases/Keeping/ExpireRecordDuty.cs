using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Deletes what is written of a case once its time is over and nothing keeps it (P16): a working copy by itself, a record when
/// information governance says so.</summary>
internal sealed class ExpireRecordDuty(Clerk clerk, TimeProvider clock) : IDuty
{
    public static string Kind => "keeping/expire";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the deletion of a case whose time is over";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed> Owes(Case @case) =>
        @case.Keeping.Expired is { } said ? [new Owed(Kind, said.At)]
        : RetentionRule.GoesByItself(@case) && RetentionRule.Of(@case) is { Keeps: [] } kept ? [new Owed(Kind, kept.At)]
        : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var now = await clerk.RecordAsync(@case.Id, $"{owed.Key}/{@case.Version}", one => one.Keeping.Expired is null
            && RetentionRule.Expire(one, clock.GetUtcNow()) is Decision.Accepted { Facts: var facts } ? facts : [], cancellationToken);
        if (now.Keeping.Expired is not null)
        {
            await clerk.DeleteAsync(@case.Id, cancellationToken);
        }

        return new Performed.Delivered("record", "");
    }
}
