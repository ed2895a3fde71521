namespace StrategyBot.Phases.Holding;

/// <summary>What the hub draws of the meeting itself: starting, who is here, ending, and the record complete.</summary>
internal static class HoldingHub
{
    // So long before the time the chair is led to Start.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now) => !view.Case.Meeting.IsConvened
        ? []
        :
        [
            .. view.Reader.May(Capability.AnswerInvitation) && view.Reader.IsInvited ? Invitee(view) : [],
            .. TelephonePart.Entries(view),
            .. view.Reader.May(Capability.Lead) ? Chair(view.Case, now) : [],
            .. view.Reader.May(Capability.TakeChair) && view.Reader.Id != view.Case.Meeting.Chair
                ? [Takeover(view.Case)]
                : (IEnumerable<HubEntry>)[],
        ];

    public static IEnumerable<Gap> Gaps(Case @case) => @case.Meeting.Attendance.Confirmed is null
        ? [new(PartIds.Attendance, "Who was there is not confirmed yet.", WhoFills.Chair, AttendancePart.Button(@case))]
        : [];

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        if (@case.Meeting.IsConvened && held.StartedAt is null && !@case.HappenedAlready
            && @case.Meeting.Room.Convened!.StartsAt is var starts && now >= starts + Late)
        {
            yield return new(1, $"Late: it should have started {Words.English.Day(now, starts)}.");
        }

        if (!@case.Meeting.IsConvened || !view.Reader.May(Capability.Lead))
        {
            yield break;
        }

        if (held.ReadBack.Values.Count(answer => !answer.Fact.Agreed) is > 0 and var objections)
        {
            yield return new(1, $"Read-back: {objections} {(objections == 1 ? "says" : "say")} it is not what they said.");
        }

        if (TelephoneRule.NotAsked(@case).Select(who => who.Name).ToList() is { Count: > 0 } silent)
        {
            yield return new(2, $"Spoken to by telephone, and nobody of theirs can be asked: {string.Join(", ", silent)}. Read it back.");
        }

        if (held is { EndedAt: not null, CompletedAt: null, Gaps: { } gaps })
        {
            var due = Words.English.Day(now, gaps.DueAt);
            yield return new(gaps.DueAt < now ? 0 : 1, $"The record is not complete; what is open is due {due}.");
        }
    }

    public static IEnumerable<string> Reasons(CaseView view) =>
    [
        .. from taken in view.Case.Meeting.Takeovers
           where taken.Fact.Reason.Length > 0
           select $"{view.Case.Find(taken.Fact.Participant)?.Name ?? "Somebody"} took the chair, because: {taken.Fact.Reason}",
        .. view.Case.Meeting.Attendance is { CompletedWithGaps: true, OverrideReason: var reason }
            ? ["The record was completed with parts unanswered" + (reason.Length > 0 ? $", because: {reason}" : ".")]
            : (IEnumerable<string>)[],
    ];

    public static IEnumerable<DueItem> Dues(CaseView view) =>
        view.Reader.May(Capability.Lead) && view.Case.Meeting.Attendance is { Gaps: { } gaps, EndedAt: not null, CompletedAt: null }
            ? [new(gaps.DueAt, "Complete the record", CompletionPart.Button(view.Case))]
            : [];

    private static HubEntry Takeover(Case @case) =>
        new("holding/take-over", HubSection.Before, "Take over as chair", "you may", TakeoverPart.Button(@case), IsOpen: false)
        { IsOffered = true };

    private static IEnumerable<HubEntry> Invitee(CaseView view)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        var isAsked = AskSaidDuty.Asked(@case).Any(person => person.Id == view.Reader.Id);
        if ((held.StartedAt is not null || isAsked) && held.CompletedAt is null && @case.Meeting.Minutes.Approved is null)
        {
            var said = held.ReadBack.GetValueOrDefault(view.Reader.Id)?.Fact;
            var state = said switch { null => "not answered", { Agreed: true } => "agreed", _ => "not as you said it" };
            yield return new(PartIds.ReadBack, HubSection.Closing, "Read-back", state, ReadBackPart.Button(@case),
                IsOpen: isAsked || (said is null && @case.Meeting.Plan.AgreedAt is not null && held.EndedAt is null))
            {
                IsAwaited = isAsked || (said is null && held.EndedAt is null),
                AtOnce = !view.Reader.May(Capability.Lead),
            };
        }
    }

    private static IEnumerable<HubEntry> Chair(Case @case, DateTimeOffset now)
    {
        var held = @case.Meeting.Attendance;
        if (held.StartedAt is null)
        {
            yield return new(PartIds.Start, HubSection.Before, "Start the meeting", "not started", StartMeeting.Button(@case),
                IsOpen: now >= @case.Meeting.Room.Convened!.StartsAt - Soon)
            { IsAwaited = true };
            yield break;
        }

        if (held.EndedAt is null)
        {
            var state = held.ConfidentialityReadAt is { } read ? $"read {Words.English.Time(read)}" : "not read";
            yield return new(PartIds.Confidentiality, HubSection.Safety, "Confidentiality line", state, ConfidentialityPage.Button(@case),
                IsOpen: held.ConfidentialityReadAt is null);
        }

        if (held.CompletedAt is null)
        {
            var since = held.Presences.Keys.Count(held.CameSince);
            var state = held.Confirmed is null ? "not confirmed"
                : $"{held.Presences.Count - since} confirmed{(since > 0 ? $", {since} since" : "")}";
            yield return new(PartIds.Attendance, HubSection.Safety, "Who is here", state, AttendancePart.Button(@case),
                // Whoever comes later is asked about as well, as long as it runs.
                IsOpen: held.Confirmed is null || (since > 0 && held.IsRunning));
        }

        if (held.IsRunning)
        {
            var running = held.RestrictedNow;
            yield return new(PartIds.Restricted, HubSection.Information, "Restricted part",
                running is not null ? $"since {Words.English.Time(running.From)}" : held.Restricted.Count > 0 ? "over" : "none",
                RestrictedHearingPart.Button(@case), IsOpen: running is not null)
            { IsOffered = true };
            yield return new(PartIds.End, HubSection.Ending, "End the meeting", "running", EndPage.Button(@case), IsOpen: true);
        }

        if (held.EndedAt is { } ended && held.CompletedAt is null && @case.Meeting.Minutes.Approved is null)
        {
            var resume = ResumeMeeting.Button(@case, now);
            var state = $"ended {Words.English.Time(ended)}";
            yield return new("holding/resume", HubSection.Ending, resume.Title, state, resume, IsOpen: false) { IsOffered = true };
        }

        yield return new("holding/complete", HubSection.Ending, "Complete the record", held.CompletedAt is null ? "open" : "complete",
            CompletionPart.Button(@case), IsOpen: held.EndedAt is not null && held.CompletedAt is null)
        { IsAwaited = held.CompletedAt is null };
    }
}
