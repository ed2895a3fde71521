using StrategyBot.Oversight;
using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>The board of a service as its page shows it: rows for whoever may see them, else counts. Pure.</summary>
internal static class ServiceDrawing
{
    /// <param name="most">How many rows are shown in all.</param>
    public static object Of(BoardLook.Looked looked, BoardFilter filter, int most, Words words)
    {
        var at = $"{words.ShortDate(words.LocalDate(looked.At))} {words.LocalDate(looked.At).Year}, {words.Time(looked.At)}";
        if (looked.Board is not { } board)
        {
            return new
            {
                at,
                isWhole = looked.IsWhole,
                counts = new
                {
                    looked.Counts.Count,
                    looked.Counts.Says,
                    looked.Counts.HidesAny,
                    stages = looked.Counts.Stages.Select(stage => new { name = StageWords.Say(stage.Stage), stage.Count, stage.Late }),
                },
            };
        }

        var left = most;
        return new
        {
            at,
            isWhole = looked.IsWhole,
            board = new
            {
                title = board.Count == 1 ? "1 open case" : $"{board.Count} open cases",
                board.Count,
                board.Everything,
                late = board.Late.Count,
                today = board.Today.Count,
                later = board.Later.Count,
                tabs = board.Tabs.Select(tab => new
                {
                    id = tab.Stage is { } stage ? WordTables.ValueOf(stage) : "",
                    name = tab.Stage is { } named ? StageWords.Say(named) : "All",
                    tab.Count,
                    tab.Late,
                    isChosen = tab.Stage == filter.Stage,
                }),
                board.Teams,
                board.Chairs,
                board.Areas,
                filter.Team,
                filter.Chair,
                filter.Area,
                groups = new[] { Group("Late", board.Late), Group("Today", board.Today), Group("Next", board.Later) }
                    .Where(group => group.Rows.Count > 0),
                more = Math.Max(0, board.Count - most),
            },
        };

        GroupOfRows Group(string name, BoardGroup group)
        {
            var here = group.Lines.Take(left).Select(line => Row(line, words)).ToList();
            left -= here.Count;
            return new(name, group.Count, here);
        }
    }

    private static ServiceRow Row(BoardLine line, Words words) => new(
        line.Case.Value, line.Row.Word, StageWords.Say(line.Row.Stage), line.Left?.Text ?? "", line.IsLate,
        line.First is { } first && words.LocalDate(first.At) is var on ? $"{on:yyyy-MM-dd}" : "", line.Left?.Days,
        line.Sight == BoardSight.Restricted ? $"ask the team manager{(line.Row.Area.Length > 0 ? $", {line.Row.Area}" : "")}" : null,
        line.MayOpen, line.Sight == BoardSight.Restricted ? null : line.Next is [{ Who: { } who }, ..] ? who : line.Row.Chair,
        [.. line.Next.Select(step => new ServiceStep(step.What, When(step, words), step.Who?.Name ?? "",
            step.Booked is { } booked ? $"booked {words.ShortDate(words.LocalDate(booked))} {words.Time(booked)}" : null))],
        line.Next is [{ Why: { } why }, ..] ? why : null,
        line.Sight == BoardSight.Restricted ? 0 : line.Row.Children);

    private static string When(BoardStep step, Words words) => words.ShortDate(words.LocalDate(step.At))
        + (step.ByTheMinute ? $" {words.Time(step.At)}" : "");

    private sealed record GroupOfRows(string Name, int Count, IReadOnlyList<ServiceRow> Rows);

    /// <param name="Days">Where it stands on the axis; <c>null</c> where nothing has a limit.</param>
    /// <param name="Restricted">Whom to ask, where it is.</param>
    private sealed record ServiceRow(
        string Case, string Word, string Stage, string Left, bool IsLate, string On, double? Days, string? Restricted, bool MayOpen,
        BoardPerson? Who, IReadOnlyList<ServiceStep> Next, string? Why, int Children);

    private sealed record ServiceStep(string What, string When, string Who, string? Booked);
}
