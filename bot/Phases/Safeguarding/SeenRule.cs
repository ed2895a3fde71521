using StrategyBot.Rules.Deadlines;

namespace StrategyBot.Phases.Safeguarding;

/// <summary>The rules of seeing the child, and of what follows where that wasn't possible (P29). Pure.</summary>
internal static class SeenRule
{
    /// <summary>By when the child is to be seen; <c>null</c> where the child was, isn't born, nobody has to yet, or somebody was and it is
    /// asked what legal advice says.</summary>
    public static Deadline? Due(Case @case, Child child)
    {
        if (child.Details.Unborn || Since(@case, child) is not { } since)
        {
            return null;
        }

        var advice = Advice(@case, child);
        return Last(@case, child) switch
        {
            null => Limit(@case, since),
            { Fact.IsSeen: true } => null,
            // An order opens the door: from there on the same limit again.
            _ => advice is { Fact.Outcome: AdviceOutcome.OrderAppliedFor } ? Limit(@case, advice.At) : null,
        };
    }

    /// <summary>The last visit of this enquiry, whichever meeting's form said so.</summary>
    public static Decided<ChildVisited>? Last(Case @case, Child child)
    {
        var since = Since(@case, child);
        return All(@case, child).LastOrDefault(visit => @case.Meeting.Is(visit.Fact.Meeting) || When(visit) >= since);
    }

    /// <summary>A visit that failed, as long as nobody has said what legal advice came to.</summary>
    public static Decided<ChildVisited>? Refused(Case @case, Child child) =>
        @case.Meeting.Safety.Visits.LastOrDefault(visit => visit.Fact.Child == child.Id) is { Fact.IsSeen: false } failed
            && All(@case, child).Last() == failed && Advice(@case, child) is null
                ? failed
                : null;

    /// <summary>What legal advice came to since the last visit.</summary>
    public static Decided<LegalAdviceTaken>? Advice(Case @case, Child child) => @case.Meetings.SelectMany(meeting => meeting.Safety.Advice)
        .Where(advice => advice.Fact.Child == child.Id && advice.Seq > (All(@case, child).LastOrDefault()?.Seq ?? 0))
        .MaxBy(advice => advice.Seq);

    public static DateTimeOffset When(Decided<ChildVisited> visit) => visit.Fact.HappenedAt ?? visit.At;

    /// <summary><c>Wed 2 Dec 2026, 10:00</c>, or the day where no more is known.</summary>
    public static string Say(Decided<ChildVisited> visit, Words words) => visit.Fact.TimeToConfirm == true
        ? words.Date(words.LocalDate(When(visit)))
        : words.When(When(visit));

    /// <param name="at">When it was; <c>null</c>: now.</param>
    /// <param name="isDay">Only its day is known.</param>
    public static Decision Visit(
        Case @case, Participant me, IReadOnlyList<Child> children, VisitOutcome? outcome, string? byWhom, string? what, DateTimeOffset? at,
        bool isDay, DateTimeOffset now, Readers readers)
    {
        var (who, text) = ((byWhom ?? "").Trim(), (what ?? "").Trim());
        return children.Count == 0 || children.All(child => child.Details.Unborn) ? new NoChildMeant()
            : new Unsaid().If(outcome is null, "outcome", "Say whether the child was seen.")
                .Text("byWhom", who, null, FormCard.Line).Text("what", text, null)
                .If(at > now, "day", "That time lies ahead. Say when it was.").Why is { } missing ? missing
            : Decision.Of([
                .. children.Where(child => !child.Details.Unborn).Select(child => new ChildVisited(outcome!.Value, who, text)
                {
                    Meeting = @case.Meeting.Id,
                    Child = child.Id,
                    HappenedAt = at,
                    TimeToConfirm = isDay ? true : null,
                    Audience = readers.Audience,
                })
                .Where(fact => !(All(@case, child: @case.Find(fact.Child!.Value)!).LastOrDefault() is { } last
                    && me.Is(last.By) && last.Fact == fact)),
            ]);
    }

    public static Decision Advise(
        Case @case, Participant me, IReadOnlyList<Child> children, AdviceOutcome? outcome, string? what, Readers readers)
    {
        var text = (what ?? "").Trim();
        var asked = children.Where(child => All(@case, child).LastOrDefault() is { Fact.IsSeen: false }).ToList();
        return asked.Count == 0 ? new CannotBe("The child was seen, so there is nothing to take advice on.")
            : new Unsaid().If(outcome is null, "outcome", "Say what legal advice came to.")
                .Text("what", text,
                    outcome == AdviceOutcome.SafeguardedWithout ? "Say why the child is safeguarded without an order." : null)
                .Why is { } missing ? missing
            : Decision.Of([
                .. asked.Select(child => new LegalAdviceTaken(outcome!.Value, text)
                {
                    Meeting = @case.Meeting.Id,
                    Child = child.Id,
                    Audience = readers.Audience,
                })
                .Where(fact => !(Advice(@case, @case.Find(fact.Child!.Value)!) is { } stands && me.Is(stands.By) && stands.Fact == fact)),
            ]);
    }

    private static IEnumerable<Decided<ChildVisited>> All(Case @case, Child child) =>
        @case.Meetings.SelectMany(meeting => meeting.Safety.Visits).Where(visit => visit.Fact.Child == child.Id)
            .OrderBy(visit => visit.Seq);

    /// <summary>From the decision of this meeting that an enquiry starts or goes on; before it, from a meeting that is called for the same
    /// day while the child is not at a school or on a ward, where somebody sees them.</summary>
    private static DateTimeOffset? Since(Case @case, Child child) =>
        Enquiry.Of(@case).FirstOrDefault(enquiry => enquiry.Child.Id == child.Id) is { } enquiry
            ? enquiry.By.Id == @case.Meeting.Id
                ? enquiry.By.Plan.Section47[child.Id].AndBefore()
                    .TakeWhile(decided => decided.Fact.Answer is Section47.Start or Section47.Continue).Last().At
                : null
            : @case.Meeting is { IsConvened: true } meeting && meeting.Id == @case.Meetings[0].Id && IsSameDay(@case)
                && meeting.Plan.Section47.GetValueOrDefault(child.Id) is null
                && child.Now?.Fact.Place is PlaceNow.Home or PlaceNow.Elsewhere
                    ? meeting.Room.CalledAt
                    : null;

    private static Deadline Limit(Case @case, DateTimeOffset from) =>
        SafetyLimits.ChildSeen(@case.Clocks, @case.Profile, from, IsSameDay(@case) && @case.Meeting.Id == @case.Meetings[0].Id);

    private static bool IsSameDay(Case @case) => MeetingDue.Of(@case, @case.OpenedAt).Due is { ByTheMinute: false } due
        && due.Rule.StartsWith("same day", StringComparison.Ordinal);
}
