using System.Globalization;
using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Benchmarks.Load.Seeding;

/// <summary>What cases laid on the service's shelves: one in twelve is late, one in fifty is restricted.</summary>
internal static class ServiceRows
{
    private const int Areas = 8, Teams = 60, Chairs = 200;

    public static IReadOnlyList<ShelfRow> Open(int number)
    {
        var keys = Keys(number);
        // From eight days ago to twelve weeks ahead.
        var first = Samples.Now.AddMinutes((number * 7_919L % 132_480) - 11_520);
        var chair = new BoardPerson($"Chair {number % Chairs}", "chair", $"chair-{number % Chairs}@council.example");
        var row = new BoardRow("Heron", (BoardStage)(number % 7), keys.Area, $"Team {number % Teams}", chair,
        [
            new("Hold the meeting", first, true) { Guards = number % 3 == 0, Who = chair },
            new("Send the minutes", first.AddDays(2), false) { Who = chair },
            new("Progress check", first.AddDays(9), false) { Who = chair },
        ])
        {
            Children = 1 + (number % 4),
            IsRestricted = keys.IsRestricted,
            Leads = keys.Leads,
        };
        return
        [
            new(BoardRow.Shelf, row.Write()),
            new(ListedCase.OpenShelf, new ListedCase("Heron", keys,
                [new(ServiceList.Overdue, Day(number), "Action") { Agency = Agency(number), Why = "no answer" }]).Write()),
            .. Closed(number),
        ];
    }

    /// <summary>Its meeting was held within the year.</summary>
    public static IReadOnlyList<ShelfRow> Closed(int number)
    {
        var (keys, on) = (Keys(number), Day(number));
        var month = new DateOnly(on.Year, on.Month, 1);
        return
        [
            new(ListedCase.Shelf(month), new ListedCase("Heron", keys,
            [
                .. Enumerable.Range(0, 4).Select(at => new ListItem(ServiceList.Attendance, on, at == 3 ? "not invited" : "attended")
                {
                    Id = "meeting-1",
                    Agency = Agency(at),
                }),
            ]).Write()),
            new(MeasureRow.Shelf(month), new MeasureRow(keys.Area,
            [
                .. ServiceMeasure.All.Select(measure => new MeasureRow.Share(measure.Number, measure.Name, number % 3 == 0 ? 0 : 1, 1,
                    K: [number % 2 == 0 ? "5Wn" : "tA?"])),
            ]).Write()),
        ];
    }

    private static CaseKeys Keys(int number) => new(string.Create(CultureInfo.InvariantCulture, $"Area {number % Areas}"),
        number % 50 == 0, [$"chair-{(number % Chairs).ToString(CultureInfo.InvariantCulture)}@council.example"], []);

    private static DateOnly Day(int number) => DateOnly.FromDateTime(Samples.Now.Date).AddDays(-(number * 31 % 320));

    private static string Agency(int number) => new[] { "Police", "Health", "Social care", "School" }[number % 4];
}
