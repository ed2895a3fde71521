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
    /// <param name="K">Of a measure, the groups of each child whom it is about (<see cref="ChildGroups"/>).</param>
    /// <param name="V">How long each took, where that is what is counted.</param>
    public sealed record Share(
        int N, string T, int O, int A, DateTimeOffset? F = null, IReadOnlyList<string>? K = null, IReadOnlyList<int>? V = null);

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
        select (month.Key, new MeasureRow(CaseKeys.AreaOf(@case),
        [
            .. from share in month
               group share by (share.Number, share.Name, share.From, Whom: Whom(@case, share)) into same
               let isTime = ServiceMeasure.All.Any(one => one.Time?.Name == same.Key.Name)
               select new Share(same.Key.Number, same.Key.Name, isTime ? 0 : same.Sum(one => one.Of), same.Sum(one => one.Among),
                   same.Key.From, same.Key.Whom.Length == 0 ? null : same.Key.Whom.Split(' '),
                   isTime ? [.. same.Select(one => one.Of)] : null),
        ]));

    private static string Whom(Case @case, CaseMeasure share) => !ServiceMeasure.All.Any(one => one.Name == share.Name) ? ""
        : string.Join(' ', (share.Child is { } child ? [child] : @case.Children.AsEnumerable())
            .Select(one => ChildGroups.Code(one, share.On)).Order(StringComparer.Ordinal));

    /// <summary>As it is kept of a case that is deleted: of its children their ages alone.</summary>
    public MeasureRow OfAGoneCase() => this with
    {
        Shares = [.. Shares.Select(share => share with { K = share.K is { } whom ? [.. whom.Select(ChildGroups.OfAGoneCase)] : null })],
    };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static MeasureRow Read(string text) => JsonSerializer.Deserialize<MeasureRow>(text, Json)!;
}
