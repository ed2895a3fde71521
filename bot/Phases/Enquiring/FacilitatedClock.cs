using System.Globalization;
using StrategyBot.Rules;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The request for the conference was complete, and its service has not arranged it within its days (R110).</summary>
internal sealed class FacilitatedClock : IClock
{
    public static string Kind => "enquiring/facilitated";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a conference is not arranged";

    public static string Watches =>
        "the days that the conference service has to arrange a conference, from the complete request; the ladder hears with its owners";

    public static string Until => "it is arranged, or it is said that nobody is free: then the operations manager is asked";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A date on a case has passed; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from enquiry in EnquiryPipeline.Of(@case)
        where enquiry is { IsToBeHeld: true, Work: { Form: not null, Arranged: null, Late: null } }
        let due = Due(@case, enquiry)
        where EnquiryPipeline.IsTracked(due)
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture,
                $"{enquiry.Enquiry.By.Id.Value}/{enquiry.Child.Id.Value}/{enquiry.Work.Form!.Seq}"),
            @case.Clocks.Words.At(@case.Clocks.Days.After(due.On, 1), @case.Profile.Calendar.DigestAt),
            @case.Participants.Where(person => !person.IsTakenOff && person.Roles.Contains(Role.ConferenceService))
                .Select(person => person.Id).DefaultIfEmpty(@case.Meeting.Chair).ToValueList())
        {
            Child = enquiry.Child.Id,
            ClimbsAtOnce = true,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == running.Child) is { Work.Form: not null } enquiry
            ? $"{(@case.Children.Count > 1 ? $"{enquiry.Child.Number}: t" : "T")}he conference was to be arranged by "
                + $"{words.Date(Due(@case, enquiry).On)}. If nobody is free, say so: the operations manager is asked."
            : "A conference was to be arranged.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to)
    {
        if (to.May(ArrangePart.Needs))
        {
            yield return ArrangePart.Button(@case, running.Child?.Value ?? ChildChoice.All);
        }

        if (OutOfTimescaleRule.MaySay(to))
        {
            yield return OutOfTimescalePart.Button(@case);
        }
    }

    private static Deadline Due(Case @case, ChildEnquiry enquiry) =>
        ConferenceLimits.Facilitated(@case.Clocks, @case.Profile.Conference, enquiry.Work.Form!.At);
}
