using System.Globalization;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Oversight;

/// <summary>How long there is for something, or how late it is: hours under a day, else working days. Pure.</summary>
/// <param name="Text"><c>17 hours late</c>, <c>1 day left</c>.</param>
/// <param name="Days">Where it stands on the one axis of the board: late is below 0.</param>
internal sealed record TimeLeft(string Text, bool IsLate, double Days)
{
    public static TimeLeft Of(BoardStep step, DateTimeOffset now, Clocks clocks)
    {
        var (today, on) = (clocks.Words.LocalDate(now), clocks.Words.LocalDate(step.At));
        var (isLate, hours) = (step.IsLate(now), Math.Abs((now - step.At).TotalHours));
        if (hours < 24 && (step.ByTheMinute || on == today))
        {
            // What is left is rounded up, what is late down: neither is made to look worse.
            var whole = (int)(isLate ? Math.Floor(hours) : Math.Ceiling(hours));
            return new(whole == 0 ? $"under an hour {(isLate ? "late" : "left")}" : Say(whole, "hour", isLate), isLate,
                (isLate ? -hours : hours) / 24);
        }

        var days = Math.Max(1, isLate ? clocks.Days.Between(on, today) : clocks.Days.Between(today, on));
        return new(Say(days, "day", isLate), isLate, isLate ? -days : days);
    }

    private static string Say(int count, string unit, bool isLate) => string.Create(
        CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} {(isLate ? "late" : "left")}");
}
