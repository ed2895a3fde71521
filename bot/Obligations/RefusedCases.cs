using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Obligations;

/// <summary>What was refused outside across all cases: for <c>check</c>, and to have it tried again after a repair.</summary>
internal sealed class RefusedCases(IRecord record, Clerk clerk, Duties duties, TimeProvider clock)
{
    public async Task<IReadOnlyList<(CaseId Case, IReadOnlyList<RefusedEffect> Refused)>> ReadAsync(CancellationToken cancellationToken)
    {
        var found = new List<(CaseId, IReadOnlyList<RefusedEffect>)>();
        foreach (var stream in await record.FindAsync(CaseTerms.Refused, cancellationToken))
        {
            var id = CaseCodec.CaseOf(stream);
            try
            {
                found.Add((id, duties.RefusedIn(await clerk.LoadAsync(id, cancellationToken), clock.GetUtcNow())));
            }
            catch (LeftAloneException)
            {
                // A newer release, or whoever mends the record, sees to it.
            }
        }

        return [.. found.Where(one => one.Item2.Count > 0)];
    }

    /// <returns>How many are tried again now.</returns>
    public async Task<int> AskAgainAsync(CancellationToken cancellationToken)
    {
        var (now, count) = (clock.GetUtcNow(), 0);
        foreach (var (id, refused) in await ReadAsync(cancellationToken))
        {
            count += refused.Count;
            await clerk.RecordAsync(id, $"try-again#{now.UtcTicks}",
                @case => [.. duties.RefusedIn(@case, now).Select(one => new EffectAskedAgain(one.Key))], cancellationToken);
        }

        return count;
    }
}
