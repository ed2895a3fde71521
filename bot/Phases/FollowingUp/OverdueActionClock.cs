namespace StrategyBot.Phases.FollowingUp;

/// <summary>An action that was due and isn't done, once its owner was reminded for a working day (R82, R121).</summary>
internal sealed class OverdueActionClock : IClock
{
    // Its owner is reminded on the first.
    private const int Days = 2;

    public static string Kind => "following-up/overdue";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an action is overdue";

    public static string Watches => "each action, two working days after it was due";

    public static string Until => "it is done, can't be done, is taken back, handed over or given another time";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "An action of a plan is overdue; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        (@case.Meeting.Plan.AgreedAt ?? @case.Meeting.Attendance.EndedAt) is null
        ? []
        : from action in @case.Meeting.Plan.Open
          where action.Fact.Kind == ActionKind.Action && action.Progress is null or ActionProgress.Accepted
          where @case.Meeting.Is(action.Meeting)
          let clocks = @case.Clocks
          let day = clocks.Days.After(clocks.Words.LocalDate(action.Fact.DueAt), Days)
          select new RunningClock($"{@case.Meeting.Id.Value}/{action.Id.Value}/{action.Fact.DueAt.UtcDateTime:yyyyMMddHHmm}",
              clocks.Words.At(day, @case.Profile.Calendar.DigestAt), action.Fact.Owner == @case.Meeting.Chair ? [] : [@case.Meeting.Chair])
          {
              About = action.Fact.Owner,
              Known = [action.Fact.Owner],
          };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var owner = @case.Find(running.About!.Value);
        return "An action is overdue by two working days or more, and nobody has said what became of it. "
            + $"Whose it is: {owner?.Described ?? "not known"}{(owner?.Phone is { Length: > 0 } phone ? $", {phone}" : "")}.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == @case.Meeting.Chair ? [ActionAnswerPart.Everybodys(@case)] : [];
}
