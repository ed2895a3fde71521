using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary>What lies of a case on the service's shelves, drawn from the phases' lists.</summary>
internal static class OverseeingHub
{
    public static IReadOnlyList<ShelfRow> Rows(Case @case, PhaseList phases) =>
        BoardRow.Of(@case, phases.Steps(@case)) is { } row ? [new(BoardRow.Shelf, row.Write())] : [];
}
