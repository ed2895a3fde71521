using System.Globalization;

namespace StrategyBot.Phases.Answering;

/// <summary>A written update that somebody promised instead of coming, and that isn't there (R14).</summary>
internal sealed class UpdateClock : IClock
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(30), AtLeast = TimeSpan.FromMinutes(10), Least = TimeSpan.FromMinutes(1);

    public static string Kind => "answering/update-promised";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word of a written update that was promised";

    public static string Watches => "each written update that was promised, half an hour before the meeting";

    public static string Until => "it is there, they come after all, or the meeting begins; the chair hears, and nobody else";

    public static Climb Climb => Climb.Meeting;

    public static string Sentence => "A written update for a meeting is not there yet; open your part.";

    /// <summary>Whoever promised only just now is left ten minutes; once the meeting begins, it goes on without.</summary>
    public static IEnumerable<RunningClock> Runs(Case @case) =>
        @case.Meeting is not { Room.Convened: { } convened, Attendance: { StartedAt: null, EndedAt: null } held } || @case.HappenedAlready
            ? []
            : from answer in held.Standing.Values
              where answer.Answer == Rsvp.WrittenUpdate && !held.WrittenUpdates.ContainsKey(answer.Participant)
              where @case.Find(answer.Participant)?.IsInvited == true
              let promised = held.AnsweredAt[answer.Participant] + AtLeast
              let early = convened.StartsAt - Ahead
              let at = promised > early ? promised : early
              where at < convened.StartsAt
              let id = string.Create(CultureInfo.InvariantCulture,
                  $"{@case.Meeting.Id.Value}/{answer.Participant.Value}/{convened.StartsAt.UtcDateTime:yyyyMMddHHmm}")
              select new RunningClock(id, at, [answer.Participant])
              {
                  About = answer.Participant,
                  ClimbsAtOnce = true,
                  Stops = at + Least,
              };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"{@case.Find(running.About!.Value)?.Described ?? "Somebody"} promised a written update for the strategy meeting of "
            + $"{words.When(@case.Meeting.Room.Convened!.StartsAt)}. It is not there yet.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        to.Id == running.About ? [UpdatePart.Button(@case)] : to.May(CallsPart.Needs) ? [CallsPart.Button(@case)] : [];
}
