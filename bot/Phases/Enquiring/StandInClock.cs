using System.Globalization;

namespace StrategyBot.Phases.Enquiring;

/// <summary>Nobody is named yet who comes in the social worker's place (R105).</summary>
internal sealed class StandInClock : IClock
{
    public static string Kind => "enquiring/stand-in";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that somebody has to come in a social worker's place";

    public static string Watches =>
        "who comes to the conference in the social worker's place, from the next morning after it is said that they can't";

    public static string Until => "somebody is named, or the conference is held";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "Somebody is to be named on a case; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from enquiry in EnquiryPipeline.Of(@case)
        where enquiry.IsToBeHeld && enquiry.Work.StandIn is { Fact.Who.Length: 0 }
        let clocks = @case.Clocks
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture,
                $"{enquiry.Enquiry.By.Id.Value}/{enquiry.Child.Id.Value}/{enquiry.Work.StandIn!.Seq}"),
            clocks.Words.At(clocks.Days.After(clocks.Words.LocalDate(enquiry.Work.StandIn!.At), 1), @case.Profile.Calendar.DigestAt),
            [@case.Meeting.Chair])
        {
            Child = enquiry.Child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "The social worker can't come to the conference. Name who comes in their place.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(StandInPart.Needs) ? [StandInPart.Button(@case)] : [];
}
