using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Minuting;

/// <summary>Reminds the chair, whoever may approve in their place, and from the last day on a manager (P20), of minutes that are not
/// approved or not entered yet (R88).</summary>
internal sealed class RemindOfMinutesDuty(Reach reach, Words words, TimeProvider clock) : IDuty<string>
{
    private const string Delegate = "delegate";

    public static string Kind => "minuting/remind";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<string>> Owes(Case @case)
    {
        var meeting = @case.Meeting;
        return MinutesClock.Of(@case, meeting) is not { Reminders: var reminders }
            || (meeting.Minutes.Version > 0 && MinutesClock.IsEntered(@case, meeting))
            ? []
            : from index in Enumerable.Range(0, reminders.Count)
              from role in reminders[index].To.Contains(RoleHolders.Chair) ? reminders[index].To.Append(Delegate) : reminders[index].To
              let to = Find(@case, role, reminders[index].At)
              // Whoever approves for the chair may be the manager who is told anyway.
              where to is not null && (role != Delegate || !reminders[index].To.Any(other =>
                  Rules.MailAddress.Same(Find(@case, other, reminders[index].At)?.Mail, to.Mail)))
              select new Owed<string>($"{Kind}/{meeting.Id.Value}/{index + 1}/{role}", reminders[index].At, role)
              {
                  LapsesAt = index + 1 < reminders.Count ? reminders[index + 1].At : null,
              };
    }

    public Task<Performed> PerformAsync(Case @case, Owed<string> owed, Attempt attempt, CancellationToken cancellationToken)
    {
        var (meeting, to) = (@case.Meeting, Find(@case, owed.About, owed.DueAt)!);
        return reach.TellAsync(@case, to, owed, attempt,
            new(ReminderCard.For(@case, meeting, to, words, clock.GetUtcNow()), "The minutes are waiting."), cancellationToken);
    }

    /// <summary>Whoever approves for the chair has nothing to enter.</summary>
    private static Participant? Find(Case @case, string role, DateTimeOffset at) => role != Delegate
        ? RoleHolders.Find(@case, @case.Meeting, role)
        : @case.Meeting.Minutes.Version == 0 ? DelegateRule.On(@case, @case.Clocks.Words.LocalDate(at)) : null;
}

internal static class ReminderCard
{
    public static AdaptiveCard For(Case @case, Meeting meeting, Participant to, Words words, DateTimeOffset now)
    {
        var limits = MinutesClock.Of(@case, meeting)!;
        var waits = meeting.Minutes.Version == 0 ? "not approved" : $"not entered on the record of {BusinessSupport.Lack(@case)}";
        var limit = meeting.Minutes.Version == 0 ? limits.Approve : limits.Enter;
        var chair = @case.Find(meeting.Chair);
        return FormCard.Of(
            $"{@case.Id} {@case.CheckWord}: the minutes are {waits} yet",
            null,
            [
                new TextBlock($"{(limit.IsPast(now) ? "They were due by" : "They are due by")} {limit.SayRule(words)}.")
                {
                    Weight = TextWeight.Bolder,
                },
                .. SourceNote.Of(limit),
                .. to.Id == meeting.Chair || chair is null
                    ? (IReadOnlyList<CardElement>)[]
                    : [new TextBlock(
                        $"Chair: {CardText.Plain(chair.Described)}{(chair.Phone.Length > 0 ? $", {CardText.Plain(chair.Phone)}" : "")}")],
            ],
            Button(@case, meeting, to, now));
    }

    private static IReadOnlyList<CardAction> Button(Case @case, Meeting meeting, Participant to, DateTimeOffset now) =>
        meeting.Minutes.Version > 0
            ? to.May(Capability.EnterOnRecord) ? [Actions.Open(EnteringPart.Title, EnteringPart.Id.Open, CaseForm.Of(@case))] : []
        : DelegateRule.MayApprove(@case, to, @case.Clocks.Words.LocalDate(now))
            ? [Actions.Open("Read and approve", DraftPage.Id.Open, new DraftPage.Form(@case.Ref.Value))] : [];
}
