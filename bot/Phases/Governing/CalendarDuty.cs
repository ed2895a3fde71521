using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Governing;

/// <summary>Tells the chair that dates of the case moved, and why, on the next working morning; <c>status</c> shows it at once.</summary>
internal sealed class TellCalendarChangeDuty(Reach reach, Words words) : IDuty<string>
{
    public static string Kind => "governing/calendar-changed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<string>> Owes(Case @case) =>
        from change in @case.CalendarChanges
        where change.Fact.Moved.Count > 0
        select new Owed<string>($"{Kind}/{change.Fact.To}", @case.Clocks.NextAt(change.At, @case.Profile.Calendar.DigestAt), change.Fact.To)
        {
            To = @case.Meeting.Chair,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<string> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var changed = @case.CalendarChanges.First(change => change.Fact.To == owed.About).Fact;
        return reach.TellAsync(@case, @case.Chair, owed, attempt,
            new(Card(@case, changed), "Dates of the case have changed; open your part."), cancellationToken);
    }

    private AdaptiveCard Card(Case @case, CalendarChanged changed) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}: dates have changed",
        null,
        [
            new TextBlock(CalendarRule.Why(@case, changed, words)) { Weight = TextWeight.Bolder },
            .. changed.Moved.Select(moved => new TextBlock(CardText.Plain(CalendarRule.Say(moved, words)))),
            new TextBlock("The case is counted by the new bank holidays from now on. "
                + "Nothing else was changed: look whether a meeting or an action should move too.")
            {
                IsSubtle = true,
            },
        ]);
}
