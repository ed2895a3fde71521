namespace StrategyBot.Phases.Minuting;

/// <summary>Minutes that nobody has approved or entered, once the procedure's reminders are over (R88, P20).</summary>
internal sealed class LateMinutesClock : IClock
{
    public static string Kind => "minuting/late";

    public static DateTimeOffset Since { get; } = new(2026, 11, 29, 0, 0, 0, TimeSpan.Zero);

    public static string Says => "word that minutes are late";

    public static string Watches => "the minutes, from the working day after their limit, or after a later approval";

    public static string Until => "they are approved, and entered on each child's record";

    public static Climb Climb => Climb.Days;

    public static string Sentence => "Minutes are late; open your part.";

    public static IEnumerable<RunningClock> Runs(Case @case)
    {
        var (meeting, clocks) = (@case.Meeting, @case.Clocks);
        if (MinutesClock.Of(@case, meeting) is { } limits && !(meeting.Minutes.Version > 0 && MinutesClock.IsEntered(@case, meeting)))
        {
            var (on, id) = (clocks.Days.After(limits.Approve.On, 1), meeting.Id.Value);
            if (meeting.Minutes.Approved is { } approved && clocks.Words.LocalDate(approved.At) is var day && day >= on)
            {
                // Whoever enters them can't have done it before.
                (on, id) = (clocks.Days.After(day, 1), $"{id}/{meeting.Minutes.Version}");
            }

            yield return new(id, clocks.Words.At(on, @case.Profile.Calendar.DigestAt),
                [meeting.Chair, .. meeting.Minutes.Version == 0 ? Approves(@case, on)
                    : BusinessSupport.Of(@case).Select(person => person.Id)]);
        }
    }

    public static string Tell(Case @case, RunningClock running, ClockStep step, DateTimeOffset now, Words words)
    {
        var (meeting, limits) = (@case.Meeting, MinutesClock.Of(@case, @case.Meeting)!);
        return meeting.Minutes.Version == 0
            ? $"The minutes are not approved. They were due by {limits.Approve.Say(words)}."
            : $"The minutes are not entered on the record of {BusinessSupport.Lack(@case)}. "
                + $"They were due there by {limits.Enter.Say(words)}.";
    }

    public static IEnumerable<PartButton> Opens(Case @case, RunningClock running, Participant to) =>
        @case.Meeting.Minutes.Version == 0
            ? DelegateRule.MayApprove(@case, to, @case.Clocks.Words.LocalDate(running.EndsAt))
                ? [new("Read and approve", DraftPage.Id.Open, new DraftPage.Form(@case.Ref.Value))] : []
            : to.May(Capability.EnterOnRecord) ? [new(EnteringPart.Title, EnteringPart.Id.Open, CaseForm.Of(@case))] : [];

    /// <summary>Whom the chair named; whoever has the chair's place hears in it.</summary>
    private static IEnumerable<ParticipantId> Approves(Case @case, DateOnly on) => @case.Meeting.Minutes.Version == 0
        && DelegateRule.Named(@case, on) is { } named && named.Id != Deputies.Has(@case, @case.Meeting.Chair, on) ? [named.Id] : [];
}
