using System.Globalization;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>Nobody has said on what footing a child stays since the agreement was withdrawn (P28, P31). Chair and social worker are told
/// by <see cref="TellConsentDuty"/>.</summary>
internal sealed class ConsentClock : IClock
{
    public static string Kind => "safeguarding/climb-consent";

    public static DateTimeOffset Since { get; } = new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that an agreement was withdrawn";

    public static string Watches => "a child's footing, once an agreement was withdrawn";

    public static string Until => "the footing is recorded again";

    public static Climb Climb => Climb.Danger;

    public static string Sentence => "Something about a child's safety changed, and nobody has answered; open your part now.";

    public static bool IsDanger => true;

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from withdrawn in @case.Meeting.Safety.Withdrawn
        where @case.Find(withdrawn.Key) is not null
        let id = string.Create(CultureInfo.InvariantCulture,
            $"{@case.Meeting.Id.Value}/{withdrawn.Key.Value}/{withdrawn.Value.Seq}")
        select new RunningClock(id, withdrawn.Value.At, [])
        {
            Child = withdrawn.Key,
            Known =
            [
                .. DecideByClock.Owners(@case),
                .. @case.Participants.Where(person => person.Is(withdrawn.Value.By)).Select(person => person.Id),
            ],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var child = @case.Find(running.Child!.Value)!;
        return $"{child.Number}: the agreement on where the child is was withdrawn, {words.When(running.EndsAt)}. "
            + "Nobody has said since on what footing the child stays.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Find(running.Child!.Value) is { } child ? [PositionPart.Button(@case, child)] : [];
}
