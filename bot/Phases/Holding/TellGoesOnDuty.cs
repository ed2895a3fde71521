using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Holding;

/// <summary>Tells whoever was at a meeting, was told of its end or has written something since, once, that it goes on; not in which words.
/// </summary>
internal sealed class TellGoesOnDuty(Reach reach, Words words) : IDuty<GoneOn>
{
    // By then it has ended again, or the chair is asked whether it has.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    public static string Kind => "holding/goes-on";

    public static DateTimeOffset Since { get; } = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that the meeting goes on";

    /// <summary>Ended again before they heard, there is nothing to say.</summary>
    public static IEnumerable<Owed<GoneOn>> Owes(Case @case) =>
        from gone in @case.Meeting.Attendance is { IsRunning: true, GoneOn: [.., var last] } ? [last] : (GoneOn[])[]
        from person in @case.Participants
        where !@case.IsShutTo(person) && !person.Is(gone.Said.By) && IsConcerned(@case, gone, person)
        select new Owed<GoneOn>(string.Create(CultureInfo.InvariantCulture,
            $"{Kind}/{@case.Meeting.Id.Value}/{gone.Said.Seq}/{person.Id.Value}"), gone.Said.At, gone)
        {
            To = person.Id,
            LapsesAt = gone.Said.At + WorthTelling,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<GoneOn> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case, owed.About, words), "The meeting is not over: it goes on.")
            {
                InLetter = "The meeting is not over: it goes on. What waited for its end waits again.",
            }, cancellationToken);

    internal static AdaptiveCard Card(Case @case, GoneOn gone, Words words)
    {
        var open = new PartId(PartIds.MyPart);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("The meeting is not over: it goes on.") { Weight = TextWeight.Bolder },
            new TextBlock($"It had ended {words.When(gone.EndedAt)}: {WordTables.ResumeCause.InList(gone.Said.Fact.Cause!.Value)}."),
            new TextBlock("If you were there, come back to it or ring the chair. The minutes and every limit after the meeting wait for "
                + "its end."),
            new PlainText(Shortened.To(FormCard.Line, $"Chair: {@case.Chair.Described}, {@case.Chair.Phone}")) { IsSubtle = true },
        ],
        [open.Send("Open my part", CaseForm.Of(@case))]);
    }

    /// <summary>Chair, scribe, social worker and managers hear of a meeting's end by their own tasks.</summary>
    private static bool IsConcerned(Case @case, GoneOn gone, Participant person)
    {
        var (meeting, roles) = (@case.Meeting, @case.Meeting.RolesOf(person.Id));
        return (person.IsInvited && meeting.Attendance.Attended(person.Id))
            || person.Id == meeting.Chair
            || roles.Contains(Role.Scribe) || roles.Contains(Role.SocialWorker) || person.Roles.Contains(Role.Manager)
            || meeting.Minutes.Delegates is [.., { Ended: null, Said.Fact.Delegate: var named }] && named == person.Id
            || gone.Wrote.Any(person.Is);
    }
}
