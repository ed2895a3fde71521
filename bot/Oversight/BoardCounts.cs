using System.Globalization;

namespace StrategyBot.Oversight;

/// <summary>How many cases are open by stage and how many of them are late, for whoever has no right to the cases: small numbers hidden.
/// Pure.</summary>
/// <param name="Count">A number, or <c>c</c>.</param>
internal sealed record BoardCounts(string Count, string Late, bool HidesAny, IReadOnlyList<BoardCounts.OfStage> Stages)
{
    public sealed record OfStage(BoardStage Stage, string Count, string Late);

    /// <summary>In a sentence, under how many there are.</summary>
    public string Says => Count == "0" ? "Cases stand here once they are begun." : $"{Late} late. You see counts, not cases.";

    /// <param name="tabs">Of each stage.</param>
    public static BoardCounts Of(IEnumerable<BoardTab> tabs)
    {
        var stages = tabs.Where(stage => stage.Count > 0).ToList();
        var all = new BoardTab(null, stages.Sum(stage => stage.Count), stages.Sum(stage => stage.Late));
        // Of each: how many, how many late, and how many not, which anybody can reckon.
        var numbers = stages.Prepend(all).SelectMany(tab => new[] { tab.Count, tab.Late, tab.Count - tab.Late }).ToList();
        var sums = Enumerable.Range(0, stages.Count + 1).Select(at => (IReadOnlyList<int>)[3 * at, (3 * at) + 1, (3 * at) + 2])
            .Concat(Enumerable.Range(0, 3).Select(kind =>
                (IReadOnlyList<int>)[kind, .. Enumerable.Range(1, stages.Count).Select(at => (3 * at) + kind)])).ToList();
        var shown = SmallNumbers.Shown(numbers, sums, Enumerable.Range(0, stages.Count + 1).Select(at => (3 * at) + 2).ToHashSet());
        string Say(int at) => shown[at] ? numbers[at].ToString(CultureInfo.InvariantCulture) : SmallNumbers.Hidden;
        return new(Say(0), Say(1), shown.Index().Any(one => one.Index % 3 != 2 && !one.Item),
            [.. stages.Select((tab, at) => new OfStage(tab.Stage!.Value, Say(3 * (at + 1)), Say((3 * (at + 1)) + 1)))]);
    }
}
