using StrategyBot.Rules;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>By when it has to be decided where a child is, and when police protection or an order ends (P4, P27).</summary>
internal sealed class DecideByClock : IClock
{
    // An order has to be applied for; another time has to be thought of.
    private static readonly TimeSpan[] Order = [TimeSpan.FromHours(24), TimeSpan.FromHours(4)], Soon = [TimeSpan.FromHours(2)];

    public static string Kind => "safeguarding/decide-by";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset ClimbsSince { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a child's safety has to be decided";

    public static string Watches => "decide-by of each child's position, and the end of police protection or an order";

    public static string Until => "the child is confirmed safe, or another time is set";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "A time has come that guards a child; open your part now.";

    /// <summary>Confirming takes it away; another time makes it another one. A child is behind it.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from child in @case.Children
        let at = PositionRule.DecideBy(@case, child)
        where at is not null
        let since = @case.Meeting.Safety.Positions[child.Id].At
        select new RunningClock($"{@case.Meeting.Id.Value}/{child.Id.Value}/{at.Value.UtcTicks}", at.Value, Owners(@case))
        {
            Child = child.Id,
            Before = [.. (IsEnd(@case, child, at.Value) ? Order : Soon).Select(ahead => at.Value - ahead).Where(mark => mark > since)],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var child = @case.Find(running.Child!.Value)!;
        var what = IsEnd(@case, child, running.EndsAt)
            ? @case.Meeting.Safety.Positions[child.Id].Fact.Basis == SafetyBasis.PoliceProtection ? "police protection" : "the order"
            : null;
        return (step, what) switch
        {
            (ClockStep.Before, null) => $"{child.Number}: it has to be decided by {words.When(running.EndsAt)}, and nobody has confirmed "
                + "that the child is safe.",
            (ClockStep.Before, _) => $"{child.Number}: {what} ends {words.When(running.EndsAt)}, and nobody has confirmed that the child "
                + "is safe without it.",
            (_, null) => $"{child.Number}: the time to decide has come, and nobody has confirmed that the child is safe.",
            _ => $"{child.Number}: {what} has ended, and nobody has confirmed that the child is safe.",
        };
    }

    public static IEnumerable<CardElement> Beside(Case @case, RunningClock running, Participant to, Words words) =>
        PositionEcho.For(@case, @case.Find(running.Child!.Value)!, to, words);

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Find(running.Child!.Value) is { } child
            ? [ConfirmationPart.Button(@case, child), LimitPart.Button(@case, child) with { Title = "Set another time" }]
            : [];

    internal static ValueList<ParticipantId> Owners(Case @case) =>
    [
        @case.Meeting.Chair,
        .. @case.Invited.Where(person => person.Roles.Contains(Role.SocialWorker) && person.Id != @case.Meeting.Chair)
            .Select(person => person.Id),
    ];

    private static bool IsEnd(Case @case, Child child, DateTimeOffset at) =>
        (PositionRule.ProtectionEnds(@case, child)?.At ?? PositionRule.OrderEnds(@case, child)) == at;
}
