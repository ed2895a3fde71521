using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Records;

namespace StrategyBot.Phases.Linking;

/// <summary>Writes into the other case what was said of the two in this one.</summary>
internal sealed class LinkBackDuty(Clerk clerk) : IDuty<string>
{
    public static string Kind => "linking/back";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the link in the other case";

    /// <summary>Of what people said: what the bot wrote comes from there.</summary>
    public static IEnumerable<Owed<string>> Owes(Case @case) =>
        @case.Linked.All.Where(link => link.Value.By != PersonId.Bot).Select(link => (link.Key, link.Value.Seq, link.Value.At))
            .Concat(@case.Linked.Undone.Where(link => link.Value.By != PersonId.Bot)
                .Select(link => (link.Key, link.Value.Seq, link.Value.At)))
            .Select(one => new Owed<string>(
                string.Create(CultureInfo.InvariantCulture, $"{Kind}/{one.Key}/{one.Seq}"), one.At, one.Key));

    public async Task<Performed> PerformAsync(Case @case, Owed<string> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (here, link) = (@case.Id.Value, @case.Linked.All.GetValueOrDefault(owed.About));
        var undone = @case.Linked.Undone.GetValueOrDefault(owed.About);
        await clerk.RecordAsync(new CaseId(owed.About), $"{owed.Key}@{here}", other => !other.Exists ? []
            : link is not null ? other.Linked.All.GetValueOrDefault(here)?.Fact.Kind == link.Fact.Kind ? []
                : [new CaseLinked(here, link.Fact.Kind)]
            : undone is null || !other.Linked.All.ContainsKey(here) ? []
            : [new CaseUnlinked(here, undone.Fact.Reason) { Audience = undone.Fact.Audience }], cancellationToken);
        return new Performed.Delivered("record", owed.About);
    }
}
