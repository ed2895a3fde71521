using System.Globalization;
using StrategyBot.Rules;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Phases.Enquiring;

/// <summary>The day of each step from the enquiry to the conference (R92–R107): told the working day before and on its morning, once it
/// can be done; late from the next working day.</summary>
internal sealed class StepClock : IClock
{
    public static string Kind => "enquiring/step";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a step of an enquiry is due";

    public static string Watches => "the day of each step from the enquiry to the conference, once it can be done";

    public static string Until => "it is done, or is no longer asked for";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A step is due on a case; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from enquiry in EnquiryPipeline.Of(@case)
        where enquiry.Work.Held is null
        from state in enquiry.Steps
        where state.IsOpen && state.Due is { } due && EnquiryPipeline.IsTracked(due) && !IsNobodys(@case, enquiry, state.Step.Id)
        select Of(@case, enquiry, state);

    /// <summary>The step that a running clock is of.</summary>
    public static StepState? Find(Case @case, RunningClock running) => EnquiryPipeline.Of(@case).SelectMany(enquiry => enquiry.Steps)
        .FirstOrDefault(state => state.Child.Id == running.Child && running.Id.Contains($"/{state.Step.Id}/", StringComparison.Ordinal));

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        if (Find(@case, running) is not { Due: { } due } state)
        {
            return "A step of the enquiry was due.";
        }

        // Children who stand alike are one line.
        var alike = EnquiryPipeline.Of(@case).SelectMany(one => one.Steps)
            .Where(other => other.Step.Id == state.Step.Id && other.IsOpen && other.Due?.On == due.On).ToList();
        var whose = alike.Count == @case.Children.Count ? "" : $"{string.Join(", ", alike.Select(one => one.Child.Number))}: ";
        return $"{whose}{state.Step.Title}: {(step == ClockStep.Before ? "due" : "it was due")} by {due.SayRule(words)}";
    }

    public static string Line(RunningClock running) =>
        running.Child is { } child ? running.Id.Replace($"/{child.Value}/", "/", StringComparison.Ordinal) : running.Id;

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to)
    {
        if (Find(@case, running) is { } state && StepHolders.MayDo(@case, to, state.Step))
        {
            var alike = EnquiryPipeline.Of(@case).Count(one => one.Find(state.Step.Id) is { IsOpen: true });
            yield return EnquiryLines.Open(@case, alike > 1 ? ChildChoice.All : state.Child.Id.Value, state.Step);
        }

        if (to.May(EnquiryPage.Needs))
        {
            yield return EnquiryPage.Button(@case);
        }
    }

    /// <summary>The first time that its holder is told of it: from then on it waits for them.</summary>
    public static DateTimeOffset WaitsFrom(Case @case, ChildEnquiry enquiry, StepState state) =>
        Of(@case, enquiry, state) is { Before: [var first, ..] } ? first : Of(@case, enquiry, state).EndsAt;

    /// <summary>The quality assurance unit is told by the convening form, or by the bot's mail unless that was refused.</summary>
    public static bool IsNobodys(Case @case, ChildEnquiry enquiry, string step) => step == Pipeline.QualityAssurance
        && (@case.Profile.Enquiry.ToldByForm == true || (TellQualityAssuranceDuty.IsByMail(@case)
            && !@case.IsRefused(EnquiryPipeline.TellKey(enquiry.Enquiry, EnquiryPipeline.ToldOfConference))
            && !@case.IsRefused(EnquiryPipeline.TellKey(enquiry.Enquiry, EnquiryPipeline.ToldOfEnquiry))));

    private static RunningClock Of(Case @case, ChildEnquiry enquiry, StepState state)
    {
        var (clocks, morning) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
        var (due, ready) = (state.Due!.On, clocks.Words.LocalDate(state.ReadyAt!.Value));
        DateTimeOffset At(DateOnly day) => clocks.Words.At(day, morning);
        // What came into somebody's hands is told on the next morning, too late as well: then that day is theirs to do it.
        var handed = state.Step.After is null ? (DateOnly?)null : clocks.Days.After(ready, 1);
        var last = handed > due ? handed.Value : due;
        return new(
            string.Create(CultureInfo.InvariantCulture,
                $"{enquiry.Enquiry.By.Id.Value}/{state.Step.Id}/{enquiry.Child.Id.Value}/{state.Due.On:yyyyMMdd}"),
            At(clocks.Days.After(last, 1)), StepHolders.Of(@case, state.Step).Select(person => person.Id).ToValueList())
        {
            Child = enquiry.Child.Id,
            Before = new[] { handed, clocks.Days.Before(due, 1), due, last }.OfType<DateOnly>().Distinct().Order()
                .Where(day => clocks.Days.IsWorkingDay(day) && At(day) > state.ReadyAt && day <= last).Select(At).ToValueList(),
        };
    }
}
