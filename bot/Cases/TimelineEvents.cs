using System.Globalization;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Cases;

/// <summary>What stands on a case's timeline, from the limits and the record that its phases know already; each reader as they may read it:
/// the enquiry whoever keeps it, the plan social care. Pure.</summary>
internal static class TimelineEvents
{
    /// <summary>The steps of the enquiry that are looked for by their day.</summary>
    public static IReadOnlyList<string> Checks { get; } = [Pipeline.ProgressCheck, Pipeline.Authorised];

    public static IReadOnlyList<TimelineEvent> Of(CaseView view, DateTimeOffset now)
    {
        var all = new List<TimelineEvent>(Shared(view, now));
        if (view.Reader.May(Capability.KeepEnquiry))
        {
            all.AddRange(EnquiryPipeline.Of(view.Whole).SelectMany(one => OfEnquiry(view.Whole, one, now)));
        }

        if (view.Reader.May(Capability.KeepEnquiry) && view.Reader.Agency == Agency.SocialCare)
        {
            all.AddRange(ProtectionPlan.Of(view.Whole).SelectMany(plan => OfPlan(view.Whole, plan, now)));
        }

        all.AddRange(Closing(view.Whole, [.. all.Select(one => one.Of).OfType<Child>().Distinct()]));
        return
        [
            .. all.OrderBy(one => one.On).ThenBy(one => one.State).ThenBy(one => one.Time ?? TimeOnly.MaxValue).ThenBy(one => one.Line),
        ];
    }

    /// <summary><c>Day 5</c>.</summary>
    public static string DayOf(PipelineStep step) => string.Create(CultureInfo.InvariantCulture, $"Day {step.Day}");

    private static IEnumerable<TimelineEvent> Shared(CaseView view, DateTimeOffset now)
    {
        var (whole, words) = (view.Whole, Words.English);
        if (view.Case.Circumstances is { } given)
        {
            yield return Done(given.ConcernIdentifiedAt, "Concern");
            if (words.LocalDate(given.ReferralReceivedAt) != words.LocalDate(given.ConcernIdentifiedAt))
            {
                yield return Done(given.ReferralReceivedAt, "Referral");
            }
        }
        else
        {
            yield return Done(whole.OpenedAt, "Case opened");
        }

        foreach (var one in view.AboutEach().Reverse().SelectMany(about => OfMeeting(about.Whole, now)))
        {
            yield return one;
        }
    }

    private static TimelineEvent Done(DateTimeOffset at, string what) =>
        new(Words.English.LocalDate(at), TimelineLine.Shared, null, TimelineMark.Step, TimelineState.Done, what)
        {
            // A day alone was said.
            Time = Words.English.LocalTime(at) is var time && time == TimeOnly.MinValue ? null : time,
        };

    /// <summary>One meeting and its minutes, looked at from there.</summary>
    private static IEnumerable<TimelineEvent> OfMeeting(Case about, DateTimeOffset now)
    {
        var (meeting, number) = (about.Meeting, about.Meetings.IndexOf(about.Meeting) + 1);
        var (which, held) = (number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number}"),
            meeting.Attendance.StartedAt ?? meeting.Attendance.EndedAt);
        var due = number == 1 ? MeetingDue.Of(about, about.OpenedAt).Due : MeetingDue.DecidedFor(about, about.Clocks);
        var at = held ?? meeting.Room.Convened?.StartsAt;
        var limit = (at is { } starts ? MeetingDue.Missed(about, starts) : null) ?? due;
        if (held is not null || !IsOver(about))
        {
            if (Event(about, TimelineLine.Shared, null, TimelineMark.Step, $"Meeting{which}",
                meeting.IsConvened ? CaseClocks.On(meeting) : null, held is not null, limit, now) is { } one)
            {
                yield return one with { LateBy = limit is { } by && at is { } when && !by.IsPast(when) ? "" : one.LateBy };
            }
        }

        if (held is not null && Minutes(about, meeting) is { } minutes && (minutes.DoneAt is not null || !IsOver(about))
            && Event(about, TimelineLine.Shared, null, TimelineMark.Step, which.Length == 0 ? "Minutes" : $"Minutes of meeting{which}",
                minutes.DoneAt is { } done ? Words.English.LocalDate(done) : null, minutes.DoneAt is not null, minutes.Due, now) is { } two)
        {
            yield return two;
        }
    }

    private static CaseClock? Minutes(Case about, Meeting meeting) =>
        CaseClocks.Of(about).FirstOrDefault(clock => clock.Id == $"{meeting.Id.Value}/minutes-approved");

    private static IEnumerable<TimelineEvent> OfEnquiry(Case @case, ChildEnquiry one, DateTimeOffset now)
    {
        TimelineEvent? Step(StepState state, string what, string how) =>
            Event(@case, TimelineLine.Child, one.Child, TimelineMark.Step, what, Day(state.DoneAt), state.DoneAt is not null, state.Due,
                now) is { } made ? made with { How = how } : null;
        bool IsShown(StepState state) => state.DoneAt is not null
            || (!IsOver(@case) && one.Work.Held is null && state.Due is { } due && EnquiryPipeline.IsTracked(due));

        foreach (var state in Checks.Select(one.Find).OfType<StepState>().Where(IsShown))
        {
            var endsIt = state.Step.Id == Pipeline.ProgressCheck && one.Work.Progress is { Fact.Conference: Facts.Conference.No };
            if (Step(state, state.Step.Day is null ? state.Step.Title : $"{DayOf(state.Step)} check", endsIt ? "no conference" : "")
                is { } made)
            {
                yield return made with { Short = "Checked" };
            }
        }

        if (one.Find(Pipeline.Enquiry) is { } end && IsShown(end))
        {
            var result = one.Work.Concluded?.Fact.Result;
            if (Step(end, result is Facts.EnquiryResult.NoContinuingRisk or Facts.EnquiryResult.NotSubstantiated
                    ? "Enquiry ended, no conference" : result is null && end.DoneAt is null ? "Enquiry" : "Enquiry ended",
                result is { } said ? WordTables.EnquiryResult.InList(said) : "") is { } made)
            {
                yield return made with { Day = DayNumber(@case, one, end.DoneAt) };
            }
        }

        if (one is { Need: Facts.Conference.No, Work: { Concluded: null, Progress: not { Fact.Conference: Facts.Conference.No } } })
        {
            yield return new(CaseClocks.On(one.Enquiry.By), TimelineLine.Child, one.Child, TimelineMark.Step, TimelineState.Done,
                "No conference");
        }
        else if (one.Work.Held is not null || (one.Need == Facts.Conference.Yes && !IsOver(@case)))
        {
            var what = one.Work is not { Held: not null, Outcome.Fact: { } outcome } ? "Conference"
                : outcome.Plan == YesNo.Yes ? "Conference: a plan" : "Conference: no plan";
            if (Event(@case, TimelineLine.Child, one.Child, TimelineMark.Conference, what,
                one.Work.Held?.Fact.On ?? Day(one.Work.Arranged?.Fact.At), one.Work.Held is not null, one.Limit, now) is { } made)
            {
                yield return one.Work.Held is { Fact.On: var on } && one.StartedOn is not null
                    ? made with { Day = Numbered(one.Day(@case.Clocks, on)) } : made;
            }
        }
    }

    private static string DayNumber(Case @case, ChildEnquiry one, DateTimeOffset? at) =>
        Day(at) is { } on && one.StartedOn is not null ? Numbered(one.Day(@case.Clocks, on)) : "";

    private static string Numbered(int day) => string.Create(CultureInfo.InvariantCulture, $"Day {day}");

    private static IEnumerable<TimelineEvent> OfPlan(Case @case, ProtectionPlan plan, DateTimeOffset now)
    {
        foreach (var group in plan.Groups.Where(group => group.Held is not null || (plan.Runs && !IsOver(@case))))
        {
            var not = group.NotHeld.Count == 0 ? "" : $"not held {Words.English.ShortDate(group.NotHeld[^1].Fact.On)}";
            if (Event(@case, TimelineLine.CoreGroups, plan.Child, TimelineMark.CoreGroup,
                string.Create(CultureInfo.InvariantCulture, $"Core group {group.Number}"),
                group.Held?.Fact.On ?? Day(group.Stands?.Fact.At), group.Held is not null, group.Due, now) is { } made)
            {
                yield return made with { How = not, Number = group.Number };
            }
        }

        foreach (var review in plan.Reviews.Where(review => review.Held is not null || (plan.Runs && !IsOver(@case))))
        {
            var ends = review.Held is { Fact.Outcome: Facts.ReviewOutcome.Ends };
            var name = string.Create(CultureInfo.InvariantCulture, $"Review {review.Number}");
            if (Event(@case, TimelineLine.Child, plan.Child, ends ? TimelineMark.Closed : TimelineMark.Step,
                review.Held is { } held ? $"{name}, {WordTables.ReviewOutcome.InList(held.Fact.Outcome)}" : name,
                review.Held?.Fact.On ?? Day(review.Arranged?.Fact.At), review.Held is not null, review.Due, now) is { } made)
            {
                yield return made with { How = MovedFrom(review), Number = review.Number, Short = name };
            }
        }

        if (plan.Moved is { Fact.On: var since })
        {
            yield return new(since, TimelineLine.Child, plan.Child, TimelineMark.Step, TimelineState.Done, "Moved to another authority");
        }

        if (plan is { MoveAnswered: { } answer, IsMoveOpen: false, Moved: not null })
        {
            var takes = answer.Fact.TakesOver == YesNo.Yes;
            yield return new(answer.Fact.On, TimelineLine.Child, plan.Child, takes ? TimelineMark.Closed : TimelineMark.Step,
                TimelineState.Done, takes ? "Plan taken over there" : "Plan stays ours");
        }
    }

    /// <summary>The day on which it stood before, where it was moved.</summary>
    private static string MovedFrom(ReviewConference review) => review.Arranged is { Before: { } before } now
        && Day(before.Fact.At) is { } was && was != Day(now.Fact.At) ? $"moved from {Words.English.ShortDate(was)}" : "";

    private static IEnumerable<TimelineEvent> Closing(Case @case, IReadOnlyList<Child> lines)
    {
        // Who has a line of their own is closed there.
        IEnumerable<TimelineEvent> At(DateTimeOffset at, TimelineMark mark, string what) => lines.Cast<Child?>().DefaultIfEmpty(null)
            .Select(child => new TimelineEvent(Words.English.LocalDate(at), child is null ? TimelineLine.Shared : TimelineLine.Child, child,
                mark, TimelineState.Done, what));
        return
        [
            .. @case.Closed is { } closed ? At(closed.At, TimelineMark.Closed, "Closed without a meeting") : [],
            .. @case.Ended is { } ended ? At(ended.At, TimelineMark.Closed, "Closed") : [],
            .. @case.Reopened is { } again ? At(again.At, TimelineMark.Step, "Opened again") : [],
        ];
    }

    private static bool IsOver(Case @case) => @case.Ended is not null || @case.Closed is not null;

    private static DateOnly? Day(DateTimeOffset? at) => at is { } when ? Words.English.LocalDate(when) : null;

    /// <param name="on">The day on which it was, or is to be; <c>null</c>: none is known.</param>
    /// <returns><c>null</c> where it has neither a day nor a limit.</returns>
    private static TimelineEvent? Event(
        Case @case, TimelineLine line, Child? of, TimelineMark mark, string what, DateOnly? on, bool isDone, Deadline? due,
        DateTimeOffset now)
    {
        if ((on ?? due?.On) is not { } day)
        {
            return null;
        }

        var today = Words.English.LocalDate(now);
        // What has a day that is past, and nobody said that it was held, is late by now.
        var late = due is null ? "" : HowLate(@case.Clocks, due, isDone ? day : on is { } booked && booked > today ? booked : today);
        return new(day, line, of, mark, isDone ? TimelineState.Done : on is null ? TimelineState.Open : TimelineState.Booked, what)
        {
            HoldBy = due?.On,
            LateBy = late,
            IsOverdue = late.Length > 0 && !isDone && !(on >= today),
        };
    }

    /// <summary>In working days by a limit that was counted in them, else in calendar days.</summary>
    private static string HowLate(Clocks clocks, Deadline due, DateOnly on)
    {
        if (on < due.On || (on == due.On && !due.ByTheMinute))
        {
            return "";
        }

        var days = Math.Max(1, due.InWorkingDays ? clocks.Days.Between(due.On, on) : on.DayNumber - due.On.DayNumber);
        return days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");
    }
}
