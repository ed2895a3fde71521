using System.Globalization;

namespace StrategyBot.Phases.Deputising;

/// <summary>Somebody is asked to take a place on, and has not said that they have it.</summary>
internal sealed class DeputyClock : IClock
{
    private static readonly TimeSpan Wait = TimeSpan.FromHours(2);

    public static string Kind => "deputising/take-on";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody has not taken a place on";

    public static string Watches => "somebody who is to have another's place on the case, two hours from when they were told, "
        + "or from its first morning";

    public static string Until => "they say that they have it, or somebody else has";

    public static Climb Climb => Climb.Hours with { RestsAtWeekends = true };

    public static string Sentence => "Somebody's part in a case waits to be taken over; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from place in @case.Deputies.Values
        where place is { Stands: true, Accepted: null }
        let said = place.Said
        let first = @case.Clocks.Words.At(said.Fact.From, @case.Profile.Calendar.DigestAt)
        let told = said.At + Wait
        where !(said.Fact.Until < @case.Clocks.Words.LocalDate(told))
        select new RunningClock(string.Create(CultureInfo.InvariantCulture, $"{said.Fact.Whom.Value}/{said.Seq}"),
            first > told ? first : told, [said.Fact.Deputy])
        {
            About = said.Fact.Whom,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        @case.Deputies.GetValueOrDefault(running.About!.Value) is not { } place ? "Somebody's part in the case was to be taken on."
        : $"{@case.Find(place.Said.Fact.Deputy)?.Name ?? "Somebody"} is to take over the part of "
            + $"{@case.Find(running.About.Value)?.Name ?? "somebody"} {DeputyRule.When(place.Said.Fact, words)}, "
            + "and has not said so.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Deputies.GetValueOrDefault(running.About!.Value) is not { Stands: true } place ? []
        : to.Id == place.Said.Fact.Deputy ? [AcceptDeputy.Button(@case, place.Said.Fact.Whom), DeputyPage.Button(@case, place)]
        : DeputyRule.MaySay(to, place.Said.Fact.Whom) ? [DeputyPlacePart.Button(@case, place.Said.Fact.Whom)] : [];
}
