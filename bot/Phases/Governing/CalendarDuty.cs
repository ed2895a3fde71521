using StrategyBot.Obligations;
using StrategyBot.Reaching;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Governing;

/// <summary>Looks daily whether this release knows newer bank holidays than a case with a limit to keep is counted by.</summary>
internal sealed class CalendarWatch(BankHolidays newest, TimeProvider clock) : IWatch
{
    // A calendar changes with a release, so no oftener than once in a day; proclamations come weeks ahead.
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    public static string Kind => "governing/calendar";

    public static Watching? Over(Case @case) =>
        CaseClocks.Of(@case).Where(limit => limit.DoneAt is null).Select(limit => (DateTimeOffset?)limit.Due.At).Max() is { } last
            ? new(@case.OpenedAt, last, Every)
            : null;

    public Task<Func<Case, IReadOnlyList<Cases.Fact>>> LookAsync(Case @case, CancellationToken cancellationToken) =>
        Task.FromResult<Func<Case, IReadOnlyList<Cases.Fact>>>(now =>
            CalendarRule.For(now, newest, clock.GetUtcNow()) is { } changed ? [changed] : []);
}

/// <summary>Tells the chair that dates of the case moved, and why, on the next working morning; <c>status</c> shows it at once.</summary>
internal sealed class TellCalendarChangeDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "governing/calendar-changed";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed> Owes(Case @case) =>
        from change in @case.CalendarChanges
        where change.Fact.Moved.Count > 0
        select new Owed($"{Kind}/{change.Fact.To}", @case.Clocks.NextAt(change.At, @case.Profile.Calendar.DigestAt))
        {
            To = @case.Meeting.Chair,
            About = change.Fact.To,
        };

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken)
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
