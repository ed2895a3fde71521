using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Deletes what is written of a case whose time is over (P16). Last: what stands outside the record is found by it, and is deleted
/// before.</summary>
internal sealed class ExpireRecordDuty(Clerk clerk) : IDuty
{
    // While something stands outside: that has duties of its own, which come before this one.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    public static string Kind => "keeping/expire";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the deletion of a case whose time is over";

    public static bool OutlivesClosing => true;

    public static IEnumerable<Owed> Owes(Case @case) =>
        RetentionRule.IsGoing(@case) ? [new Owed(Kind, @case.Keeping.Expired!.At)] : [];

    public async Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
    {
        if (!RetentionRule.IsGoing(@case) || OutsideCopies.IsLeft(@case))
        {
            return new Performed.NotYet(Again);
        }

        await clerk.RecordAsync(@case.Id, $"{owed.Key}/traces", one => one.Keeping.Traces is null ? [OutsideCopies.Of(one)] : [],
            cancellationToken);
        await clerk.DeleteAsync(@case.Id, cancellationToken);
        return new Performed.Delivered("record", "");
    }
}
