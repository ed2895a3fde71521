using StrategyBot.Documents;
using StrategyBot.Oversight;
using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Minuting;

/// <summary>How the minutes stand, as a reader's hub, <c>status</c> and <c>due</c> say it.</summary>
internal static class MinutingHub
{
    private static readonly Words Said = Words.English;

    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var meeting = view.Whole.Meeting;
        var minutes = meeting.Minutes;
        if (meeting.Attendance.EndedAt is null)
        {
            yield break;
        }

        if (DelegateRule.MayApprove(view.Whole, view.Reader, Said.LocalDate(now)))
        {
            yield return new("minuting/draft", HubSection.Minutes, minutes.Version == 0 ? "Draft of the minutes" : "Amend the minutes",
                minutes.Version == 0 ? "not approved" : $"version {minutes.Version} stands", DraftPage.Button(view.Case),
                IsOpen: minutes.Version == 0);
        }

        if (view.Reader.May(Capability.Lead) && DelegateRule.Offered(view.Whole).Count > 0)
        {
            yield return new("minuting/delegate", HubSection.Minutes, DelegatePart.Title,
                DelegateRule.Standing(view.Whole) is { Said.Fact: var said }
                    ? $"{Shortened.Name(view.Whole.Find(said.Delegate)?.Name ?? "somebody")}, {DelegateRule.When(said, Said)}"
                    : "if you are away", DelegatePart.Button(view.Case), IsOpen: false)
            { IsOffered = true };
        }

        if (minutes.Version == 0)
        {
            yield break;
        }

        if (view.Reader.May(Capability.ReadMinutes))
        {
            var hasRead = minutes.HasRead(view.Reader.Id, minutes.Version);
            yield return new("minuting/read", HubSection.Minutes, "Read the minutes",
                $"version {minutes.Version}, {(hasRead ? "read" : "not read yet")}",
                IssuedMinutesPage.Button(view.Case, meeting),
                // Who keeps the record may read them, and is not asked to.
                IsOpen: !hasRead && view.Reader.Id != meeting.Chair
                    && view.Reader.Roles.Any(role => role != Role.InformationGovernance));
        }

        if (Objections(view) is { } objections)
        {
            yield return objections;
        }

        if (view.Reader.May(Capability.EnterOnRecord))
        {
            var entered = MinutesClock.IsEntered(view.Whole, meeting);
            yield return new("minuting/entering", HubSection.Minutes, EnteringPart.Title, entered ? "entered" : "not entered yet",
                EnteringPart.Button(view.Case), IsOpen: !entered);
        }

        if (view.Reader.May(Capability.Arrange))
        {
            var deliveries = Recipients.Deliveries(view.Whole, meeting);
            yield return new("minuting/delivery", HubSection.Minutes, DeliveryPage.Title,
                $"{deliveries.Count(delivery => delivery.IsDelivered)} of {deliveries.Count} sent", DeliveryPage.Button(view.Case),
                IsOpen: false)
            { IsOffered = true };
        }
    }

    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        var meeting = view.Whole.Meeting;
        if (MinutesClock.Of(view.Whole, meeting) is not { } limits)
        {
            return [];
        }

        return meeting.Minutes.Version == 0
            ? [Line(limits.Approve, now, "Minutes: drafted, not approved.", "Approve")]
            :
            [
                .. Questioned(view, now), .. Undelivered(view), Distributed(view.Whole, meeting),
                Entered(view.Whole, meeting, limits, now), .. Changed(view),
            ];
    }

    public static IEnumerable<string> Reasons(CaseView view) =>
    [
        .. view.Case.Meeting.Minutes.LateReason is { Length: > 0 } late
            ? [$"The minutes were late, because: {late}"]
            : (IEnumerable<string>)[],
        .. from approved in view.Case.Meeting.Minutes.Approvals.Values
           where approved.Fact.Reason.Length > 0
           select $"There is version {approved.Fact.Version} of the minutes, because: {approved.Fact.Reason}",
    ];

    public static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now)
    {
        var meeting = view.Whole.Meeting;
        if (MinutesClock.Of(view.Whole, meeting) is not { } limits)
        {
            yield break;
        }

        if (meeting.Minutes.Version == 0 && DelegateRule.MayApprove(view.Whole, view.Reader, Said.LocalDate(now)))
        {
            yield return new(limits.Approve.At, "Approve the minutes", DraftPage.Button(view.Case));
        }

        if (view.Reader.May(Capability.Lead)
            && meeting.Minutes.Objections.FirstOrDefault(objection => objection.Answer is null) is { } first)
        {
            yield return new(ObjectionRule.Limit(view.Whole, first).At, "Answer what is said to be wrong in the minutes",
                ObjectionsPage.Button(view.Case, leads: true));
        }

        if (meeting.Minutes.Version > 0 && view.Reader.May(Capability.EnterOnRecord) && !MinutesClock.IsEntered(view.Whole, meeting))
        {
            yield return new(limits.Enter.At, "Enter the minutes on the child's record", EnteringPart.Button(view.Case));
        }
    }

    /// <summary>Of each meeting that has ended: approving its minutes, and entering them.</summary>
    public static IEnumerable<BoardStep> Steps(Case @case)
    {
        foreach (var about in @case.AboutEach())
        {
            if (MinutesClock.Of(about, about.Meeting) is not { } limits)
            {
                continue;
            }

            if (about.Meeting.Minutes.Version == 0)
            {
                yield return BoardStep.By("Approve and send the minutes", limits.Approve, BoardPerson.ChairOf(about));
            }
            else if (!MinutesClock.IsEntered(about, about.Meeting))
            {
                yield return BoardStep.By("Enter the minutes on the child's record", limits.Enter,
                    BoardPerson.With(about, Role.BusinessSupport, "business support"));
            }
        }
    }

    private static HubEntry? Objections(CaseView view)
    {
        var (leads, all) = (view.Reader.May(Capability.Lead), ObjectionsPage.Of(view));
        var open = all.Count(objection => objection.Answer is null);
        return all.Count == 0
            ? null
            : new("minuting/objections", HubSection.Minutes, ObjectionsPage.TitleFor(leads),
                open == 0 ? "answered" : $"{open} not answered", ObjectionsPage.Button(view.Case, leads), IsOpen: leads && open > 0);
    }

    private static IEnumerable<StatusLine> Questioned(CaseView view, DateTimeOffset now)
    {
        var open = view.Reader.May(Capability.Lead)
            ? view.Whole.Meeting.Minutes.Objections.Where(objection => objection.Answer is null).ToList()
            : [];
        return open.Count == 0
            ? []
            : [Line(ObjectionRule.Limit(view.Whole, open[0]), now,
                $"Minutes: {(open.Count == 1 ? "1 paragraph is" : $"{open.Count} paragraphs are")} said to be wrong.", "Answer")];
    }

    private static StatusLine Line(Deadline limit, DateTimeOffset now, string state, string what) => limit.IsPast(now)
        ? new(0, $"{state} Overdue: {what.ToLowerInvariant()} was due by {limit.Say(Said)}.") { Limit = limit }
        : new(limit.On == Said.LocalDate(now) ? 1 : 2, $"{state} {what} by {limit.Say(Said)}.")
        {
            Limit = limit,
        };

    /// <summary>For whoever can ring: names and numbers.</summary>
    private static IEnumerable<StatusLine> Undelivered(CaseView view) => !view.Reader.May(Capability.Arrange)
        ? []
        : from delivery in Recipients.Deliveries(view.Whole, view.Whole.Meeting)
          where delivery.HasFailed
          let ring = delivery.To.Phone.Length > 0 ? $"Ring {delivery.To.Phone}." : "No telephone number is known."
          select new StatusLine(0, $"The minutes did not reach {delivery.To.Name}, {delivery.To.Agency.Name()}. {ring}");

    private static StatusLine Distributed(Case @case, Meeting meeting)
    {
        var deliveries = Recipients.Deliveries(@case, meeting);
        var read = deliveries.Count(delivery => meeting.Minutes.HasRead(delivery.To.Id, meeting.Minutes.Version));
        var sent = deliveries.Count(delivery => delivery.IsDelivered);
        var approved = $"version {meeting.Minutes.Version} approved {Said.When(meeting.Minutes.Approved!.At)}";
        return new(2, $"Minutes: {approved}, sent to {sent} of {deliveries.Count}, read by {read}.");
    }

    private static StatusLine Entered(Case @case, Meeting meeting, MinutesLimits limits, DateTimeOffset now)
    {
        var entered = @case.Children.Count(child => meeting.Minutes.IsEntered(child.Id));
        return MinutesClock.IsEntered(@case, meeting)
            ? new(2, $"Minutes: version {meeting.Minutes.Version} stands on every child's record.")
            : Line(limits.Enter, now, $"Minutes: entered for {entered} of {@case.Children.Count} children.", "Enter on the record");
    }

    /// <summary>What was written after the approval is in nobody's minutes until there is a further version.</summary>
    private static IEnumerable<StatusLine> Changed(CaseView view) =>
        view.Reader.May(Capability.Lead)
            && MinutesDigest.Of(MinutesDraft.Of(view.Whole)) != MinutesDigest.Standing(view.Whole.Meeting.Minutes)
            ? [new(2, $"The record changed after version {view.Whole.Meeting.Minutes.Version} was approved. "
                + "Open “Amend the minutes” if it should go out as a new version.")]
            : [];
}
