using System.Globalization;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>A case that was handed over and that nobody has taken on (P27): its giver rings, then the ladder hears.</summary>
internal sealed class HandoverClock : IClock
{
    public static string Kind => "safeguarding/handover-open";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a handover is not accepted";

    public static string Watches =>
        "each handover to be accepted, within thirty minutes; for one to a manager of the day, made out of hours, the morning";

    public static string Until => "they take it on, say so by telephone, or it is taken back";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "A handover is not accepted yet; ring now.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from one in @case.Meeting.Safety.OpenHandovers
        let giver = @case.Find(one.Given.By)
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{one.Given.Seq}"), CaseHandoverRule.AcceptBy(@case, one),
            giver is null ? DecideByClock.Owners(@case) : [giver.Id]);

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        Of(@case, running) is not { } one ? "A handover was not accepted."
            : $"A handover to {one.To(@case)}, given {words.When(one.Given.At)}, is not accepted. "
                + one.Ring(@case);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        Of(@case, running) is not { } one ? []
            : CaseHandoverRule.IsFrom(@case, one, to) ? [HandoverToldPart.Button(@case, one), HandoverPage.Button(@case, one)]
            : [HandoverPage.Button(@case, one)];

    private static Handover? Of(Case @case, RunningClock running) => @case.Meeting.Safety.Handovers.FirstOrDefault(
        one => running.Id == string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{one.Given.Seq}"));
}
