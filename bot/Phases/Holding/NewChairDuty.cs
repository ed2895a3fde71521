using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Holding;

/// <summary>Tells everybody invited who chairs from now on (P8).</summary>
internal sealed class NewChairDuty(Reach reach) : IDuty<ParticipantId>
{
    // After a day nobody is helped by it: the minutes name the chair.
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    public static string Kind => "attending/chair-taken";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case) =>
        from takeover in @case.Meeting.Takeovers.Select((decided, index) => (decided.Fact.Participant, decided.At, Number: index + 1))
        from person in @case.Invited
        where person.Id != takeover.Participant
        select new Owed<ParticipantId>($"{Kind}/{@case.Meeting.Id.Value}/{takeover.Number}/{person.Id.Value}", takeover.At,
            takeover.Participant)
        {
            To = person.Id,
            LapsesAt = takeover.At + WorthTelling,
        };

    public Task<Performed> PerformAsync(Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(
            @case, @case.Find(owed.To!.Value)!, owed, attempt, Say(@case, @case.Find(owed.About)!), cancellationToken);

    /// <summary>Without the reason, which may say something of the chair before.</summary>
    internal static Notification Say(Case @case, Participant chair) => new(
        FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock(@case.Meeting.Attendance.EndedAt is null
                ? "Another person chairs this meeting from now on:"
                : "The meeting is over. Another person answers for its record from now on:"),
            new PlainText(Shortened.To(FormCard.Line, chair.Described)) { Weight = TextWeight.Bolder },
        ]),
        "Another person chairs from now on.");
}
