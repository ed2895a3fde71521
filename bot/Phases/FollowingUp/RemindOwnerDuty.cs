using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Reminds the owner of an action: the working day before, when it is due, then once a working day. What isn't due tonight or on a
/// day that isn't worked comes in the day's one message (P20); a row of the safety plan interrupts.</summary>
internal sealed class RemindOwnerDuty(Digest digest, Words words, TimeProvider clock) : IDuty<ActionId>, IRoutine
{
    // After a week the chair's board and the owner's list still show it; more of the same helps nobody.
    private const int MostOverdue = 5;

    private static readonly TimeOnly Evening = new(18, 0);

    public static string Kind => "following-up/remind";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Once the plan has left the meeting, and only while the owner has not done, declined or given up the action.</summary>
    public static IEnumerable<Owed<ActionId>> Owes(Case @case)
    {
        var meeting = @case.Meeting;
        if ((meeting.Plan.AgreedAt ?? meeting.Attendance.EndedAt) is not { } told)
        {
            return [];
        }

        return
            from action in meeting.Plan.Open
            where action.Progress is null or ActionProgress.Accepted
            let known = told > action.At ? told : action.At
            from owed in Of(@case, action, known)
            where owed.DueAt > known
            select owed;
    }

    public Participant? Whom(Case @case, Owed owed) => Digest.IsAtItsHour(@case, owed.DueAt) ? @case.Find(owed.To!.Value) : null;

    public Notification Of(Case @case, IReadOnlyList<Owed> owed, Participant to)
    {
        var actions = Actions(@case, owed.Select(one => ((Owed<ActionId>)one).About));
        return new(Card(@case, to, actions, clock.GetUtcNow(), words), "Something you agreed to do is due; open your actions.")
        {
            InLetter = "Something that you agreed to do is due.",
            Asks = new(actions.Count, actions.Min(action => action.Fact.DueAt), "say whether it is done"),
        };
    }

    public Task<Performed> PerformAsync(Case @case, Owed<ActionId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        digest.TellAsync(this, @case, owed, @case.Find(owed.To!.Value)!, attempt, cancellationToken);

    internal static AdaptiveCard Card(Case @case, Participant owner, ActionId id, DateTimeOffset now, Words words) =>
        Card(@case, owner, Actions(@case, [id]), now, words);

    private static AdaptiveCard Card(
        Case @case, Participant owner, IReadOnlyList<PlannedAction> due, DateTimeOffset now, Words words) => ActionAnswerDrawing.Card(
            [.. due.Select(action => ListedAction.From(@case, owner, ActionAnswerDrawing.For(owner, action)))], now, words,
            due.Any(action => action.Progress is null) ? [OwnActions.Accept(@case)] : []);

    private static IReadOnlyList<PlannedAction> Actions(Case @case, IEnumerable<ActionId> ids) =>
        [.. ids.Distinct().Select(id => @case.Meeting.Plan.Open.First(action => action.Id == id)).OrderBy(action => action.Fact.DueAt)];

    private static IEnumerable<Owed<ActionId>> Of(Case @case, PlannedAction action, DateTimeOffset known)
    {
        var (clocks, morning) = (@case.Clocks, @case.Profile.Calendar.DigestAt);
        var due = action.Fact.DueAt;
        var day = clocks.Words.LocalDate(due);
        var key = $"{Kind}/{@case.Meeting.Id.Value}/{action.Id.Value}/{due.UtcDateTime:yyyyMMddHHmm}";
        DateTimeOffset MorningAfter(int days) => clocks.Words.At(clocks.Days.After(day, days), morning);
        Owed<ActionId> Reminder(string which, DateTimeOffset at, DateTimeOffset successor) =>
            new($"{key}/{which}", at, action.Id)
            {
                // Whoever has their place that day.
                To = Deputies.Has(@case, action.Fact.Owner, clocks.Words.LocalDate(at)),
                LapsesAt = successor,
            };

        var that = clocks.Words.At(day, morning);
        var isTonight = clocks.Words.LocalTime(due) >= Evening || !clocks.Days.IsWorkingDay(day);
        var at = action.Fact.Kind == ActionKind.Action && !isTonight && that > known && that < due ? that : due;
        yield return Reminder("before", clocks.Words.At(clocks.Days.Before(day, 1), morning), at);
        yield return Reminder("due", at, MorningAfter(1));
        for (var late = 1; late <= MostOverdue; late++)
        {
            yield return Reminder($"overdue-{late}", MorningAfter(late), MorningAfter(late + 1));
        }
    }
}
