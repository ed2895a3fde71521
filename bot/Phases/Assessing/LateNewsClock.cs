using System.Globalization;

namespace StrategyBot.Phases.Assessing;

/// <summary>Something came in after the meeting, and nobody has said whether it changes the plan (P14).</summary>
internal sealed class LateNewsClock : IClock
{
    // So long more may come of the same.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(3);

    public static string Kind => "assessing/late-news";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of what came in after a meeting";

    public static string Watches => "what comes in after the meeting: information, a correction, an update, a record that was found";

    public static string Until => "chair or manager say whether it changes the plan";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "Something came in after the meeting; open your part now.";

    /// <summary>What comes later is told again, as it is something else.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) => @case.Meeting.News.Open is not [.., var last]
        ? []
        :
        [
            new(string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{last.Seq}"), last.At + Wait, [@case.Meeting.Chair]),
        ];

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        string.Join(". ", @case.Meeting.News.Open.TakeLast(3).Select(item => LateNewsRule.Say(@case, item, words)))
            + ". Does this change the plan?";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(LateNewsPart.Needs) ? [LateNewsPart.Button(@case), InformationPage.Button(@case)] : [];
}
