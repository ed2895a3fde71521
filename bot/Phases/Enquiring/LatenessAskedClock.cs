using System.Globalization;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Enquiring;

/// <summary>An area or operations manager is asked about a conference that will be late, and hasn't answered (R109, R110).</summary>
internal sealed class LatenessAskedClock : IClock
{
    public static string Kind => "enquiring/lateness-asked";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a manager is asked about a late conference";

    public static string Watches => "a manager's answer on a conference that will be late, from when they are asked";

    public static string Until => "they answer, or the conference is held";

    public static Climb Climb => Climb.Hours with { RestsAtWeekends = true };

    public static string Sentence => "You are asked whether a date may be later; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from enquiry in EnquiryPipeline.Of(@case)
        let asked = OutOfTimescaleRule.IsAsked(enquiry)
        where asked || OutOfTimescaleRule.IsShort(enquiry)
        let late = enquiry.Work.Late!
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{enquiry.Enquiry.By.Id.Value}/{enquiry.Child.Id.Value}/{late.Seq}"), late.At,
            @case.Participants.Where(person => !person.IsTakenOff
                && person.Roles.Contains(asked ? Role.AreaManager : Role.OperationsManager))
                .Select(person => person.Id).DefaultIfEmpty(@case.Meeting.Chair).ToValueList())
        {
            Child = enquiry.Child.Id,
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == running.Child) is { Work.Late: { } late }
            && late.Fact.Cause == LatenessCause.NoChairFree
            ? "No conference chair or room is free within the limit of a conference. What can be found?"
            : "A conference will be after its limit. Do you agree?";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to)
    {
        var isShort = EnquiryPipeline.Of(@case).FirstOrDefault(one => one.Child.Id == running.Child) is { } enquiry
            && OutOfTimescaleRule.IsShort(enquiry);
        if (isShort ? OutOfTimescaleRule.MayReview(to) : OutOfTimescaleRule.MayAnswer(to))
        {
            yield return isShort ? CapacityPart.Button(@case, running.Child?.Value ?? ChildChoice.All)
                : AgreeLatePart.Button(@case, running.Child?.Value ?? ChildChoice.All);
        }
    }
}
