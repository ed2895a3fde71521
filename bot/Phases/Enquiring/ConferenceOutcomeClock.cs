using System.Globalization;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Enquiring;

/// <summary>A conference was held, and nobody has written down what it decided (R113).</summary>
internal sealed class ConferenceOutcomeClock : IClock
{
    public static string Kind => "enquiring/conference-outcome";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a conference's outcome is to be written down";

    public static string Watches => "what a conference decided, from the working day after it was held";

    public static string Until => "it is written down for each child";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "The outcome of a meeting is to be written down; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from enquiry in EnquiryPipeline.Of(@case)
        where ConferenceOutcomeRule.IsAsked(enquiry)
        let held = enquiry.Work.Held!
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{enquiry.Enquiry.By.Id.Value}/{enquiry.Child.Id.Value}/{held.Seq}"),
            @case.Clocks.Words.At(@case.Clocks.Days.After(@case.Clocks.Words.LocalDate(held.At), 1), @case.Profile.Calendar.DigestAt),
            @case.Participants.Where(person => !person.IsTakenOff
                && (person.Roles.Contains(Role.SocialWorker) || person.Roles.Contains(Role.ConferenceChair)))
                .Select(person => person.Id).DefaultIfEmpty(@case.Meeting.Chair).ToValueList())
        {
            Child = enquiry.Child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "The conference was held. What it decided is not written down yet.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(ConferenceOutcomePart.Needs) ? [ConferenceOutcomePart.Button(@case, running.Child?.Value ?? ChildChoice.All)] : [];
}
