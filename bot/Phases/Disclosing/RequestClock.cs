using System.Globalization;

namespace StrategyBot.Phases.Disclosing;

/// <summary>The month in which a child or an adult has an answer, or the day that a court or the police said (P41).</summary>
internal sealed class RequestClock : IClock
{
    private static readonly int[] DaysAhead = [14, 5, 1];

    public static string Kind => "disclosing/request";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a request for the record waits for its answer";

    public static string Watches => "the month in which a child or an adult is answered who asks for their data, or the day that a court "
        + "or the police said";

    public static string Until => "it is written down what was given, or why nothing was";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "Somebody waits for the record of a case; open your part.";

    public static bool OutlivesClosing => true;

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from request in RequestRule.Open(@case)
        let until = RequestRule.Until(@case, request)
        where until is not null
        let at = @case.Clocks.Words.At(until.Value, @case.Profile.Calendar.DigestAt)
        select new RunningClock(request.Said.Seq.ToString(CultureInfo.InvariantCulture), at,
            [
                .. @case.Participants.Where(person => !person.IsTakenOff && person.May(Capability.KeepRecord)).Select(person => person.Id)
                    .DefaultIfEmpty(@case.Meeting.Chair),
            ])
        {
            Before = [.. DaysAhead.Select(days => at.AddDays(-days)).Where(before => before > request.Said.At)],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        RequestRule.Find(@case, int.Parse(running.Id, CultureInfo.InvariantCulture)) is { } request
            ? RequestLines.Head(@case, request, words) + (step == ClockStep.Before ? "" : " That day has come.")
            : "Somebody waits for the record of a case.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(Capability.KeepRecord) && RequestRule.Find(@case, int.Parse(running.Id, CultureInfo.InvariantCulture)) is { } request
            ? [RequestPage.Button(@case, request)] : [];
}
