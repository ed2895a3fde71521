namespace StrategyBot.Phases.Convening;

/// <summary>Until when a child stays where somebody said at convening, as long as no position is written down (P4, P36).</summary>
internal sealed class WhereaboutsClock : IClock
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(2);

    public static string Kind => "convening/whereabouts";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that a child no longer stays where they were";

    public static string Watches => "until when a child stays where they were said to be, before any position is written down";

    public static string Until => "the child's position is written down, or another place is said";

    public static Climb Climb => Climb.Safety;

    public static string Sentence => "A time has come that guards a child; open your part now.";

    public static IEnumerable<RunningClock> Runs(Case @case) =>
        from child in @case.Children
        let said = child.Now
        where said?.Fact.Until is not null && !@case.Meetings.Any(meeting => meeting.Safety.Positions.ContainsKey(child.Id))
        let ends = said.Fact.Until!.Value
        select new RunningClock($"{child.Id.Value}/{ends.UtcDateTime:yyyyMMddHHmm}", ends,
        [
            @case.Meeting.Chair,
            .. @case.Participants.Where(person => person.Roles.Contains(Role.SocialWorker) && person.Id != @case.Meeting.Chair)
                .Select(person => person.Id),
        ])
        {
            Child = child.Id,
            Before = ends - Ahead > said.At ? [ends - Ahead] : [],
        };

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words) =>
        $"{@case.Find(running.Child!.Value)!.Number}: the child stays where they are until {words.When(running.EndsAt)}. "
            + "Nobody has written down where they are safe after that.";

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Meeting.IsConvened || to.Id != @case.Meeting.Chair
            ? []
            : [new("Go on convening", GoOnConvening.Verb, new GoOnConvening.Form(@case.Ref.Value))];
}
