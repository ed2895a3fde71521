using System.Globalization;
using Form = System.Collections.Generic.IReadOnlyList<System.Collections.Generic.IReadOnlyList<StrategyBot.Panel.PictureRun>>;

namespace StrategyBot.Panel;

/// <summary>What a picture says at a mark. Pure.</summary>
internal static class TimelineWords
{
    private static readonly IReadOnlyList<IReadOnlyList<PictureRun>> None = [];

    private static readonly IReadOnlyList<Form> NoForm = [];

    /// <summary>All of it, then less and less, and what it is alone; a line each.</summary>
    public static (IReadOnlyList<Form> Whole, IReadOnlyList<Form> Bare) Forms(TimelineEvent one, CaseTimeline timeline)
    {
        var words = timeline.Clocks.Words;
        var (name, more) = Named(one);
        var number = one.Number?.ToString(CultureInfo.InvariantCulture);
        // One that was held in time is told by its number: its line says what it is.
        if (one is { Line: TimelineLine.CoreGroups, State: TimelineState.Done, IsLate: false })
        {
            return ([], [[[new(number!)]]]);
        }

        var (called, state) = (one.Line == TimelineLine.CoreGroups ? number! : name, one.State switch
        {
            TimelineState.Booked => one.IsOverdue ? "not done " : "booked ",
            TimelineState.Open => one.Lead,
            _ => "",
        });
        IReadOnlyList<PictureRun> first = one is { Line: TimelineLine.CoreGroups, State: TimelineState.Done }
            ? [new($"{called}: "), new(one.Late, "late")]
            : one.IsLate ? [new($"{called} {state}{words.ShortDate(one.On)}: "), new(one.Late, "late")]
            : [new($"{called} {state}{words.ShortDate(one.On)}")];
        var by = timeline.HoldBy(one);
        IReadOnlyList<PictureRun> second = one switch
        {
            { State: TimelineState.Open } => [],
            { IsLate: true } when one.Line == TimelineLine.CoreGroups => [],
            { IsLate: true } => Joined("quiet", more, one.How, by.Length > 0 ? $"by {by}" : ""),
            { State: TimelineState.Booked } => Joined("quiet", one.How, by.Length > 0 ? $"hold by {by}" : ""),
            { Mark: TimelineMark.Conference or TimelineMark.Closed } or { Number: not null } => Joined("", more, one.Else),
            _ when one.How.Length > 0 || one.HoldBy is null => Joined("quiet", more, one.How),
            _ => Joined("quiet", more, one.Else, one.Of is null && by.Length > 0 ? $"hold by {by}" : ""),
        };
        // A check on its day is told by the day above it.
        if (one is { Short.Length: > 0, IsLate: false, State: TimelineState.Done, How: "" } && one.On == one.HoldBy && number is null)
        {
            return ([[[new(one.Short)], [new(words.ShortDate(one.On), "quiet")]]], [[[new(one.Short)]]]);
        }

        return (
        [
            .. second.Count > 0 ? [[first, second]] : NoForm,
            .. one.State == TimelineState.Booked && !one.IsLate
                ? [[[new($"{called} booked")], [new(words.ShortDate(one.On))], .. second.Count > 0 ? [second] : None]] : NoForm,
            [first],
            .. one is { State: TimelineState.Done, IsLate: false } ? [[[new(called)], [new(words.ShortDate(one.On), "quiet")]]] : NoForm,
            .. one.IsLate ? [[[new($"{called}: "), new(one.Late, "late")]], [[new($"{called}:")], [new(one.Late, "late")]]] : NoForm,
            .. one.State == TimelineState.Booked && !one.IsLate
                ? [[[new($"{called} booked")], [new(words.ShortDate(one.On))]],
                    [[new(called)], [new("booked")], [new(one.On.ToString("d MMM", words.Culture))]]]
                : NoForm,
        ], Bare(called, number));
    }

    /// <summary>On a child's own line a number alone would say nothing.</summary>
    private static IReadOnlyList<Form> Bare(string called, string? number) =>
        number is not null && called.EndsWith($" {number}", StringComparison.Ordinal)
            ? [[[new(called)]], [[new(called[..^(number.Length + 1)])], [new(number)]]] : [[[new(called)]]];

    /// <summary>The name, and what follows it in the text.</summary>
    private static (string Name, string More) Named(TimelineEvent one) =>
        one.What.Split(", ", 2) is [var name, var more] ? (name, more) : (one.What, "");

    private static IReadOnlyList<PictureRun> Joined(string kind, params IReadOnlyList<string> parts) =>
        string.Join(", ", parts.Where(part => part.Length > 0)) is { Length: > 0 } said ? [new(said, kind)] : [];
}
