using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Convening;

/// <summary>Reads the small things that people type into forms: a line, a day with a time.</summary>
internal static partial class Lines
{
    // Longer ago than any concern that is still being decided; a slip of the finger in the year is caught by it.
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(366);

    // Clocks of people and servers differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    /// <summary>One line, without the spaces around and the breaks within.</summary>
    public static string Line(string? typed) => Spaces().Replace((typed ?? "").Trim(), " ");

    /// <summary>A longer text, with its own line breaks.</summary>
    public static string Text(string? typed) => (typed ?? "").Trim();

    /// <summary>Refuses what is longer than its input; <c>null</c> if all fit.</summary>
    public static TooLong? TooLong(int limit, params IEnumerable<string> texts) => texts.Any(text => text.Length > limit) ? new TooLong(limit) : null;

    /// <summary>Something that has happened: a day and a time, within the last year.</summary>
    /// <param name="what">As in <c>the referral came</c>.</param>
    public static Typed<DateTimeOffset> Past(string what, DateOnly? on, TimeOnly? time, DateTimeOffset now, Words words) => Instant(what, on, time, words).Then<DateTimeOffset>(at =>
        at > now + Slack ? Wrong($"It can't be later than now ({words.When(now)}) that {what}. Check the day and the time.")
        : at < now - LongAgo ? Wrong($"{words.Date(words.LocalDate(at))} is more than a year ago. Check the year in which {what}.")
        : new Typed<DateTimeOffset>.Understood(at));

    public static Typed<DateTimeOffset> Instant(string what, DateOnly? on, TimeOnly? time, Words words) => (on, time) switch
    {
        ({ } day, { } clock) when day.Year is > 1900 and < 2200 => new Typed<DateTimeOffset>.Understood(words.At(day, clock)),
        ({ }, { }) => Wrong($"Check the year in which {what}."),
        _ => Wrong($"Choose the day and the time at which {what}."),
    };

    public static Typed<DateTimeOffset>.NotUnderstood Wrong(string sentence) => new(sentence);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
