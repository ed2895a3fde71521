using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StrategyBot.Cases;

/// <summary>A row under a heading that is a list, as it stands.</summary>
/// <param name="By">Who gave it first.</param>
internal sealed record ListRow(RowId Id, Decided<ListRowGiven> Given, PersonId By, DateTimeOffset At)
{
    [JsonIgnore]
    public ListRowGiven Fact => Given.Fact;

    public Decided<ListRowWithdrawn>? Withdrawn { get; init; }

    public static ImmutableList<ListRow> After(ImmutableList<ListRow> rows, Entry entry, ListRowGiven fact)
    {
        var given = new Decided<ListRowGiven>(fact, entry.By, entry.At) { Seq = entry.Seq };
        var at = rows.FindIndex(row => row.Id == fact.Row);
        return at < 0 ? rows.Add(new(fact.Row, given, entry.By, entry.At))
            // Taken back and given again, it begins anew.
            : rows.SetItem(at, rows[at] is { Withdrawn: null } row ? row with { Given = given } : new(fact.Row, given, entry.By, entry.At));
    }

    public static ImmutableList<ListRow> Without(ImmutableList<ListRow> rows, Entry entry, ListRowWithdrawn fact) =>
        [.. rows.Select(row => row.Id != fact.Row ? row
            : row with { Withdrawn = new(fact, entry.By, entry.At) { Seq = entry.Seq } })];
}
