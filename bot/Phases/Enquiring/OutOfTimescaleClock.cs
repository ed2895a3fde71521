using System.Globalization;

namespace StrategyBot.Phases.Enquiring;

/// <summary>By Day 8 it is said that a conference will be late, where it isn't arranged in time (R108).</summary>
internal sealed class OutOfTimescaleClock : IClock
{
    public static string Kind => "enquiring/out-of-timescale";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a conference may be late";

    public static string Watches => "the day by which it is said that a conference will be late, while none is arranged within its limit";

    public static string Until => "a day within the limit is arranged, it is said why not, or no conference is needed";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A date on a case may be missed; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var (clocks, morning) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
        foreach (var enquiry in EnquiryPipeline.Of(@case).Where(one => one.IsToBeHeld && one.Limit is not null))
        {
            var by = clocks.OnDay(enquiry.StartedOn!.Value, @case.Profile.Conference.OutOfTimescale);
            var arranged = enquiry.Work.Arranged;
            if (!EnquiryPipeline.IsTracked(by) || enquiry.Work.Late?.Seq > (arranged?.Seq ?? 0)
                || (arranged is not null && clocks.Words.LocalDate(arranged.Fact.At) <= enquiry.Limit!.On))
            {
                continue;
            }

            // Once a late day is arranged it is told on the next morning, whatever day that is.
            var day = arranged is null ? by.On : clocks.Words.LocalDate(arranged.At);
            yield return new(
                string.Create(CultureInfo.InvariantCulture,
                    $"{enquiry.Enquiry.By.Id.Value}/{enquiry.Child.Id.Value}/{arranged?.Seq ?? 0}"),
                clocks.Words.At(clocks.Days.After(day, 1), morning), [@case.Meeting.Chair])
            {
                Child = enquiry.Child.Id,
                Before = arranged is null && clocks.Days.IsWorkingDay(day) ? [clocks.Words.At(day, morning)] : [],
            };
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var enquiry = EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == running.Child);
        var whose = @case.Children.Count > 1 && enquiry is not null ? $"{enquiry.Child.Number}: t" : "T";
        return enquiry?.Work.Arranged is { } arranged
            ? $"{whose}he conference is arranged for {words.Date(words.LocalDate(arranged.Fact.At))}, after its limit. "
                + "Say why, so that the area manager can agree."
            : $"{whose}he conference has no day within its limit yet. Arrange it, or say why it will be late.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        OutOfTimescaleRule.MaySay(to) && to.May(OutOfTimescalePart.Needs)
            ? [OutOfTimescalePart.Button(@case, running.Child?.Value ?? ChildChoice.All), EnquiryPage.Button(@case)] : [];
}
