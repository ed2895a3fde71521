using System.Globalization;

namespace StrategyBot.Phases.Reviewing;

/// <summary>A professional challenges what a conference decided, and it is not settled (paper 002, R122).</summary>
internal sealed class ChallengeClock : IClock
{
    public static string Kind => "reviewing/challenge";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a challenged decision of a conference";

    public static string Watches => "each challenge of a conference's decision: at once, then after the day by which it is to be settled";

    public static string Until => "it is settled";

    public static Climb Climb => Climb.Hours with { RestsAtWeekends = true };

    public static string Sentence => "A conference's decision is challenged; open your part.";

    /// <summary>Who is to settle it at once; a day that they set is another clock.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from one in ConferenceViews.Challenges(@case)
        where one.IsOpen
        let due = one.Step?.Fact.DueOn
        let moment = due is { } day
            ? @case.Clocks.Words.At(@case.Clocks.Days.After(day, 1), @case.Profile.Calendar.DigestAt) : one.Said.At
        let id = string.Create(CultureInfo.InvariantCulture,
            $"{one.Child.Id.Value}/{one.Said.Fact.Conference}/{one.Said.Fact.Participant.Value}/{moment.UtcDateTime:yyyyMMddHHmm}")
        select new RunningClock(id, moment, PlanMeant.With(@case, Role.SocialWorker, Role.ConferenceChair))
        {
            Child = one.Child.Id,
            About = one.Said.Fact.Participant,
            ClimbsAtOnce = due is null && one.Said.Fact.Way == ChallengeWay.Escalate,
            Known = [one.Said.Fact.Participant],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        Of(@case, running) is not { } one ? "A conference's decision was challenged."
        : $"{@case.Find(running.About!.Value)?.Agency.Name() ?? "An agency"} challenges {ChildConference.NameOf(one.Said.Fact.Conference)} "
            + $"on {one.Child.Number.ToLowerInvariant()} since {words.When(one.Said.At)}. It is not settled. What was decided goes on. "
            + $"The policy: {@case.Profile.Links.Escalation}";

    public static string Line(RunningClock running) => running.Id[(running.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(ChallengeStepPart.Needs) && to.Agency == Agency.SocialCare && Of(@case, running) is { } one
            ? [ChallengeStepPart.Button(@case, PlanMeant.Chosen(@case, one.Child.Id), one.Said.Fact)] : [];

    private static ChallengedDecision? Of(Case @case, RunningClock running) => ConferenceViews.Challenges(@case)
        .LastOrDefault(one => one.Child.Id == running.Child && one.Said.Fact.Participant == running.About && one.IsOpen);
}
