using StrategyBot.Cases;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>The line of convening on the chair's board: the limit.</summary>
internal static class ConveningBoard
{
    public static IEnumerable<StatusLine> Lines(CaseView view, DateTimeOffset now) => view.Case.Meeting.Attendance.StartedAt is not null ? [] : Limit(view, now);

    private static IEnumerable<StatusLine> Limit(CaseView view, DateTimeOffset now)
    {
        var due = HoldingBy.Of(view.Whole, now).Due;
        // Why the limit holds says something of the child, so it stands only where the reader may read that.
        var said = view.Reader.May(Capability.ReadContent) ? due.Say(Words.English) : due.Date(Words.English);
        yield return due.IsPast(now)
            ? new(0, $"The limit is past: hold by {said}.")
            : new(due.On == Words.English.LocalDate(now) ? 1 : 2, $"Hold by {said}.");
    }
}
