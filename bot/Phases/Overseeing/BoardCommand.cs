using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Records;

namespace StrategyBot.Phases.Overseeing;

/// <summary><c>board</c>, <c>board North</c>, <c>board late</c>: the open cases of who asks by stage, what is late first; counts for
/// whoever has none.</summary>
internal sealed class BoardCommand(BoardLook look, Clerk clerk, Words words) : ICommand
{
    public const string Late = "late";

    public static string Word => "board";

    public static string Help =>
        "`board`, `board late`, `board` with a name or an area – the open cases of your service, what is late first";

    public static bool HoldsContent => false;

    public async Task<Reply> HandleAsync(string rest, Turn turn, CancellationToken cancellationToken)
    {
        // Others in the chat are on other cases.
        if (!turn.At.IsPrivate)
        {
            return new Reply.Say("That is a list over cases: type `board` to me in our own chat.");
        }

        if (await look.ReadAsync(turn, new(), CaseBoardCard.MostRows, cancellationToken) is not { } all)
        {
            return new Reply.Say(BoardLook.OfTheAuthority);
        }

        if (all.Board is null)
        {
            return new Reply.Show("Board", CaseBoardCard.Counts(all.Counts, all.IsWhole));
        }

        var (filter, isLate) = Read(rest, all.Board);
        if (filter is null)
        {
            return new Reply.Say(
                $"No open case of yours has a team, a chair or an area called {CardText.Plain(rest)}. Type `board` for all.");
        }

        var looked = filter == new BoardFilter() ? all
            : await look.ReadAsync(turn, filter, CaseBoardCard.MostRows, cancellationToken) ?? all;
        var shown = CaseBoardCard.Shown(looked.Board!, isLate);
        foreach (var line in shown.Where(line => line.Sight == BoardSight.Whole))
        {
            clerk.NoteShown(turn.Asker(), line.Case, $"overseeing/{Word}");
        }

        var left = (isLate ? looked.Board!.Late.Count : looked.Board!.Count) - shown.Count;
        return new Reply.Show("Board", CaseBoardCard.Of(looked.Board!, shown, left, filter, looked.IsWhole, words));
    }

    /// <returns>No filter where what was typed is nobody's.</returns>
    private static (BoardFilter? Filter, bool IsLate) Read(string rest, CaseBoard board)
    {
        var typed = rest.Trim();
        bool Is(string name) => string.Equals(name, typed, StringComparison.OrdinalIgnoreCase);
        return typed.Length == 0 ? (new(), false)
            : Is(Late) ? (new(), true)
            : board.Areas.FirstOrDefault(Is) is { } area ? (new(Area: area), false)
            : board.Chairs.FirstOrDefault(Is) is { } chair ? (new(Chair: chair), false)
            : board.Teams.FirstOrDefault(Is) is { } team ? (new(Team: team), false)
            : (null, false);
    }
}

/// <summary>The board as a card: counts by stage, what is late first, and how many more there are.</summary>
internal static class CaseBoardCard
{
    // With the counts they fit on a card and are read in one look.
    public const int MostRows = 15;

    /// <summary>What of it a card has room for.</summary>
    public static IReadOnlyList<BoardLine> Shown(CaseBoard board, bool isLate) =>
        [.. (isLate ? board.Late.Lines : board.All).Take(MostRows)];

    /// <param name="left">How many more of them there are.</param>
    public static AdaptiveCard Of(
        CaseBoard board, IReadOnlyList<BoardLine> shown, int left, BoardFilter filter, bool isWhole, Words words) =>
        FormCard.Of(Cases(board.Count), null,
        [
            new TextBlock(Summary(board)) { Weight = TextWeight.Bolder, Color = board.Late.Count > 0 ? TextColor.Warning : TextColor.Good },
            .. filter == new BoardFilter() ? (IReadOnlyList<CardElement>)[]
                : [new TextBlock(CardText.Plain($"{Say(filter)}. There are {board.Everything} in all: type board.")) { IsSubtle = true }],
            .. Unfilled(isWhole),
            .. board.Tabs.Where(tab => tab.Stage is not null).Select(tab => new TextBlock(
                $"{StageWords.Say(tab.Stage!.Value)}: **{tab.Count}**{(tab.Late > 0 ? $" · {tab.Late} late" : "")}")
            {
                Spacing = Spacing.None,
            }),
            .. Group("Late", board.Late, shown, words),
            .. Group("Today", board.Today, shown, words),
            .. Group("Next", board.Later, shown, words),
            .. left > 0
                ? (IReadOnlyList<CardElement>)
                    [new TextBlock($"And {left} more, none of them sooner. Type `board` with a name or an area for fewer.")]
                : [],
        ]);

    /// <summary>For whoever has no right to the cases.</summary>
    public static AdaptiveCard Counts(BoardCounts counts, bool isWhole) => FormCard.Of($"{counts.Count} open cases", null,
    [
        new TextBlock(counts.Says),
        .. Unfilled(isWhole),
        .. counts.Stages.Select(stage => new TextBlock($"{StageWords.Say(stage.Stage)}: **{stage.Count}** · {stage.Late} late")
        {
            Spacing = Spacing.None,
        }),
        .. counts.HidesAny
            ? (IReadOnlyList<CardElement>)[new TextBlock("c: 1 to 5, hidden, and with it a second.") { IsSubtle = true }] : [],
    ]);

    public static string Cases(int count) => count == 1 ? "1 open case" : $"{count} open cases";

    public static string Summary(CaseBoard board) => (board.Late.Count > 0 ? $"⚠ {board.Late.Count} late" : "✓ None late")
        + $" · {board.Today.Count} due today · {board.Later.Count} later";

    private static IReadOnlyList<CardElement> Unfilled(bool isWhole) => isWhole ? [] :
        [new TextBlock("This is still being made after an update, and some cases are not on it yet.") { Color = TextColor.Attention }];

    private static string Say(BoardFilter filter) => string.Join(", ",
        new[] { ("Team", filter.Team), ("Chair", filter.Chair), ("Area", filter.Area) }
            .Where(one => one.Item2 is not null).Select(one => $"{one.Item1} {one.Item2}"));

    private static IEnumerable<CardElement> Group(string title, BoardGroup group, IReadOnlyList<BoardLine> shown, Words words)
    {
        var here = group.Lines.Where(shown.Contains).ToList();
        return here.Count == 0 ? [] :
        [
            new TextBlock($"{title} {group.Count}") { Weight = TextWeight.Bolder, Separator = true },
            .. here.Select(line => Row(line, words)),
        ];
    }

    private static Container Row(BoardLine line, Words words)
    {
        var left = line.Left is { } time ? $" · {(time.IsLate ? "⚠ " : "")}{time.Text}" : "";
        var title = $"{line.Case} {line.Row.Word}";
        return new(
            new TextBlock($"**{title}** · {StageWords.Say(line.Row.Stage)}{left}"),
            new TextBlock(CardText.Plain(Next(line, words))) { IsSubtle = true, Spacing = Spacing.None })
        {
            Spacing = Spacing.Small,
            SelectAction = line.MayOpen ? Actions.Send($"Open {title}", PartIds.MyPart, new CaseForm(line.Case.Value)) : null,
        };
    }

    private static string Next(BoardLine line, Words words) => line switch
    {
        { Sight: BoardSight.Restricted } => $"Restricted: ask the team manager{(line.Row.Area.Length > 0 ? $", {line.Row.Area}" : "")}",
        { Next: [var step, ..] } => $"{step.What}, {When(step, words)}{(step.Who is { } who ? $" · {who.Name}, {who.As}" : "")}",
        _ => $"Nothing has a limit · {line.Row.Chair.Name}, {line.Row.Chair.As}",
    };

    public static string When(BoardStep step, Words words) => words.ShortDate(words.LocalDate(step.At))
        + (step.ByTheMinute ? $" {words.Time(step.At)}" : "");
}
