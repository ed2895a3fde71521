using System.Globalization;

namespace StrategyBot.Phases.Minuting;

/// <summary>Readers who were asked once and have not said that they have read the minutes, or whom nothing reached (R81).</summary>
internal sealed class UnreadMinutesClock : IClock
{
    public static string Kind => "minuting/unread";

    public static DateTimeOffset Since => ChaseReaderDuty.Since;

    public static string Says => "word that minutes are not read";

    public static string Watches => "each version of the minutes that a reader was asked for once and has not acknowledged, "
        + "or that did not reach them; chair, business support and the first of the ladder hear once each, and nobody again";

    public static string Until => "each reader says that they have read it, it is noted how they have it, or a later version is approved";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "Somebody has not read the minutes; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var (clocks, meeting) = (@case.Clocks, @case.Meeting);
        if (DeliveryRule.Outstanding(@case, meeting).Count > 0)
        {
            var on = clocks.Days.After(clocks.Words.LocalDate(meeting.Minutes.Approved!.At), 2 * DeliveryRule.Days(@case));
            var at = clocks.Words.At(on, @case.Profile.Calendar.DigestAt);
            yield return new(string.Create(CultureInfo.InvariantCulture, $"{meeting.Id.Value}/{meeting.Minutes.Version}"), at,
                [meeting.Chair, .. BusinessSupport.Of(@case).Select(person => person.Id)])
            {
                Stops = Climb.After(@case, at, Climb.Rung).AddMinutes(1),
            };
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var (open, all) = (DeliveryRule.Outstanding(@case, @case.Meeting), Recipients.Of(@case, @case.Meeting).Count);
        var failed = open.Count(one => one.HasFailed);
        return $"{open.Count} of {all} have not said that they have read version {@case.Meeting.Minutes.Version} of the minutes."
            + (failed == 0 ? "" : $" It did not reach {(failed == 1 ? "one" : $"{failed}")} of them.");
    }

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        DeliveryRule.Outstanding(@case, @case.Meeting).Select(one => new TextBlock(CardText.Plain(one.To.Described
            + (one.To.Phone.Length > 0 ? $", {one.To.Phone}" : "") + (one.HasFailed ? ": it did not reach them" : ""))));

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) => to.May(Capability.Arrange)
        ? [DeliveryPage.Button(@case), GivenPart.Button(@case)] : [];
}
