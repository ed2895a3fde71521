namespace StrategyBot.Phases.Minuting;

/// <summary>Something that is said to be wrong in the minutes and isn't answered, two working days after it was due (P15).</summary>
internal sealed class LateObjectionClock : IClock
{
    // Chair and manager are reminded on the day and on the first.
    private const int Days = 2;

    public static string Kind => "minuting/objections-late";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an objection waits";

    public static string Watches => "each thing that is said to be wrong in the minutes, two working days after its answer was due";

    public static string Until => "the chair answers it";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "Something in the minutes is waiting for an answer.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var (clocks, meeting) = (@case.Clocks, @case.Meeting);
        return from date in meeting.Minutes.Objections.Where(objection => objection.Answer is null)
                   .Select(objection => ObjectionRule.Limit(@case, objection).On).Distinct()
               select new RunningClock($"{meeting.Id.Value}/{date:yyyyMMdd}",
                   clocks.Words.At(clocks.Days.After(date, Days), @case.Profile.Calendar.DigestAt), [meeting.Chair]);
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        "Something that is said to be wrong in the minutes has not been answered.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.May(Capability.Lead) ? [new("Answer", ObjectionsPage.Id.Open, CaseForm.Of(@case))] : [];
}
