using System.Globalization;
using StrategyBot.Rules;

namespace StrategyBot.Phases.Reviewing;

/// <summary>Each core group: its day, at the latest its limit (R114, R115).</summary>
internal sealed class CoreGroupClock : IClock
{
    // A family has to be told of it too.
    private const int Ahead = 5;

    public static string Kind => "reviewing/core-group";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a core group";

    public static string Watches => "each core group, from the working day after its day, at the latest after its limit";

    public static string Until => "it was held, or was not and another day is arranged; or the plan has ended";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A meeting on a child's plan has a date to keep; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where plan.NextGroup is not null
        let day = Day(@case, plan.NextGroup!)
        where day >= @case.Clocks.Words.LocalDate(Since)
        select new RunningClock(
            string.Create(CultureInfo.InvariantCulture, $"{plan.Child.Id.Value}/{plan.NextGroup!.Number}/{day:yyyyMMdd}"),
            At(@case, @case.Clocks.Days.After(day, 1)), PlanMeant.With(@case, Role.SocialWorker))
        {
            Child = plan.Child.Id,
            // Who has arranged it is reminded once.
            Before = (plan.NextGroup!.Stands is null ? new[] { Ahead, 1 } : [1])
                .Select(ahead => At(@case, @case.Clocks.Days.Before(day, ahead))).Where(at => at > Known(@case, plan)).ToValueList(),
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == running.Child) is not { NextGroup: { } group } plan
            ? "A core group was to meet."
            : PlanLines.Whose(@case, [plan]) + (step == ClockStep.Before
                ? PlanLines.Say(group, words, now)
                : $"Core group {group.Number} was to meet by {words.Date(Day(@case, group))}, and nobody has said that it did.");

    public static string Line(RunningClock running) => running.Id[(running.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to)
    {
        if (to.May(CoreGroupPart.Needs) && running.Child is { } child
            && ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == child)?.NextGroup is { } group)
        {
            yield return ReviewingHub.Open(@case, PlanMeant.Chosen(@case, child), group);
            yield return ProtectionPlanPage.Button(@case);
        }
    }

    /// <summary>Since when that day is the one to keep.</summary>
    private static DateTimeOffset Known(Case @case, ProtectionPlan plan) => new[]
    {
        plan.NextGroup!.Stands?.At, plan.NextGroup.NotHeld is [.., var not] ? not.At : null,
        plan.Groups is [.., { Held: { } held }, _] ? held.At : @case.EnquiryOf(plan.Child.Id).Outcome!.At,
    }.Max()!.Value;

    /// <summary>The day that was arranged; its limit where none is.</summary>
    private static DateOnly Day(Case @case, CoreGroup group) =>
        group.Stands is { } at ? @case.Clocks.Words.LocalDate(at.Fact.At) : group.Due.On;

    private static DateTimeOffset At(Case @case, DateOnly on) => @case.Clocks.Words.At(on, @case.Profile.Calendar.DigestAt);
}

/// <summary>A core group that is arranged for after its limit: who leads the case hears at the limit (R115).</summary>
internal sealed class LateCoreGroupClock : IClock
{
    public static string Kind => "reviewing/core-group-late";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a core group is arranged for after its limit";

    public static string Watches =>
        "the limit of a core group that is arranged for a later day; its owners and the first of the ladder hear, and nobody again";

    public static string Until => "it was held, or has a day within its limit";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "A date on a case has passed; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from plan in ProtectionPlan.Of(@case)
        where plan.NextGroup is { Stands: not null }
        let core = plan.NextGroup!
        let words = @case.Clocks.Words
        where words.LocalDate(core.Stands!.Fact.At) > core.Due.On && core.Due.On >= words.LocalDate(Since)
        let at = words.At(@case.Clocks.Days.After(core.Due.On, 1), @case.Profile.Calendar.DigestAt)
        select new RunningClock(string.Create(CultureInfo.InvariantCulture, $"{plan.Child.Id.Value}/{core.Number}"), at,
            PlanMeant.With(@case, Role.SocialWorker))
        {
            Child = plan.Child.Id,
            ClimbsAtOnce = true,
            Stops = at.AddMinutes(1),
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        ProtectionPlan.Of(@case).FirstOrDefault(plan => plan.Child.Id == running.Child) is not { NextGroup: { Stands: { } at } group } plan
            ? "A core group is arranged for after its limit."
            : $"{PlanLines.Whose(@case, [plan])}Core group {group.Number} had to meet by {words.Date(group.Due.On)}. "
                + $"It is arranged for {words.When(at.Fact.At)}.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(ProtectionPlanPage.Needs) ? [ProtectionPlanPage.Button(@case)] : [];
}
