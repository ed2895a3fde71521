using System.Globalization;

namespace StrategyBot.Phases.Keeping;

/// <summary>The 72 hours in which the Information Commissioner is told of what went to the wrong place (P16).</summary>
internal sealed class MisplacedClock : IClock
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(24), LastCall = TimeSpan.FromHours(4);

    public static string Kind => "keeping/misplaced";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that the 72 hours of a report run out";

    public static string Watches => "the 72 hours in which the Information Commissioner is told of something that went to the wrong place";

    public static string Until => "information governance says whether the Commissioner was told, and why not";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "A report about the record runs out of time; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from report in @case.Keeping.Reports
        where report.Answer is null
        let at = report.NoticedAt + MisplacedRule.Limit
        select new RunningClock(report.Said.Seq.ToString(CultureInfo.InvariantCulture), at,
            [.. Governance.Of(@case).Select(person => person.Id).DefaultIfEmpty(@case.Meeting.Chair)])
        {
            Before = [.. new[] { at - Ahead, at - LastCall }.Where(before => before > report.Said.At)],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "Something of this case went to the wrong place. The Information Commissioner "
            + $"{(step == ClockStep.Before ? "is" : "was")} to be told by {words.When(running.EndsAt)}, or it is to be said why not.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        Governance.MayAnswer(@case, to)
        && MisplacedRule.Find(@case, int.Parse(running.Id, CultureInfo.InvariantCulture)) is { } report
            ? [MisplacedAnswerPart.Button(@case, report)] : [];
}
