namespace StrategyBot.Phases.Answering;

/// <summary>What the hub draws of who comes, what they found, and which agency is missing.</summary>
internal static class AnsweringHub
{
    public static IEnumerable<HubEntry> Entries(CaseView view) => !view.Case.Meeting.IsConvened
        ? []
        :
        [
            .. view.Reader.May(Capability.AnswerInvitation) && view.Reader.IsInvited ? Invitee(view) : [],
            .. view.Reader.May(Capability.Arrange) ? Arranging(view) : [],
            .. view.Reader.May(Capability.ReadContent) ? Reading(view) : [],
            .. view.Reader.May(Capability.Lead) ? Missing(view.Case) : [],
        ];

    public static IEnumerable<Gap> Gaps(Case @case) =>
        from agency in MissingAgencyRule.Open(@case)
        let open = MissingAgencyPart.Button(@case, agency)
        let missing = $"Why {agency.Name()} is missing is not said yet."
        select new Gap(PartIds.MissingOf(agency), missing, WhoFills.Chair, open) { Agency = agency };

    /// <summary>Who is missing, and to whoever arranges the meeting whom to ring; to the chair what else hangs on the answers.</summary>
    public static IEnumerable<StatusLine> Status(CaseView view, DateTimeOffset now) => !view.Case.Meeting.IsConvened
        ? []
        :
        [
            .. Agencies(view, now),
            .. view.Reader.May(Capability.Arrange) ? Strangers(view.Case).Concat(NotLookedAgain(view.Whole)) : [],
            .. view.Reader.May(Capability.Lead) ? Open(view.Case) : [],
        ];

    public static IEnumerable<DueItem> Dues(CaseView view) =>
        view.Reader.IsInvited && view.Reader.Id != view.Case.Meeting.Chair
        && !view.Case.HappenedAlready
        && view.Case.Meeting is { Room.Convened: { } convened, Attendance: { StartedAt: null } held }
        && !held.Standing.ContainsKey(view.Reader.Id)
            ? [new(convened.StartsAt, "Answer your invitation", InvitationPart.Button(view.Case))]
            : [];

    private static IEnumerable<HubEntry> Invitee(CaseView view)
    {
        var (@case, me, held) = (view.Case, view.Reader, view.Case.Meeting.Attendance);
        var answer = held.Standing.GetValueOrDefault(me.Id);
        var isBefore = held.StartedAt is null;
        if (me.Id != @case.Meeting.Chair && held.EndedAt is null && !@case.HappenedAlready)
        {
            yield return new("answering/invitation", HubSection.Before, "Answer the invitation", RsvpWords.Say(answer?.Answer),
                InvitationPart.Button(@case), IsOpen: isBefore && answer is null)
            { IsAwaited = answer is null };
        }

        if (answer?.Answer == Rsvp.SendingDeputy && held.EndedAt is null)
        {
            var deputy = InvitationRule.DeputyOf(@case, me);
            yield return new("answering/deputy", HubSection.Before, "Name your deputy", deputy is null ? "not named" : "named",
                DeputyPart.Button(@case), IsOpen: deputy is null && isBefore);
        }

        if (answer?.Answer is Rsvp.WrittenUpdate or Rsvp.CannotCome || held.WrittenUpdates.ContainsKey(me.Id))
        {
            var given = held.WrittenUpdates.GetValueOrDefault(me.Id);
            var state = given is null ? "not written" : $"saved {Words.English.Time(given.At)}";
            yield return new("answering/update", HubSection.Before, "Your written update", state,
                UpdatePart.Button(@case), IsOpen: given is null && held.EndedAt is null);
        }

        if (held.EndedAt is null)
        {
            var subjects = WhoToCheckRule.Subjects(@case);
            var answered = subjects.Count(subject => WhoToCheckRule.Found(@case, me, subject) is not null);
            // What nobody looked up before the meeting is looked up first in it (P1, P22).
            var isOpen = answered < subjects.Count && me.Id != @case.Meeting.Chair;
            var section = isOpen && !isBefore ? HubSection.Safety : HubSection.Before;
            yield return new(PartIds.WhoToCheck, section, "Who to check: what you found", $"{answered} of {subjects.Count} answered",
                WhoToCheck.Button(@case), isOpen)
            { IsOffered = answered < subjects.Count && !isOpen };
        }
    }

    private static IEnumerable<HubEntry> Reading(CaseView view)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        // Whoever is invited answers for their agency until the meeting is over; then, and for everybody else, it is only read.
        if (!view.Reader.IsInvited || held.EndedAt is not null)
        {
            var named = $"{Count(@case.Children.Count, "child", "children")}, {Count(@case.Adults.Count, "adult", "adults")}";
            yield return new(PartIds.WhoToCheck, HubSection.Before, WhoToCheck.Title, named, WhoToCheck.Button(@case), IsOpen: false)
            { IsOffered = true };
        }

        foreach (var author in held.WrittenUpdates.Keys.Where(id => id != view.Reader.Id).Select(@case.Find).OfType<Participant>())
        {
            yield return new($"answering/read-update/{author.Id.Value}", HubSection.Information, UpdateDrawing.Title(author), "to read",
                ReadUpdatePage.Button(@case, author), IsOpen: false)
            { IsOffered = true };
        }
    }

    private static IEnumerable<HubEntry> Arranging(CaseView view)
    {
        var held = view.Case.Meeting.Attendance;
        var invited = view.Case.Invited.Where(person => person.Id != view.Case.Meeting.Chair).ToList();
        if (held.EndedAt is null)
        {
            var state = $"{invited.Count(person => held.Standing.ContainsKey(person.Id))} of {invited.Count} answered";
            yield return new("answering/answers", HubSection.Before, "Who is coming", state, CallsPart.Button(view.Case), IsOpen: false)
            { IsOffered = true };
        }
    }

    private static IEnumerable<HubEntry> Missing(Case @case) =>
        from agency in MissingAgencyRule.Absent(@case)
        where @case.Meeting.Attendance is { StartedAt: not null, CompletedAt: null }
        let isOpen = MissingAgencyRule.Open(@case).Contains(agency)
        let state = isOpen ? "not explained" : "explained"
        let open = MissingAgencyPart.Button(@case, agency)
        select new HubEntry(PartIds.MissingOf(agency), HubSection.Information, open.Title, state, open, isOpen);

    private static IEnumerable<StatusLine> Agencies(CaseView view, DateTimeOffset now)
    {
        var (@case, held) = (view.Case, view.Case.Meeting.Attendance);
        var missing = Quorum.Core(@case).Except(Quorum.Covered(@case)).ToList();
        if (held.EndedAt is not null || missing.Count == 0)
        {
            yield break;
        }

        var urgency = held.StartedAt is not null || CallsRule.IsUrgent(@case, now) ? 0 : 1;
        yield return new(urgency, Quorum.SayMissing(@case, missing));
        if (view.Reader.May(Capability.Arrange))
        {
            // Of an agency that has not answered at all, the board says so already.
            foreach (var agency in missing.Where(agency => held.StartedAt is not null || HasAnswered(@case, agency)))
            {
                yield return new(urgency, CallsRule.WhomToRing(@case, agency, now));
            }
        }
    }

    /// <summary>Agencies that had answered before somebody was added or changed, and have not looked for them (P1).</summary>
    private static IEnumerable<StatusLine> NotLookedAgain(Case @case)
    {
        var agencies = @case.Meeting.Attendance.EndedAt is not null ? [] : @case.Invited
            .Where(person => WhoToCheckRule.IsChangedSinceAnswered(@case, person))
            .Select(person => person.Agency.Name()).Distinct().ToList();
        if (agencies.Count > 0)
        {
            yield return new(1, "Whom to check was changed. Not looked up yet by: " + string.Join(", ", agencies) + ".");
        }
    }

    private static IEnumerable<StatusLine> Strangers(Case @case) => @case.Meeting.Attendance.StartedAt is not null
        ? []
        : InvitationRule.Unknown(@case).Select(answer => new StatusLine(1,
            Told(@case, answer)
                + $"{Shortened.Name(answer.Name.Length > 0 ? answer.Name : "no name")}, {Shortened.Name(answer.Mail)}. "
                + (answer.NamedBy is null ? "Ring and ask." : "Somebody else has that address here: see who is invited.")));

    private static string Told(Case @case, UnknownAnswered answer) => answer.NamedBy is { } by
        ? $"{Shortened.Name(@case.Find(by)?.Name ?? "Somebody")} says who comes: "
        : $"Somebody whom I can't tell answered in the calendar ({WordTables.Rsvp.InList(answer.Answer)}): ";

    private static bool HasAnswered(Case @case, Agency agency) =>
        @case.Invited.Any(person => person.Agency == agency && @case.Meeting.Attendance.Standing.ContainsKey(person.Id));

    private static IEnumerable<StatusLine> Open(Case @case)
    {
        var held = @case.Meeting.Attendance;
        foreach (var agency in held.Searches.Where(search => search.Value.Fact.Result == RecordsFound.NeedMoreDetail)
            .Select(search => @case.Find(search.Key.Participant)?.Agency).OfType<Agency>().Distinct())
        {
            yield return new(1, $"{agency.Name()} needs more detail to find the records.");
        }

        foreach (var person in @case.Invited.Where(person => held.StartedAt is null
            && held.Standing.GetValueOrDefault(person.Id)?.Answer == Rsvp.SendingDeputy && InvitationRule.DeputyOf(@case, person) is null))
        {
            yield return new(1, $"{person.Agency.Name()} sends a deputy who is not named yet.");
        }
    }

    private static string Count(int count, string one, string several) => $"{count} {(count == 1 ? one : several)}";
}
