using System.Text.RegularExpressions;

namespace StrategyBot.Phases.Convening;

/// <summary>Reads the small things that people type into forms: a line, a day with its time. Pure.</summary>
internal static partial class AsTyped
{
    // Longer ago than any concern that is still being decided; a slip of the finger in the year is caught by it.
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(366);

    // Clocks of people and servers differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>One line, without the spaces around and the breaks within.</summary>
    public static string Line(string? typed) => Spaces().Replace((typed ?? "").Trim(), " ");

    /// <summary>A longer text, with its own line breaks.</summary>
    public static string Text(string? typed) => (typed ?? "").Trim();

    /// <summary>Something that has happened: a day and a time, within the last year.</summary>
    /// <param name="what">As in <c>the referral came</c>.</param>
    /// <param name="inputs">The inputs of the day and of the time.</param>
    public static (DateTimeOffset At, Refusal? Why) Past(
        string what, DateOnly? on, TimeOnly? time, (string On, string Time) inputs, DateTimeOffset now, Words words) =>
        Moment(what, on, time, inputs, now, words) switch
        {
            (_, { } why) => (default, why),
            (var at, _) when at > now + Slack =>
                (at, new CannotBe($"The time at which {what} lies ahead. It is {words.When(now)} now. Check the day and the time.")
                {
                    Field = inputs.On,
                }),
            (var at, _) when at < now - LongAgo =>
                (at, new CannotBe($"{words.Date(words.LocalDate(at))} is more than a year ago. Check the year in which {what}.")
                {
                    Field = inputs.On,
                }),
            var moment => moment,
        };

    public static (DateTimeOffset At, Refusal? Why) Moment(
        string what, DateOnly? on, TimeOnly? time, (string On, string Time) inputs, DateTimeOffset now, Words words) =>
        (on, time) switch
        {
            ({ } day, { } clock) when day.Year is > 1900 and < 2200 => words.OnTheClock(day, clock, now)
                .Match<(DateTimeOffset, Refusal?)>(at => (at, null), why => (default, new CannotBe(why) { Field = inputs.Time })),
            ({ }, { }) => (default, new CannotBe($"Check the year in which {what}.") { Field = inputs.On }),
            _ => (default, new CannotBe($"Choose the day and the time at which {what}.") { Field = on is null ? inputs.On : inputs.Time }),
        };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
