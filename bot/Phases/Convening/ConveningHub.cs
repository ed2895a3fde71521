using System.Globalization;
using StrategyBot.Documents;
using StrategyBot.Oversight;

namespace StrategyBot.Phases.Convening;

/// <summary>What the hub shows of convening: the steps, what binds of them, the limit, and the meeting itself.</summary>
internal static class ConveningHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view, DateTimeOffset now)
    {
        var @case = view.Case;
        if (KnownByAddressPage.Shown(@case, view.Reader).Any())
        {
            yield return new(KnownByAddressPage.Id.Open, HubSection.Before, KnownByAddressPage.Title, "if one isn't who it says",
                KnownByAddressPage.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (view.Reader.May(AnotherMeetingPart.Needs) && AnotherMeetingRule.WhyNot(view.Whole) is null
            && @case.Meeting.Id == @case.Meetings[^1].Id)
        {
            // What was decided in the meeting is asked for once its days have passed.
            var isAsked = AnotherMeetingRule.Proposed(@case) == MeetingPurpose.Reconvened
                || FurtherMeetingClock.Runs(view.Whole).Any(running => running.EndsAt <= now);
            yield return new(PartIds.AnotherMeeting, HubSection.Minutes, AnotherMeetingPart.Title,
                isAsked ? "not opened yet" : "if you meet again", AnotherMeetingPart.Button(@case), IsOpen: isAsked)
            { IsOffered = !isAsked };
        }

        if (view.Reader.May(MeetingNotNeededPart.Needs) && @case.IsFurther && AnotherMeetingRule.WhyNeeded(view.Whole) is null)
        {
            yield return new(MeetingNotNeededPart.Id.Open, HubSection.Before, MeetingNotNeededPart.Title, "if you don't meet again",
                MeetingNotNeededPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (view.Reader.May(FurtherReviewPart.Needs) && FurtherReviewRule.Due(view.Whole) is { } look)
        {
            var isDue = look.On <= Words.English.LocalDate(now);
            yield return new(FurtherReviewPart.Id.Open, HubSection.Before, FurtherReviewPart.Title,
                $"{(isDue ? "due" : "by")} {Words.English.Date(look.On)}", FurtherReviewPart.Button(@case), IsOpen: isDue)
            { IsOffered = !isDue };
        }

        if (view.Reader.May(CancelMeetingPart.Needs) && view.Reader.Agency == Agency.SocialCare
            && CancelMeetingRule.WhyNot(view.Whole) is null)
        {
            yield return new(CancelMeetingPart.Id.Open, HubSection.Before, CancelMeetingPart.Title, "if it does not take place",
                CancelMeetingPart.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        if (!view.Reader.May(Capability.Arrange) || @case.Closed is not null)
        {
            yield break;
        }

        if (OutOfHoursDesk.IsOf(view.Reader) && !@case.Meeting.IsConvened)
        {
            foreach (var entry in NightPart.Entries(@case))
            {
                yield return entry;
            }

            yield break;
        }

        if (MeetingDue.Missed(view.Whole) is not null && LatePart.Button(@case) is var late)
        {
            var asked = MeetingDue.Unexplained(view.Whole) is not null;
            yield return new("convening/late", HubSection.Before, late.Title, asked ? "not said" : "said", late, asked);
        }

        if (!@case.Meeting.IsConvened && OutOfHoursDesk.On(@case).LastOrDefault() is { } sent)
        {
            yield return new(DeskPart.Id.Open, HubSection.Before, DeskPart.Title, $"a link went to {Shortened.Name(sent.Name)}",
                DeskPart.Id.Button("", new DeskPart.Form(@case.Ref.Value)), IsOpen: false)
            { IsOffered = true };
        }

        foreach (var entry in Chair(view, now))
        {
            yield return entry;
        }

        foreach (var (id, title, state, open) in Further(@case))
        {
            yield return new(id, HubSection.Before, title, state, open, IsOpen: false);
        }

        foreach (var (step, state, isOpen) in @case.Meeting.IsConvened ? Arranged(@case) : StepRule.All(@case))
        {
            yield return new(IdOf(step), HubSection.Before, TitleOf(@case, step), state, step.Button(@case), isOpen);
        }

        if (ClosingRule.WhyNot(@case) is null)
        {
            yield return new(ClosingPage.Id.Open, HubSection.Before, ClosingPage.Title, "if no meeting is held", ClosingPage.Button(@case),
                IsOpen: false)
            { IsOffered = true };
        }
    }

    /// <summary>Complex may come later than the list: then it is asked again who chairs (R6).</summary>
    private static IEnumerable<HubEntry> Chair(CaseView view, DateTimeOffset now)
    {
        var (whole, asks) = (view.Whole, view.Case.Meeting.IsConvened && ChairRule.Title(view.Whole, now) is not null);
        return asks
            ? [new("convening/chair", HubSection.Before, "Who chairs", ChairRule.Unexplained(whole, now) is null ? "said" : "not said",
                ChairReasonPart.Button(view.Case), ChairRule.Unexplained(whole, now) is not null)]
            : [];
    }

    /// <summary>What binds at completion of what is asked here (requirements 4.2).</summary>
    public static IEnumerable<Gap> Gaps(Case @case)
    {
        if (@case.Urgent.Answer is null)
        {
            yield return new("convening/urgent", "The first question is not answered yet.", WhoFills.Chair, Step.Urgent.Button(@case));
        }

        if (@case.Circumstances is { Circumstances.Count: 0 })
        {
            yield return new("convening/why", "Why the meeting was called is not ticked yet.", WhoFills.Chair, Step.Why.Button(@case));
        }

        if (@case.Circumstances is not { Reason.Length: > 0 })
        {
            const string Unwritten = "Why there is reasonable cause is not written yet.";
            yield return new("convening/cause", Unwritten, WhoFills.Chair, Step.Setting.Button(@case));
        }

        if (LatePart.Asked(@case) is { } late)
        {
            yield return new("convening/late", "Why the meeting is later than its limit is not said yet.", WhoFills.Chair, late);
        }

        if (@case.Meeting.IsConvened && ChairRule.Unexplained(@case, @case.TouchedAt) is { } title)
        {
            yield return new("convening/chair", $"A {title} should chair a case like this, and nobody has said why not.", WhoFills.Chair,
                ChairReasonPart.Button(@case));
        }

        if (ProtectionClocks.IsToConfirm(@case))
        {
            yield return new("convening/since", "When the immediate action was taken is to be confirmed.", WhoFills.Chair,
                CircumstancesRule.HasAction(@case.Circumstances)
                    ? ImmediateActionPart.Id.Button("", new ImmediateActionPart.Form(@case.Ref.Value))
                    : Step.Features.Button(@case));
        }
    }

    /// <summary>The limit, until the meeting is held.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now)
    {
        if (view.Reader.May(Capability.Arrange) && view.Whole.Meeting.Attendance.CompletedAt is null)
        {
            if (MeetingDue.Unexplained(view.Whole) is not null)
            {
                yield return new(1, "The meeting is later than its limit, and nobody has said why.");
            }

            if (view.Whole.Circumstances is { ConcernToConfirm: true } or { ReferralToConfirm: true })
            {
                yield return new(2, "When the concern or the referral came is to be confirmed: the limit runs from the earliest possible.");
            }

            if (ProtectionClocks.IsToConfirm(view.Whole))
            {
                yield return new(1, "When the immediate action was taken is to be confirmed: its clock runs from the earliest possible.");
            }
        }

        if (view.Case.Meeting.Attendance.StartedAt is not null)
        {
            yield break;
        }

        if (!view.Case.Meeting.IsConvened && view.Case.Cancelled.FindLast(one => one.InItsPlace == view.Case.Meeting.Id) is { } off)
        {
            yield return new(1, $"The meeting of {Words.English.When(off.Meeting.Room.Convened!.StartsAt)} is cancelled. "
                + "No other is called yet.");
        }

        if (MeetingDue.Of(view.Whole, now) is { NotNeeded: { } elsewhere } && !view.Case.Meeting.IsConvened
            && view.Reader.May(Capability.Arrange))
        {
            yield return new(2, elsewhere);
            yield break;
        }

        var due = MeetingDue.Of(view.Whole, now).Due;
        // Why the limit holds says something of the child, so it stands only where the reader may read that.
        var said = view.Reader.May(Capability.ReadContent) ? due.Say(Words.English) : due.Date(Words.English);
        yield return new(due.IsPast(now) ? 0 : due.On == Words.English.LocalDate(now) ? 1 : 2,
            due.IsPast(now) ? $"The limit is past: hold by {said}." : $"Hold by {said}.")
        {
            Limit = view.Reader.May(Capability.ReadContent) ? due : null,
        };
    }

    public static IEnumerable<string> Reasons(CaseView view) => GivenReasons.Of(view.Case, Words.English).Select(reason => reason.Text);

    /// <summary>The meeting itself, for whoever is invited.</summary>
    public static IEnumerable<DueItem> Dues(CaseView view, DateTimeOffset now) =>
        view.Case.Meeting is { Room.Convened: { } convened, Attendance.EndedAt: null } && view.Reader.IsInvited
            ? [new(convened.StartsAt, "Strategy meeting", WhoToCheck.Button(view.Case))
            {
                IsRunning = view.Case.Meeting.Attendance.IsRunning,
            }]
            : [];

    /// <summary>Each meeting that nobody has begun, by its limit; without one, by when it is called for.</summary>
    public static IEnumerable<BoardStep> Steps(Case @case)
    {
        foreach (var about in @case.AboutEach().Where(about => about.Meeting.Attendance is { StartedAt: null, EndedAt: null }))
        {
            var (number, booked) = (about.Meetings.IndexOf(about.Meeting) + 1, about.Meeting.Room.Convened?.StartsAt);
            var due = number == 1 ? MeetingDue.Of(about, about.OpenedAt).Due : MeetingDue.DecidedFor(about, about.Clocks);
            var what = number == 1 ? "Hold the meeting" : string.Create(CultureInfo.InvariantCulture, $"Hold meeting {number}");
            if ((due?.At ?? booked) is { } at)
            {
                yield return new(what, at, due?.ByTheMinute ?? true)
                {
                    Guards = true,
                    Who = BoardPerson.ChairOf(about),
                    Booked = booked,
                    Why = about.Meeting.Room.Late is { Cause: { } cause } late && late.Audience.Admits(Agency.SocialCare)
                        ? WordTables.LateCause.InList(cause) : null,
                };
            }
        }
    }

    /// <summary>Forms of their own, which an answer calls for.</summary>
    private static IEnumerable<(string Id, string Title, string State, PartButton Open)> Further(Case @case)
    {
        if (CircumstancesRule.HasAction(@case.Circumstances))
        {
            var isSaid = @case.Circumstances!.ImmediateActionAt is not null;
            yield return ("convening/action", "When the immediate action was taken",
                ProtectionClocks.IsToConfirm(@case) ? "to be confirmed" : isSaid ? "said" : "not said",
                ImmediateActionPart.Id.Button("", new ImmediateActionPart.Form(@case.Ref.Value)));
        }

        if (MeetingDue.IsMovingIn(@case))
        {
            yield return ("convening/transfer-in", TransferInPart.Title, @case.TransferIn is null ? "not said" : "said",
                TransferInPart.Button(@case));
        }

        if (@case.Circumstances?.Has(Features.AnotherAuthority) == true)
        {
            yield return ("convening/authority", "Which authority", @case.Circumstances.Authority is null ? "not known" : "said",
                AuthorityPart.Id.Button("", new AuthorityPart.Form(@case.Ref.Value)));
        }
    }

    /// <summary>What may still be changed once the meeting is called.</summary>
    private static IEnumerable<(Step Step, string State, bool IsOpen)> Arranged(Case @case) => StepRule.All(@case)
        .Where(one => one.Step != Step.Check)
        .Where(one => one.Step != Step.Time || @case.Meeting.Attendance.StartedAt is null)
        .Select(one => (one.Step, one.Step == Step.Time ? "called" : one.State, false));

    private static string IdOf(Step step) => $"convening/{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(step.ToString())}";

    private static string TitleOf(Case @case, Step step) =>
        step == Step.Time && @case.Meeting.IsConvened ? "Move the meeting" : step.Title();
}
