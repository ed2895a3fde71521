using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.FollowingUp;

/// <summary>Reminds the owner of an action: the working day before at 09:00, when it is due, then once a working day.</summary>
internal sealed class RemindOwnerDuty(Reach reach, Words words, TimeProvider clock) : IDuty<ActionId>
{
    // After a week the chair's board and the owner's list still show it; more of the same helps nobody.
    private const int MostOverdue = 5;

    private static readonly TimeOnly Morning = new(9, 0);

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
            from owed in Of(@case, action)
            where owed.DueAt > told && owed.DueAt > action.At
            select owed;
    }

    public Task<Performed> PerformAsync(Case @case, Owed<ActionId> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var owner = @case.Find(owed.To!.Value)!;
        return reach.TellAsync(@case, owner, owed, attempt,
            new(Card(@case, owner, owed.About, clock.GetUtcNow(), words), "Something you agreed to do is due; open your actions.")
            {
                InLetter = "Something that you agreed to do is due.",
                Asks = new(1, @case.Meeting.Plan.Open.First(action => action.Id == owed.About).Fact.DueAt, "say whether it is done"),
            }, cancellationToken);
    }

    internal static AdaptiveCard Card(Case @case, Participant owner, ActionId id, DateTimeOffset now, Words words)
    {
        var action = ActionAnswerDrawing.For(owner, @case.Meeting.Plan.Open.First(action => action.Id == id));
        CardAction[] beside = action.Progress is null ? [OwnActions.Accept(@case)] : [];
        return ActionAnswerDrawing.Card([ListedAction.From(@case, owner, action)], now, words, beside);
    }

    private static IEnumerable<Owed<ActionId>> Of(Case @case, PlannedAction action)
    {
        var clocks = @case.Clocks;
        var due = action.Fact.DueAt;
        var on = clocks.Words.LocalDate(due);
        var key = $"{Kind}/{@case.Meeting.Id.Value}/{action.Id.Value}/{due.UtcDateTime:yyyyMMddHHmm}";
        DateTimeOffset MorningAfter(int days) => clocks.Words.At(clocks.Days.After(on, days), Morning);
        Owed<ActionId> Reminder(string which, DateTimeOffset at, DateTimeOffset successor) =>
            new($"{key}/{which}", at, action.Id) { To = action.Fact.Owner, LapsesAt = successor };

        yield return Reminder("before", clocks.Words.At(clocks.Days.Before(on, 1), Morning), due);
        yield return Reminder("due", due, MorningAfter(1));
        for (var day = 1; day <= MostOverdue; day++)
        {
            yield return Reminder($"overdue-{day}", MorningAfter(day), MorningAfter(day + 1));
        }
    }
}
