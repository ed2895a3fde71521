using System.Globalization;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Cases;

/// <summary>Every limit of a case, by its own procedure and calendar, in the order in which a case meets them. Pure.</summary>
/// <remarks>R17–R24, R80, R88, R92, R94–R104, P4. Each is counted from the date its meeting started;
/// until then, from the date it is planned for.</remarks>
internal static class CaseClocks
{
    // The minutes' phase performs it; on disk its keys keep this name for good, so another room may read it.
    private const string Distribute = "minuting/distribute";

    private const string Hold = "hold";

    /// <param name="calendar">Bank holidays to count by instead of those that the case is counted by.</param>
    public static IReadOnlyList<CaseClock> Of(Case @case, BankHolidays? calendar = null)
    {
        var clocks = calendar is null ? @case.Clocks : Clocks.For(@case.Profile, calendar);
        return
        [
            HeldBy(@case, clocks),
            .. ProtectionClocks.Of(@case, clocks),
            .. Called(@case)
                .SelectMany(
                    meeting => (IEnumerable<CaseClock>)[.. MinutesOf(@case, meeting, clocks), .. SafetyPlanOf(@case, meeting, clocks)]),
            .. EnquiryClocks.Of(@case, clocks),
            .. ProtectionPlanClocks.Of(@case, clocks),
        ];
    }

    /// <summary>By when the case's first conference is held; <c>null</c> while no meeting of it has started an enquiry, or
    /// no child needs one.</summary>
    public static Deadline? Conference(Case @case) =>
        Of(@case).Where(clock => clock.Id.EndsWith($"/{EnquiryClocks.Conference}", StringComparison.Ordinal)).Select(clock => clock.Due)
            .MinBy(due => due.At);

    /// <summary>The clocks as one reader may see them: why the limit holds, and police protection, tell something of the child.</summary>
    public static IReadOnlyList<CaseClock> For(CaseView view)
    {
        var reads = view.Reader.May(Capability.ReadContent);
        return
        [
            .. Of(view.Whole)
                .Where(clock => clock.Audience is not { } audience || (reads && audience.Admits(view.Reader.Agency)))
                .Select(clock => reads || clock.Id != Hold ? clock : clock with { Due = clock.Due with { Rule = "limit of this case" } }),
        ];
    }

    /// <summary>What goes with the dates, in sentences.</summary>
    public static IEnumerable<string> Notes(Case @case, Words words)
    {
        foreach (var meeting in Called(@case).Where(meeting => !IsHeld(meeting)))
        {
            yield return $"What follows the meeting is counted from {words.Date(On(meeting))}, for which it is planned, until it is held.";
        }

        foreach (var enquiry in Enquiry.Of(@case).Where(enquiry => enquiry.StartedOn is null))
        {
            yield return $"{enquiry.Child.Number}: the section 47 enquiry began before this case, and nobody has said on which day. "
                + "Its conference is counted from there.";
        }
    }

    /// <summary>The date from which a meeting's limits are counted, also where it ended past midnight (requirements 1.10).</summary>
    public static DateOnly On(Meeting meeting) =>
        Words.English.LocalDate(meeting.Attendance.StartedAt ?? meeting.Attendance.EndedAt ?? meeting.Room.Convened!.StartsAt);

    public static IEnumerable<Meeting> Called(Case @case) => @case.Meetings.Where(meeting => meeting.IsConvened);

    /// <summary>What tells one meeting's limits from another's, where there are several.</summary>
    public static string Which(Case @case, Meeting meeting) => @case.Meetings.Count == 1
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"Meeting {@case.Meetings.IndexOf(meeting) + 1}: ");

    private static bool IsHeld(Meeting meeting) => meeting.Attendance is { StartedAt: not null } or { EndedAt: not null };

    private static CaseClock HeldBy(Case @case, Clocks clocks) => new(Hold, "Hold by", MeetingDue.Of(@case, clocks, @case.OpenedAt).Due)
    {
        DoneAt = @case.Meetings[0].Attendance.StartedAt ?? @case.Meetings[0].Attendance.EndedAt,
        IsTracked = true,
        SaidDone = "Held",
    };

    /// <summary>R88's three marks, and R92's form where it is due sooner.</summary>
    private static IEnumerable<CaseClock> MinutesOf(Case @case, Meeting meeting, Clocks clocks)
    {
        var limits = MinutesLimits.For(clocks, @case.Profile.Minutes, On(meeting));
        CaseClock Mark(string id, string label, Deadline due, DateTimeOffset? doneAt) =>
            new($"{meeting.Id.Value}/{id}", $"{Which(@case, meeting)}{label}", due) { DoneAt = doneAt, IsTracked = IsHeld(meeting) };

        if (@case.Profile.Minutes.ChairForm is not null)
        {
            yield return Mark("chair-form", "Chair's form by", limits.ChairForm, meeting.Attendance.CompletedAt);
        }

        yield return Mark("minutes-approved", "Minutes approved by", limits.Approve, meeting.Minutes.Approvals.Values.FirstOrDefault()?.At);
        yield return Mark("minutes-entered", "Minutes on the child's record by", limits.Enter, Entered(@case, meeting));
        yield return Mark("minutes-distributed", "Minutes sent to every agency by", limits.Distribute, Distributed(@case, meeting));
    }

    private static DateTimeOffset? Entered(Case @case, Meeting meeting) =>
        @case.Children.Count > 0 && @case.Children.All(child => meeting.Minutes.Entered.ContainsKey(child.Id))
            ? meeting.Minutes.Entered.Values.Max(entered => entered.At)
            : null;

    /// <summary>When the last of those invited had a version, whichever.</summary>
    private static DateTimeOffset? Distributed(Case @case, Meeting meeting)
    {
        Effect? Sent(Participant person) => Enumerable.Range(1, meeting.Minutes.Version)
            .Select(version =>
                @case.Effects.GetValueOrDefault(
                    string.Create(CultureInfo.InvariantCulture, $"{Distribute}/{meeting.Id.Value}/{version}/{person.Id.Value}")))
            .FirstOrDefault(effect => effect?.IsDelivered == true);

        var sent = @case.Invited.Where(person => person.Id != meeting.Chair).Select(Sent).ToList();
        return sent.Count > 0 && sent.All(effect => effect is not null) ? sent.Max(effect => effect!.At) : null;
    }

    /// <summary>R80: from the plan being agreed, or else from the end of the meeting that wrote it down.</summary>
    private static IEnumerable<CaseClock> SafetyPlanOf(Case @case, Meeting meeting, Clocks clocks) =>
        (meeting.Plan.AgreedAt ?? meeting.Attendance.EndedAt) is { } agreedAt
            && meeting.Plan.Open.Any(action => action.Fact.Kind == ActionKind.SafetyPlan)
            && @case.About(meeting.Id) is { } about && !meeting.SafetyPlan.IsOnFile(about)
            ? [new($"{meeting.Id.Value}/safety-plan", $"{Which(@case, meeting)}Safety plan on the child's file by",
                SafetyLimits.PlanOnFile(clocks, @case.Profile, agreedAt))]
            : [];
}
