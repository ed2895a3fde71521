using StrategyBot.Obligations;

namespace StrategyBot.Checking;

/// <summary>What the bot was refused and waits to try again, and why; in counts, as nothing here is of a case.</summary>
internal sealed class RefusedCheck(RefusedCases refused) : ICheck
{
    private const string What = "what waits";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var groups = (await refused.ReadAsync(cancellationToken)).SelectMany(one => one.Refused)
                .GroupBy(one => (one.Says, Why: one.Why())).ToList();
            return groups.Count == 0
                ? [new(Verdict.Ok, What, "nothing that was refused.")]
                : [.. groups.Select(group => new Finding(Verdict.SeeTo, What,
                    $"{group.Key.Says} ({group.Count()}): {group.Key.Why}. It is tried every four hours at the latest; "
                        + "once it is mended, `try-again` has it tried at once."))];
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [new(Verdict.NotChecked, What, $"the record can't be read ({failure.GetType().Name}); the store comes first.")];
        }
    }
}
