using StrategyBot.Obligations;
using StrategyBot.Reaching;

namespace StrategyBot.Phases.Holding;

/// <summary>Asks whoever took part in a discussion by telephone whether what was written down is what they said (P13); what was said at
/// night is asked of at eight (P36).</summary>
internal sealed class AskSaidDuty(Reach reach) : IDuty
{
    private static readonly TimeOnly Morning = new(8, 0), Evening = new(20, 0);

    // So long the record is put in order.
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    public static string Kind => "holding/ask-said";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "the question whether it is what they said";

    /// <summary>Once it is over everybody is asked; until then, on the morning after their call, whoever was spoken to. Who has said so
    /// is asked of a later call.</summary>
    public static IEnumerable<Owed> Owes(Case @case) =>
        from person in Asked(@case)
        let last = Last(@case, person)
        let isOver = Over(@case) is not null && !@case.Meeting.Attendance.ReadBack.ContainsKey(person.Id)
        select new Owed($"{Kind}/{@case.Meeting.Id.Value}/{person.Id.Value}{(isOver ? "" : $"/{last!.Fact.Call}")}",
            isOver ? At(@case, Over(@case)!.Value) : NextMorning(@case, last!.Fact.EndedAt))
        {
            To = person.Id,
        };

    /// <summary>Who has not said yet whether it is what they said. Nobody is asked once the minutes are approved: their readers are.
    /// </summary>
    public static IEnumerable<Participant> Asked(Case @case) => @case.Meeting.Minutes.Approved is not null ? []
        : @case.Invited.Where(person => person.Id != @case.Meeting.Chair && person.Id != @case.Meeting.HeldBy
            && (Over(@case) is not null || Last(@case, person) is not null)
            && !(@case.Meeting.Attendance.ReadBack.GetValueOrDefault(person.Id) is { } said
                && !(Last(@case, person)?.At > said.At)));

    /// <summary>The last call of which this person is asked: theirs, or with somebody of their agency who can't be asked.</summary>
    public static Decided<CallNoted>? Last(Case @case, Participant person) => @case.IsByTelephone
        ? @case.Meeting.Attendance.Telephone.Values
            .LastOrDefault(call => @case.Find(call.Fact.Who) is { } who && AnswersFor(person, who))
        : null;

    /// <summary>Who only rang in can't be asked: their agency is.</summary>
    public static bool AnswersFor(Participant person, Participant who) =>
        person.Id == who.Id ? person.IsInvited : person.IsInvited && !who.IsInvited && person.Agency == who.Agency;

    public Task<Performed> PerformAsync(Case @case, Owed owed, Attempt attempt, CancellationToken cancellationToken) =>
        reach.TellAsync(@case, @case.Find(owed.To!.Value)!, owed, attempt,
            new(Card(@case), "What was said by telephone is written down. Is this what you said? Open your part."), cancellationToken);

    internal static AdaptiveCard Card(Case @case)
    {
        var open = ReadBackPart.Button(@case);
        return FormCard.Of($"{@case.Id} {@case.CheckWord}", null,
            [
                new TextBlock("Is this what you said?") { Weight = TextWeight.Bolder },
                new TextBlock("What was said by telephone is written down. Read it, and say whether it is so."),
            ],
            [Actions.Send("Read it", open.Verb, open.Form)]);
    }

    /// <summary>When it was over: what is written down afterwards was over before it was called.</summary>
    private static DateTimeOffset? Over(Case @case) => @case.HappenedAlready ? @case.Meeting.Room.ConvenedAt
        : @case.Circumstances?.Mode == MeetingMode.Phone ? @case.Meeting.Attendance.EndedAt
        : null;

    private static DateTimeOffset NextMorning(Case @case, DateTimeOffset ended)
    {
        var words = @case.Clocks.Words;
        var day = words.LocalDate(ended);
        return words.At(words.LocalTime(ended) < Morning ? day : day.AddDays(1), Morning);
    }

    private static DateTimeOffset At(Case @case, DateTimeOffset over)
    {
        var words = @case.Clocks.Words;
        var (day, time) = (words.LocalDate(over), words.LocalTime(over));
        return time < Morning ? words.At(day, Morning) : time >= Evening ? words.At(day.AddDays(1), Morning) : over + Wait;
    }
}
