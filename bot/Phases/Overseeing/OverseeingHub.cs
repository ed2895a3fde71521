using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What lies of a case on the service's shelves, drawn from the phases' lists.</summary>
internal static class OverseeingHub
{
    public static IReadOnlyList<ShelfRow> Rows(Case @case, PhaseList phases) =>
    [
        .. BoardRow.Of(@case, phases.Steps(@case)) is { } row ? [new ShelfRow(BoardRow.Shelf, row.Write())] : (ShelfRow[])[],
        .. ListedCase.Of(@case, phases.Listed(@case)).Select(row => new ShelfRow(row.Shelf, row.Row.Write())),
        .. MeasureRow.Of(@case).Select(month => new ShelfRow(MeasureRow.Shelf(month.Month), month.Row.Write())),
    ];
}
