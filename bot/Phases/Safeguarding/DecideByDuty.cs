using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>At the decide-by of a position the chair is told, unless the child is confirmed safe by then (P4, P20).</summary>
internal sealed class DecideByDuty(Reach reach, Words words) : IDuty<ChildId>
{
    public static string Kind => "safeguarding/decide-by";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Confirming takes it away; another time makes it another one. It never lapses by itself: a child is behind it.</summary>
    public static IEnumerable<Owed<ChildId>> Owes(Case @case) =>
        from child in @case.Children
        let at = PositionRule.DecideBy(@case, child)
        where at is not null
        select new Owed<ChildId>($"{Kind}/{@case.Meeting.Id.Value}/{child.Id.Value}/{at.Value.UtcTicks}", at.Value, child.Id)
        {
            To = @case.Meeting.Chair,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<ChildId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, @case.Find(owed.About)!, @case.Find(owed.To.Value)!),
                "A time has come that you set; open your part now."), cancellationToken);

    internal AdaptiveCard Card(Case @case, Child child, Participant to)
    {
        var confirm = ConfirmationPart.Button(@case, child);
        var change = LimitPart.Button(@case, child);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                new TextBlock($"{child.Number}: the time to decide has come, and nobody has confirmed that the child is safe.")
                {
                    Weight = TextWeight.Bolder,
                    Color = TextColor.Attention,
                },
                .. PositionEcho.For(@case, child, to, words),
            ],
            [Actions.Send(confirm.Title, confirm.Verb, confirm.Form), Actions.Send("Set another time", change.Verb, change.Form)]);
    }
}
