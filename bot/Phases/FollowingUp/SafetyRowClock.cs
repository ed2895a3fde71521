namespace StrategyBot.Phases.FollowingUp;

/// <summary>A row of the interim safety plan that was due and isn't done: it climbs the same day (R64, R82).</summary>
internal sealed class SafetyRowClock : IClock
{
    private static readonly TimeSpan Answers = TimeSpan.FromHours(1);

    public static string Kind => "following-up/safety-row";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a row of the safety plan is overdue";

    public static string Watches => "each row of the interim safety plan, an hour after its owner was reminded that it is due";

    public static string Until => "it is done, taken back, handed over or given another time";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "A part of a child's safety plan is overdue; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        (@case.Meeting.Plan.AgreedAt ?? @case.Meeting.Attendance.EndedAt) is null
        ? []
        : from row in @case.Meeting.Plan.Open
          where row.Fact.Kind == ActionKind.SafetyPlan && row.Progress is not ActionProgress.Done && @case.Meeting.Is(row.Meeting)
          let id = $"{@case.Meeting.Id.Value}/{row.Id.Value}/{row.Fact.DueAt.UtcDateTime:yyyyMMddHHmm}"
          select new RunningClock(id, row.Fact.DueAt + Answers, row.Fact.Owner == @case.Meeting.Chair ? [] : [@case.Meeting.Chair])
          {
              About = row.Fact.Owner,
              Known = [row.Fact.Owner],
          };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var owner = @case.Find(running.About!.Value);
        return $"A row of the interim safety plan was due {words.When(running.EndsAt - Answers)}, and nobody has said that it is done. "
            + $"Whose it is: {owner?.Described ?? "not known"}{(owner?.Phone is { Length: > 0 } phone ? $", {phone}" : "")}.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == @case.Meeting.Chair ? [ActionAnswerPart.Everybodys(@case)] : [];
}
