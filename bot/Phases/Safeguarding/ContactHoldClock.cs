namespace StrategyBot.Phases.Safeguarding;

/// <summary>When police and chair look again at a hold on contact with the family (P5).</summary>
internal sealed class ContactHoldClock : IClock
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    public static string Kind => "safeguarding/contact-hold";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a hold is to be looked at again";

    public static string Watches => "the review of each hold on contact with the family";

    public static string Until => "the police lift it, the chair does after trying them, or another time is set";

    public static Climb Climb => Climb.Hours;

    public static string Sentence => "Something that you hold is to be looked at again; open your part.";

    /// <summary>Of the meeting that held it last.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from hold in StandingHold.Of(@case)
        where @case.Meeting.Is(hold.Held.Fact.Meeting)
        let at = hold.Held.Fact.ReviewAt
        select new RunningClock($"{@case.Meeting.Id.Value}/{hold.Whom}/{at.UtcDateTime:yyyyMMddHHmm}", at,
            [.. new[] { hold.Officer(@case).Id, @case.Meeting.Chair }.Distinct()])
        {
            Before = at - Ahead > hold.Held.At ? [at - Ahead] : [],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"A hold on contact with the family {(step == ClockStep.Before ? "is" : "was")} to be looked at again "
            + $"{words.When(running.EndsAt)}. It stays on until the police lift it, or set another time.";

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) => HoldLines.On(@case);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        !ContactHoldRule.May(@case, to) || StandingHold.Find(@case, running.Id.Split('/')[1]) is not { } hold
            ? []
            : [ContactHoldPart.Button(@case, hold) with { Title = "Set another time" }, ContactHoldLiftPart.Button(@case, hold)];
}
