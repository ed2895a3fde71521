using StrategyBot.Records;
using StrategyBot.Rules;

namespace StrategyBot.Checking;

/// <summary>In which cases links of the first releases can't be looked for; nothing where there is none.</summary>
internal sealed class LinksCheck(IRecord record, Clerk clerk) : ICheck
{
    private const string What = "earlier links";

    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await record.ReadAsync(CaseCodec.OldLinksSettled, 0, cancellationToken)).Count > 0
                ? []
                : await UnreadAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [new(Verdict.NotChecked, What, $"the record can't be read ({failure.GetType().Name}); the store comes first.")];
        }
    }

    private async Task<IReadOnlyList<Finding>> UnreadAsync(CancellationToken cancellationToken)
    {
        var found = new List<Finding>();
        foreach (var stream in await record.StreamsAsync("cases/", cancellationToken))
        {
            try
            {
                await clerk.LoadAsync(CaseCodec.CaseOf(stream), cancellationToken);
            }
            catch (LeftAloneException left)
            {
                found.Add(new(Verdict.SeeTo, What,
                    $"{left.About} {left.Why}, so its links can't be looked for and no new ones are sent. "
                        + "The bot tries it each minute until it is mended."));
            }
        }

        return found;
    }
}
