using System.Globalization;

namespace StrategyBot.Phases.Holding;

/// <summary>A meeting that was called and doesn't begin: nobody chairs it, or nobody said that it began (P8).</summary>
internal sealed class NotStartedClock : IClock
{
    private const string Away = "chair-away";

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5), Ahead = TimeSpan.FromMinutes(10);

    public static string Kind => "holding/not-started";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a meeting has no chair";

    public static string Watches => "the meeting's start, and ten minutes before it a chair who can't come";

    public static string Until => "the meeting starts, is moved, or another person chairs it";

    public static Climb Climb => Climb.Meeting;

    public static string Sentence => "A meeting waits for its chair; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        if (@case.HappenedAlready
            || @case.Meeting is not { Room.Convened: { } convened, Attendance: { StartedAt: null, EndedAt: null } held })
        {
            yield break;
        }

        var key = string.Create(CultureInfo.InvariantCulture,
            $"{@case.Meeting.Id.Value}/{convened.StartsAt.UtcDateTime:yyyyMMddHHmm}/{@case.Meeting.Chair.Value}");
        if (held.Standing.GetValueOrDefault(@case.Meeting.Chair)?.Answer == Rsvp.CannotCome)
        {
            yield return new($"{key}/{Away}", convened.StartsAt - Ahead, [])
            {
                ClimbsAtOnce = true,
                Known = [@case.Meeting.Chair],
                Stops = convened.StartsAt + Late,
            };
        }

        yield return new(key, convened.StartsAt + Late, [@case.Meeting.Chair]);
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var when = words.When(@case.Meeting.Room.Convened!.StartsAt);
        return running.Owners.Count == 0
            ? $"The chair can't come to the strategy meeting of {when}. Somebody else has to chair it."
            : $"The strategy meeting of {when} has not begun, as far as the record tells.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == @case.Meeting.Chair ? [StartMeeting.Button(@case)] : to.May(Capability.TakeChair) ? [TakeoverPart.Button(@case)] : [];
}
