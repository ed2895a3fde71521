using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Answering;

/// <summary>Tells the social worker and the chair at once that somebody can't come, or wrote instead (R14).</summary>
internal sealed class AbsenceDuty(Reach reach) : IDuty<ParticipantId>
{
    private const string Wrote = "wrote";

    public static string Kind => "attending/absence";

    public static DateTimeOffset Since { get; } = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed<ParticipantId>> Owes(Case @case)
    {
        var (held, room) = (@case.Meeting.Attendance, @case.Meeting.Room);
        if (room.ConvenedAt is not { } convened)
        {
            return [];
        }

        var absent = held.Standing.Values.Where(answer => answer.Answer == Rsvp.CannotCome)
            .Select(answer => (answer.Participant, About: "cannot-come", At: convened));
        var written = held.WrittenUpdates
            .Select(update => (Participant: update.Key, About: $"{Wrote}-{update.Value.At.UtcTicks}", update.Value.At));
        return
            from told in absent.Concat(written)
            from to in @case.Participants.Where(person => person.Roles.Any(role => role is Role.Chair or Role.SocialWorker))
            where to.Id != told.Participant
            select new Owed<ParticipantId>(KeyOf(@case, told.Participant, told.About, to), told.At, told.Participant)
            {
                To = to.Id,
            };
    }

    public Task<Performed> PerformAsync(Case @case, Owed<ParticipantId> owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(
            @case, @case.Find(owed.To!.Value)!, owed, attempt, Say(@case, @case.Find(owed.About)!), cancellationToken);

    /// <summary>Whoever was told that somebody can't come at the old time is told of the new one too.</summary>
    private static string KeyOf(Case @case, ParticipantId absent, string about, Participant to)
    {
        var (start, end) = ($"{Kind}/{@case.Meeting.Id.Value}/{absent.Value}/{about}", $"/{to.Id.Value}");
        return @case.Meeting.Room is { MovedAt: { } moved, Moves: var moves } && @case.Effects.GetValueOrDefault(start + end) is
        { Settled: not null } told && told.At < moved
                ? $"{start}-{moves}{end}"
                : start + end;
    }

    internal static Notification Say(Case @case, Participant absent)
    {
        var wrote = @case.Meeting.Attendance.WrittenUpdates.ContainsKey(absent.Id);
        var open = ReadUpdatePage.Button(@case, absent);
        return new(
            FormCard.Of(
                $"{@case.Id} {@case.CheckWord}",
                null,
                [
                    new PlainText(Shortened.To(FormCard.Line, absent.Described)) { Weight = TextWeight.Bolder },
                    new TextBlock(wrote ? "left a written update." : "cannot come to the meeting. A written update is asked for."),
                ],
                wrote ? [Actions.Send("Read it", open.Verb, open.Form)] : []),
            "Somebody answered the invitation; open your part.");
    }
}
