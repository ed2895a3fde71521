using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What lies of a case on the service's shelves, drawn from the phases' lists; and what a chair reads of their own meeting.
/// </summary>
internal static class OverseeingHub
{
    /// <summary>Once it is over, what is counted of it, for whoever leads it.</summary>
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now) =>
        view.Case.Meeting.Attendance.EndedAt is null || !view.Reader.May(Capability.Lead) ? [] :
        [
            new("overseeing/own-measures", HubSection.Minutes, OwnMeasuresPage.Title, "no score", OwnMeasuresPage.Button(view.Case),
                IsOpen: false)
            { IsOffered = true },
        ];

    public static IReadOnlyList<ShelfRow> Rows(Case @case, PhaseList phases) =>
    [
        .. BoardRow.Of(@case, phases.Steps(@case)) is { } row ? [new ShelfRow(BoardRow.Shelf, row.Write())] : (ShelfRow[])[],
        .. ListedCase.Of(@case, phases.Listed(@case)).Select(row => new ShelfRow(row.Shelf, row.Row.Write())),
        .. MeasureRow.Of(@case).Select(month => new ShelfRow(MeasureRow.Shelf(month.Month), month.Row.Write())),
    ];
}
