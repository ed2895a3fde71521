using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>Gathers a board out of scopes and single cases: counts of all of them, lines of the first. Of a scope it walks through what is
/// late or due today, and through as many more as lines are wanted.</summary>
/// <param name="chosen">Whose lines are wanted; <c>null</c>: all of them.</param>
/// <param name="most">How many lines of each group are wanted.</param>
internal sealed class BoardGathering(BoardStage? chosen, DateTimeOffset now, Clocks clocks, int most)
{
    private static readonly BoardStage[] Stages = Enum.GetValues<BoardStage>();

    private readonly int[] counts = new int[Stages.Length], late = new int[Stages.Length], today = new int[Stages.Length];
    private readonly List<OpenCase> lateOnes = [], todays = [], laterOnes = [];
    private readonly DateOnly day = clocks.Words.LocalDate(now);

    /// <summary>Of each stage.</summary>
    public IReadOnlyList<BoardTab> Tabs => [.. Stages.Select(stage => new BoardTab(stage, counts[(int)stage], late[(int)stage]))];

    public void Add(OpenScope scope)
    {
        foreach (var stage in Stages)
        {
            counts[(int)stage] += scope.ByLimit[(int)stage].Count;
            // By themselves: they stand before what else is late, and may be further behind.
            var room = IsWanted(stage) ? most : 0;
            lateOnes.AddRange(scope.Guarding[(int)stage].TakeWhile(one => one.IsLateGuard(now)).Take(room));
            var (others, later) = (0, 0);
            foreach (var one in scope.ByLimit[(int)stage])
            {
                if (one.IsLate(now))
                {
                    late[(int)stage]++;
                    if (!one.IsLateGuard(now) && others++ < room)
                    {
                        lateOnes.Add(one);
                    }
                }
                else if (IsToday(one))
                {
                    today[(int)stage]++;
                    if (room > 0)
                    {
                        todays.Add(one);
                    }
                }
                else if (later++ < room)
                {
                    laterOnes.Add(one);
                }
                else if (IsAfterToday(one))
                {
                    break;
                }
            }
        }
    }

    public void Add(IEnumerable<OpenCase> single)
    {
        foreach (var one in single)
        {
            var stage = one.Row.Stage;
            counts[(int)stage]++;
            late[(int)stage] += one.IsLate(now) ? 1 : 0;
            today[(int)stage] += IsToday(one) ? 1 : 0;
            if (IsWanted(stage))
            {
                (one.IsLate(now) ? lateOnes : IsToday(one) ? todays : laterOnes).Add(one);
            }
        }
    }

    public CaseBoard Of(BoardReader reader)
    {
        int Sum(int[] numbers) => Stages.Where(IsWanted).Sum(stage => numbers[(int)stage]);
        return new(
            [
                new(null, counts.Sum(), late.Sum()),
                .. Tabs.Where(tab => tab.Count > 0 || tab.Stage == chosen),
            ],
            new(Sum(late), Lines(reader, lateOnes.OrderByDescending(one => one.IsLateGuard(now))
                .ThenBy(one => one.IsLateGuard(now) ? one.GuardsAt : one.At))),
            new(Sum(today), Lines(reader, todays.OrderBy(one => one.At))),
            new(Sum(counts) - Sum(late) - Sum(today), Lines(reader, laterOnes.OrderBy(one => one.At))));
    }

    private bool IsWanted(BoardStage stage) => chosen is null || chosen == stage;

    private bool IsToday(OpenCase one) => !one.IsLate(now) && one.HasLimit && clocks.Words.LocalDate(one.At) == day;

    private bool IsAfterToday(OpenCase one) => !one.HasLimit || clocks.Words.LocalDate(one.At) > day;

    private IReadOnlyList<BoardLine> Lines(BoardReader reader, IOrderedEnumerable<OpenCase> some) =>
        [.. some.ThenBy(one => one.Case, CaseId.InOrder).Take(most).Select(one => Line(one, reader))];

    private BoardLine Line(OpenCase one, BoardReader reader)
    {
        var first = one.First(now);
        return new(one.Case, one.Row, first, first is null ? null : TimeLeft.Of(first, now, clocks), reader.Sees(one.Row.Keys),
            reader.MayOpen(one.Row.Keys));
    }
}
