using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Protocols.Cards;
using StrategyBot.Reaching;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Phases.Governing;

/// <summary>Tells the chair that dates of the case moved, and why, on the next working morning; <c>status</c> shows it at once.</summary>
internal sealed class TellCalendarChange(Reach reach, Words words) : IDuty
{
    public static string Kind => "governing/calendar-changed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed> Owes(Case @case) =>
        from change in @case.CalendarChanges
        where change.Fact.Moved.Count > 0
        select new Owed($"{Kind}/{change.Fact.To}", @case.Clocks.NextAt(change.At, @case.Profile.Calendar.DigestAt)) { To = @case.Meeting.Chair, About = change.Fact.To };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) => reach.TellAsync(
        @case, @case.Chair, owed, attempt,
        new(CalendarCard.For(@case, @case.CalendarChanges.First(change => change.Fact.To == owed.About).Fact, words), "Dates of the case have changed; open your part."), cancellationToken);
}

internal static class CalendarCard
{
    public static AdaptiveCard For(Case @case, CalendarChanged changed, Words words) => FormCard.Of(
        $"{@case.Id} {@case.CheckWord}: dates have changed",
        null,
        [
            new TextBlock(ChangingCalendar.Why(@case, changed, words)) { Weight = TextWeight.Bolder },
            .. changed.Moved.Select(moved => new TextBlock(CardText.Plain(ChangingCalendar.Say(moved, words)))),
            new TextBlock("The case is counted by the new bank holidays from now on. Nothing else was changed: look whether a meeting or an action should move too.") { IsSubtle = true },
        ]);
}
