using StrategyBot.Rules;

namespace StrategyBot.Documents;

/// <summary>Who was there and how that is known, who was not and had been invited, and how the quorum stood.</summary>
internal static class AttendanceParagraphs
{
    public static IEnumerable<MinutesParagraph> Of(Case @case, Words words)
    {
        var section = new Section(@case, "Attendance");
        var attendance = @case.Meeting.Attendance;
        var there = @case.Participants.Where(person => attendance.Attended(person.Id)).ToList();
        // Who took the chair after the end was never asked to come.
        var absent = @case.Invited.Where(person => !attendance.Attended(person.Id) && !AgencyPresences.CameLater(@case, person)
            && (person.Id != @case.Meeting.Chair || person.Id == @case.Meeting.HeldBy
                || person.Roles.Any(role => role != Role.Chair && Participant.IsInvitedAs(role)))).ToList();
        // What the chair confirms anew once a version is issued comes with its time, and so does whoever came after that.
        var later = there.Where(person => attendance.CameSince(person.Id)).ToList();
        var confirmed = attendance.Confirmed?.At is { } at ? later.Select(person => attendance.Presences[person.Id].From).Append(at).Max()
            : (DateTimeOffset?)null;
        yield return section.Plain("attendance/there", there.Count == 0 ? "Who attended was not recorded." : string.Join('\n',
            new[]
            {
                List(attendance.Confirmed is null ? "Attended" : "Attended, as confirmed by the chair", there.Except(later)),
                List("Noted since, and not confirmed by the chair", later),
            }.Where(list => list.Length > 0)), confirmed) with
        { Rows = [.. there.Select(person => Row(@case, person, AtMeeting(@case, person, words)))] };

        string List(string title, IEnumerable<Participant> people) => people.Any()
            ? $"{title}:\n{string.Join('\n', people.Select(person => There(@case, person, attendance.Presences[person.Id], words)))}" : "";

        if (attendance.Telephone.Values.ToList() is { Count: > 0 } calls)
        {
            yield return section.Plain("attendance/calls",
                $"By telephone:\n{string.Join('\n', calls.Select(call => Call(@case, call, words)))}", calls.Max(call => call.At));
        }

        if (absent.Count > 0)
        {
            // Nobody is called absent where nobody was noted as there.
            var title = @case.HappenedAlready ? "On the list and not noted as there"
                : there.Count == 0 ? "Invited"
                : attendance.Confirmed is null ? "Invited and not noted as there"
                : WordTables.AgencyPresence.InForm(AgencyPresence.InvitedAndAbsent);
            yield return section.Plain("attendance/absent",
                $"{title}:\n{string.Join('\n', absent.Select(person => Absent(@case, person)))}", confirmed) with
            {
                Rows = [.. absent.Select(person => Row(@case, person, attendance.WrittenUpdates.TryGetValue(person.Id, out var update)
                    ? $"{WordTables.AgencyPresence.InForm(AgencyPresence.WrittenOnly)}: {words.When(update.At)}"
                    : $"{title}{(attendance.Answers.TryGetValue(person.Id, out var answer)
                        ? $": {WordTables.Rsvp.InMinutes(answer.Answer)}{Outdated(@case, person)}" : "")}"))],
            };
        }

        foreach (var person in @case.Participants.Where(person => attendance.WrittenUpdates.ContainsKey(person.Id)))
        {
            var update = attendance.WrittenUpdates[person.Id];
            yield return section.By($"attendance/update/{person.Id.Value}", $"Written update: {update.Text}", update.By, person.Id,
                update.At, update.Audience, update.WrittenAt);
        }

        yield return section.Plain("attendance/quorum",
            there.Count == 0 ? "Quorum: not known, as who attended was not recorded." : Quorate(@case), confirmed);
        var others = AgencyPresences.Of(@case).Where(one => one.Presence != AgencyPresence.Attended).ToList();
        if (there.Count > 0 && others.Count > 0)
        {
            yield return section.Plain("attendance/agencies", string.Join('\n',
                from one in others
                group one.Agency.Name() by one.Presence into agencies
                orderby agencies.Key
                select $"{WordTables.AgencyPresence.InForm(agencies.Key)}: {string.Join(", ", agencies)}"), confirmed) with
            {
                Rows = [.. others.Where(one => one.Presence == AgencyPresence.NotInvited).Select(one => (ValueList<string>)
                    [one.Agency.Name(), "Nobody named", WordTables.AgencyPresence.InForm(one.Presence), .. Restricted(@case, null)])],
            };
        }

        foreach (var explained in attendance.ExplainedGaps.Values.OrderBy(gap => gap.Fact.Agency))
        {
            var gap = explained.Fact;
            // Who came after all isn't called missing beside it.
            var said = Quorum.Covered(@case).Contains(gap.Agency)
                ? $"{gap.Agency.Name()} was there. Said while it was missing"
                : $"{gap.Agency.Name()} was missing";
            yield return section.Decided($"attendance/gap/{gap.Agency}", FactWords.Lines(
                (said, gap.Reason), ("Who was tried", gap.WhoWasTried), ("Its information came from", gap.InformationFrom)), explained);
        }

        foreach (var part in attendance.Restricted.Values)
        {
            var until = part.OverAt ?? attendance.EndedAt;
            yield return section.Plain($"attendance/restricted/{part.Number}",
                $"{(attendance.Restricted.Count == 1 ? "Restricted part" : $"Restricted part {part.Number}")}, {words.Time(part.From)}"
                    + $"{(until is { } end ? $" to {words.Time(end)}" : "")}. In it: "
                    + $"{string.Join(", ", part.Heard.Select(id => @case.Find(id)?.Name ?? Authors.Gone))}.", until);
        }

        yield return section.Plain("attendance/confidentiality", attendance.ConfidentialityReadAt is { } read
            ? $"The confidentiality statement was read at {words.Time(read)}."
            : "The confidentiality statement is not recorded as read.");
    }

    private static ValueList<string> Row(Case @case, Participant person, string how)
    {
        var deputy = person.DeputyFor is { } other ? $", deputy for {@case.Find(other)?.Name ?? Authors.Gone}" : "";
        var role = person.JobTitle.Length > 0 ? $", {person.JobTitle}" : "";
        return
        [
            person.Agency.Name(), $"{person.Name}{role}{deputy}{(person.Id == @case.Meeting.HeldBy ? " (chair)" : "")}", how,
            .. Restricted(@case, person),
        ];
    }

    /// <summary>Whether they were in for it, one column for all parts; none where there was none.</summary>
    private static IEnumerable<string> Restricted(Case @case, Participant? person)
    {
        var held = @case.Meeting.Attendance;
        return held.Restricted.IsEmpty ? [] :
        [
            string.Join("; ", held.Restricted.Values.Select(part => (held.Restricted.Count == 1 ? "" : $"{part.Number}: ") + (
                person is null || held.Presences.GetValueOrDefault(person.Id) is not { } there || there.From > (part.OverAt ?? held.EndedAt)
                    || there.Until < part.From ? "Absent"
                : !part.Heard.Contains(person.Id) ? "Left for it"
                : @case.Meeting.Assessment.Information.Any(item => item.Participant == person.Id && !item.Audience.IsForAll
                    && part.Holds(item.At, held.EndedAt)) ? "Gave it"
                : "Heard it"))),
        ];
    }

    private static string AtMeeting(Case @case, Participant person, Words words)
    {
        var (held, there) = (@case.Meeting.Attendance, @case.Meeting.Attendance.Presences[person.Id]);
        var knows = held.Answers.GetValueOrDefault(person.Id)?.Knows is { } known ? $"; {WordTables.Acquaintance.InMinutes(known)}" : "";
        var since = held.CameSince(person.Id) ? "; not confirmed by the chair" : "";
        if (there.Via == Via.Chair && there.From != held.StartedAt)
        {
            return WordTables.Via.InMinutes(there.Via).AsHeading() + knows + since;
        }

        var until = there.Until ?? held.EndedAt;
        return (there.From > held.StartedAt ? "Late: " : "") + words.Time(there.From) + (until is { } end ? $" to {words.Time(end)}" : "")
            + $"{(there.Until < held.EndedAt ? " (left)" : "")}{knows}{since}";
    }

    private static string There(Case @case, Participant person, Attendance.Presence presence, Words words)
    {
        var deputy = person.DeputyFor is { } other ? $", deputy for {@case.Find(other)?.Name ?? Authors.Gone}" : "";
        var left = presence.Until is { } until ? $" to {words.Time(until)}" : "";
        // When the chair ticked them is not when they came.
        var from = presence.Via == Via.Chair && presence.From != @case.Meeting.Attendance.StartedAt ? ""
            : $"from {words.Time(presence.From)}{left}; ";
        var knows = @case.Meeting.Attendance.Answers.GetValueOrDefault(person.Id)?.Knows is { } known
            ? $"; {WordTables.Acquaintance.InMinutes(known)}"
            : "";
        return $"{person.Described}{deputy} ({from}{WordTables.Via.InMinutes(presence.Via)}{knows})";
    }

    private static string Call(Case @case, Decided<CallNoted> call, Words words)
    {
        var (fact, typist) = (call.Fact, @case.Find(call.By));
        var number = fact.Number.Length > 0 ? $", {fact.Number}" : "";
        return $"{@case.Find(fact.Who)?.Described ?? Authors.Gone}{number}, {words.When(fact.HappenedAt ?? call.At)} to "
            + $"{words.Time(fact.EndedAt)} (noted by {typist?.Name ?? Authors.Gone}, {words.When(call.At)})";
    }

    private static string Absent(Case @case, Participant person) =>
        @case.Meeting.Attendance.Answers.TryGetValue(person.Id, out var answer)
            ? $"{person.Described} ({WordTables.Rsvp.InMinutes(answer.Answer)}{Outdated(@case, person)})"
            : person.Id == @case.Meeting.Chair || person.Id == @case.Meeting.HeldBy || @case.HappenedAlready ? person.Described
            : $"{person.Described} (no answer to the invitation is recorded)";

    private static string Outdated(Case @case, Participant person) =>
        @case.Meeting.Attendance.Outdated.Contains(person.Id) ? ", said of an earlier time" : "";

    private static string Quorate(Case @case)
    {
        var core = Quorum.Core(@case);
        var missing = core.Except(Quorum.Covered(@case)).ToList();
        return missing.Count == 0
            ? $"Quorum: all {core.Count} core agencies were there ({string.Join(", ", core.Select(agency => agency.Name()))})."
            : $"Quorum: {core.Count - missing.Count} of {core.Count} core agencies were there. Missing: "
                + $"{string.Join(", ", missing.Select(agency => agency.Name()))}.";
    }
}
