using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Keeping;

/// <summary>Takes sealed words out of the store (P16). Killed between, it is done again: taken out once more nothing changes.</summary>
internal sealed class SealWordsDuty(Clerk clerk) : IDuty<int>
{
    public static string Kind => "keeping/seal-words";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "sealed words, taken out of the record";

    public static IEnumerable<Owed<int>> Owes(Case @case) =>
        from seal in @case.Keeping.Seals
        select new Owed<int>(string.Create(CultureInfo.InvariantCulture, $"{Kind}/{seal.Said.Seq}"), seal.Said.At, seal.Said.Seq);

    public async Task<Performed> PerformAsync(Case @case, Owed<int> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var seal = @case.Keeping.Seals.Find(one => one.Said.Seq == owed.About)!;
        await clerk.WithholdAsync(@case.Id, seal.Said, cancellationToken);
        return new Performed.Delivered("record", "", new WordsGone(owed.About));
    }
}
