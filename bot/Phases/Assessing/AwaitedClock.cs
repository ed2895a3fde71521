using System.Globalization;

namespace StrategyBot.Phases.Assessing;

/// <summary>An answer that the meeting awaits, and that isn't there by when it was expected (P14).</summary>
internal sealed class AwaitedClock : IClock
{
    public static string Kind => "assessing/awaited";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an answer is awaited";

    public static string Watches => "each answer that is awaited, by when it is expected";

    public static string Until => "it is answered, its result is in, or it is said why it is no longer needed";

    public static Climb Climb => Climb.Days;

    public static string Sentence => AwaitedTellings.Sentence;

    public static IEnumerable<RunningClock> Runs(Case @case) => AwaitedTellings.Runs(@case, guardsChild: false);

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        AwaitedTellings.Tell(@case, running, step, words);

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        AwaitedTellings.Beside(@case, running);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        AwaitedTellings.Opens(@case, running, to);
}

/// <summary>The same, where a child's safety hangs on it: in hours, at night too.</summary>
internal sealed class AwaitedForSafetyClock : IClock
{
    public static string Kind => "assessing/awaited-for-safety";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an answer is awaited on which a child's safety hangs";

    public static string Watches =>
        "each answer that is awaited and on which a child's safety hangs: a medical, discharge, being seen alone";

    public static string Until => AwaitedClock.Until;

    public static Climb Climb => Climb.Hours;

    public static string Sentence => AwaitedTellings.Sentence;

    public static IEnumerable<RunningClock> Runs(Case @case) => AwaitedTellings.Runs(@case, guardsChild: true);

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        AwaitedTellings.Tell(@case, running, step, words);

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        AwaitedTellings.Beside(@case, running);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        AwaitedTellings.Opens(@case, running, to);
}

/// <summary>What both clocks of awaited answers say.</summary>
internal static class AwaitedTellings
{
    public const string Sentence = "An answer is awaited; open your part.";

    private static readonly TimeSpan Soon = TimeSpan.FromHours(2);

    /// <summary>Another person, and another time, is another clock.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case, bool guardsChild) =>
        from one in Awaited.Of(@case)
        where one.Heading.GuardsChild == guardsChild
        let before = guardsChild ? one.DueAt - Soon : Morning(@case, one.DueAt)
        select new RunningClock(string.Create(CultureInfo.InvariantCulture,
            $"{@case.Meeting.Id.Value}/{one.Heading.Id}/{one.DueAt.UtcDateTime:yyyyMMddHHmm}/{one.From.Id.Value}"), one.DueAt,
            [one.From.Id])
        {
            Before = before > one.Since ? [before] : [],
            About = one.From.Id,
        };

    /// <summary>Whoever is on the ladder and not on the case doesn't read what it is.</summary>
    public static string Tell(Case @case, RunningClock running, ClockStep step, Words words)
    {
        var from = @case.Find(running.About!.Value);
        var number = from?.Phone is { Length: > 0 } phone ? $", {phone}" : "";
        var who = $"Who brings it: {from?.Described ?? "not known"}{number}.";
        return step == ClockStep.Before
            ? $"The meeting awaits an answer by {words.When(running.EndsAt)}. {who}"
            : $"The meeting awaits an answer that was expected by {words.When(running.EndsAt)}. {who}";
    }

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running) =>
        Heading(running) is { } heading ? [new PlainText($"What is awaited: {heading.Title}")] : [];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        Heading(running) is { } heading && Awaited.Find(@case, heading.Id) is { } one && to.May(AwaitedPart.Needs)
            && AwaitedRule.MaySay(to, one)
            ? [AwaitedPart.Button(@case, heading)] : [];

    /// <summary>Of the working day before it.</summary>
    private static DateTimeOffset Morning(Case @case, DateTimeOffset due)
    {
        var clocks = @case.Clocks;
        return clocks.Words.At(clocks.Days.Before(clocks.Words.LocalDate(due), 1), @case.Profile.Calendar.DigestAt);
    }

    private static Heading? Heading(RunningClock running) => Headings.Find(running.Id.Split('/')[1]);
}
