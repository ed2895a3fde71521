using System.Globalization;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The conference's own day: once it is past, and nobody has said that it was held (R94, R109).</summary>
internal sealed class ConferenceDayClock : IClock
{
    public static string Kind => "enquiring/conference-day";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a conference was not held";

    public static string Watches =>
        "the day of the conference, at the latest its limit or the later day that was agreed; the ladder hears with its owners";

    public static string Until => "it was held, or no conference is needed";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A date on a case has passed; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from enquiry in EnquiryPipeline.Of(@case)
        where enquiry.IsToBeHeld && enquiry.Limit is not null
        let day = Day(enquiry, @case.Clocks.Words)
        where day >= @case.Clocks.Words.LocalDate(Since)
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{enquiry.Enquiry.By.Id.Value}/{enquiry.Child.Id.Value}/{day:yyyyMMdd}"),
            @case.Clocks.Words.At(@case.Clocks.Days.After(day, 1), @case.Profile.Calendar.DigestAt),
            @case.Participants.Where(person => !person.IsTakenOff
                && (person.Roles.Contains(Role.SocialWorker) || person.Roles.Contains(Role.ConferenceService)))
                .Select(person => person.Id).DefaultIfEmpty(@case.Meeting.Chair).ToValueList())
        {
            Child = enquiry.Child.Id,
            ClimbsAtOnce = true,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var enquiry = EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == running.Child);
        return enquiry?.Limit is null ? "The day of a conference has passed."
            : $"{(@case.Children.Count > 1 ? $"{enquiry.Child.Number}: t" : "T")}he conference was to be held by "
                + $"{words.Date(Day(enquiry, words))}, and nobody has said that it was.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(ConferenceHeldPart.Needs)
            ? [ConferenceHeldPart.Button(@case, running.Child?.Value ?? ChildChoice.All), EnquiryPage.Button(@case)] : [];

    /// <summary>The day that was arranged, or the limit where that comes first; where a later one was agreed, that one.</summary>
    private static DateOnly Day(ChildEnquiry enquiry, Words words)
    {
        var limit = enquiry.Limit!.On;
        var isAgreed = enquiry.Work is { Late: not null, LateAnswered.Fact.Agrees: YesNo.Yes } or { Capacity.Fact.On: not null };
        var meant = enquiry.Work.Arranged is { } arranged ? words.LocalDate(arranged.Fact.At)
            : isAgreed ? enquiry.Work.Capacity?.Fact.On ?? enquiry.Work.Late?.Fact.Expected
            : null;
        return meant is { } day && (isAgreed || day < limit) ? day : limit;
    }
}
