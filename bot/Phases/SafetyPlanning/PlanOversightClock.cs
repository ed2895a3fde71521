using System.Globalization;

namespace StrategyBot.Phases.SafetyPlanning;

/// <summary>Somebody of the family doesn't agree to the plan, may not be able to, or was not asked, and no manager has answered
/// (R74–R78).</summary>
internal sealed class PlanOversightClock : IClock
{
    public static string Kind => "safety-planning/oversight";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a manager's oversight is asked for";

    public static string Watches =>
        "a manager's oversight, from when somebody of the family does not agree to the plan, was pressed or was not asked";

    public static string Until => "they say whether the children are safe without it";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "Your oversight is asked for; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from talk in PlanTalk.Standing(@case)
        where talk.IsOversightOwed && @case.Meeting.Is(talk.Said.Fact.Meeting)
        select new RunningClock(IdOf(@case, talk), talk.IsPressed ? talk.Consent!.At : talk.Said.At, Overseers.Of(@case));

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        Of(@case, running) is { } talk
            ? $"{talk.Number(@case)}: {talk.Says}. Are the children safe without it?"
            : "A manager's oversight of the safety plan was asked for.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        Of(@case, running) is { } talk && to.May(PlanOversightPart.Needs) ? [PlanOversightPart.Button(@case, talk)] : [];

    private static PlanTalk? Of(Case @case, RunningClock running) =>
        PlanTalk.All(@case).FirstOrDefault(talk => running.Id == IdOf(@case, talk));

    private static string IdOf(Case @case, PlanTalk talk) =>
        string.Create(CultureInfo.InvariantCulture, $"{@case.Meeting.Id.Value}/{talk.Said.Seq}");
}
