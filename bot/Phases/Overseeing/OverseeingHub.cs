using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What lies of a case on the service's shelves, drawn from the phases' lists.</summary>
internal static class OverseeingHub
{
    public static IReadOnlyList<ShelfRow> Rows(Case @case, PhaseList phases) =>
    [
        .. BoardRow.Of(@case, phases.Steps(@case)) is { } row ? [new ShelfRow(BoardRow.Shelf, row.Write())] : (ShelfRow[])[],
        .. MeasureRow.Of(@case).Select(month => new ShelfRow(MeasureRow.Shelf(month.Month), month.Row.Write())),
    ];
}
