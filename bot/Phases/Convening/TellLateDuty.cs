using System.Globalization;
using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Convening;

/// <summary>Tells the chair that the meeting is later than its limit, unless it was the chair who said why.</summary>
internal sealed class TellLateDuty(Reach reach, Words words) : IDuty
{
    public static string Kind => "convening/tell-late";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<Owed> Owes(Case @case)
    {
        var (room, chair) = (@case.Meeting.Room, @case.Chair);
        if (MeetingDue.Missed(@case) is not { } missed || @case.Meeting.Attendance.CompletedAt is not null
            || (MeetingDue.Unexplained(@case) is null && chair.Is(room.Late!.By)))
        {
            return [];
        }

        DateTimeOffset?[] moments = [room.ConvenedAt, room.MovedAt, @case.Limit.At, @case.Meeting.Attendance.StartedAt];
        var at = moments.Where(moment => moment is not null).Max() ?? room.CalledAt;
        var which = string.Create(CultureInfo.InvariantCulture,
            $"{missed.Limit.At.UtcDateTime:yyyyMMddHHmm}-{missed.StartsAt.UtcDateTime:yyyyMMddHHmm}");
        return [new($"{Kind}/{@case.Meeting.Id.Value}/{which}", at) { To = chair.Id }];
    }

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Chair, owed, attempt, Say(@case, words), cancellationToken);

    internal static Notification Say(Case @case, Words words)
    {
        var missed = MeetingDue.Missed(@case);
        var open = LatePart.Button(@case);
        var said = MeetingDue.Unexplained(@case) is null ? @case.Meeting.Room.Late!.For(@case.Chair) : null;
        return new(FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
        [
            new TextBlock("The meeting is later than its limit.") { Weight = TextWeight.Bolder },
            .. missed is not { } one ? (IReadOnlyList<CardElement>)[] :
            [
                new TextBlock(CardText.Plain($"Hold by {one.Limit.SayRule(words)}. The meeting: {words.When(one.StartsAt)}.")),
                .. SourceNote.Of(one.Limit),
            ],
            said is null
                ? new TextBlock("Nobody has said why.")
                : new PlainText($"{@case.Find(said.By)?.Name ?? "Somebody"} said why"
                    + (said.Said.Length > 0 ? $": {Shortened.To(FormCard.Line, said.Said)}" : ", for other readers than you.")),
        ],
        [Actions.Send(open.Title, open.Verb, open.Form)]), "The meeting is later than its limit; open your part.");
    }
}
