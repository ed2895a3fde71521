using System.Globalization;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>When bail or court conditions on an adult end (P32): somebody has to say what stands then.</summary>
internal sealed class BailClock : IClock
{
    private static readonly TimeSpan[] Ahead = [TimeSpan.FromDays(1), TimeSpan.FromHours(1)];

    public static string Kind => "safeguarding/bail-ends";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that bail or court conditions end";

    public static string Watches =>
        "the end of bail or court conditions on an adult; a day after they were written down, where nobody knows it";

    public static string Until => "they are varied, lifted or ended, or another time is said";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "Something that guards a child ends; open your part.";

    /// <summary>Of the meeting that wrote it down last.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from bail in Bail.Of(@case)
        where @case.Meeting.Is(bail.Said.Fact.Meeting)
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{bail.Said.Seq}"), bail.AskedAt,
            [.. DecideByClock.Owners(@case).Prepend(bail.Officer(@case).Id).Distinct()])
        {
            Before = bail.Said.Fact.EndsAt is { } at ? [.. Ahead.Select(ahead => at - ahead).Where(mark => mark > bail.Said.At)] : [],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var bail = Of(@case, running);
        return bail.Said.Fact.EndsAt is not { } at
            ? $"{bail.Number}: {BailDrawing.Which(bail)}. Nobody has said until when."
            : $"{bail.Number}: {BailDrawing.Which(bail)} {(step == ClockStep.Before ? "ends" : "ended")} {bail.On(at, words)}. "
                + (step == ClockStep.Before ? "Say what stands then" : "Say what stands now") + ". Does the safety plan hold without it?";
    }

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        BailDrawing.Lines(@case, Of(@case, running), to, words);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        ContactHoldRule.May(@case, to) && Of(@case, running) is var bail
            ? [BailPart.Vary(@case, bail), .. BailEndPart.Buttons(@case, bail)]
            : [];

    private static Bail Of(Case @case, RunningClock running) =>
        Bail.Find(@case, int.Parse(running.Id.Split('/')[1], CultureInfo.InvariantCulture))!;
}
