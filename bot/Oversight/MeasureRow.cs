using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using StrategyBot.Returns;

namespace StrategyBot.Oversight;

/// <summary>What a case adds to the measures of one month: the projection that lies on that month's shelf. Numbers alone; no name, no
/// reference, nothing that was typed. Pure.</summary>
/// <param name="Area">Empty for none.</param>
internal sealed record MeasureRow(string Area, IReadOnlyList<MeasureRow.Share> Shares)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="N">The measure's number.</param>
    /// <param name="T">Its name.</param>
    /// <param name="A">How many are counted.</param>
    /// <param name="O">Of how many of them it is so.</param>
    /// <param name="F">From when they count; <c>null</c>: they do.</param>
    public sealed record Share(int N, string T, int O, int A, DateTimeOffset? F = null);

    public static string Shelf(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"measures-{month:yyyy-MM}");

    /// <summary>By month; without a month to which it adds nothing. A case that was deleted when its time was over goes on counting.
    /// </summary>
    public static IEnumerable<(DateOnly Month, MeasureRow Row)> Of(Case @case) =>
        @case.Keeping.Expired is { Fact.Measures: { } kept } ? kept.Select(one => (one.Month, Read(one.Row)))
        : @case.Exists ? Counted(@case) : [];

    private static IEnumerable<(DateOnly Month, MeasureRow Row)> Counted(Case @case) =>
        from share in CaseMeasures.Ever(@case)
        where ServiceMeasure.All.Any(one => one.Counts(share.Name))
        group share by new DateOnly(share.On.Year, share.On.Month, 1) into month
        orderby month.Key
        select (month.Key, new MeasureRow(BoardRow.AreaOf(@case),
        [
            .. from share in month
               group share by (share.Number, share.Name, share.From) into same
               select new Share(same.Key.Number, same.Key.Name, same.Sum(one => one.Of), same.Sum(one => one.Among), same.Key.From),
        ]));

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static MeasureRow Read(string text) => JsonSerializer.Deserialize<MeasureRow>(text, Json)!;
}
