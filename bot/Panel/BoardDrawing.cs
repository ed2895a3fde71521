using StrategyBot.Phases;

namespace StrategyBot.Panel;

/// <summary>Draws the board from the phases' lists. Pure.</summary>
internal static class BoardDrawing
{
    /// <param name="since">What others wrote after the version that the page saw, cut to the reader.</param>
    public static Board Of(CaseView view, IReadOnlyList<Entry> since, PhaseList phases, Words words, DateTimeOffset now)
    {
        var entries = phases.Entries(view, now);
        var labels = HiddenNames.Of(view.Case, words.LocalDate(now));
        return new(
            view.Case.Ref.Value, view.Case.CheckWord, view.Whole.Version, now, Time(view, words, now),
            [.. view.Case.Children.Select(child => Child(view, child, labels, entries, words, now))],
            Agencies(view.Case),
            [.. phases.Rings(view, now).Select(ring => new Board.CallToMake(ring.Agency.Name(), ring.Whom, ring.Phone, Tel(ring.Phone),
                ring.Because,
                [.. ring.Outcomes.Select(outcome => new Board.Outcome(Sentence(outcome.Title), Opens(outcome)))]))],
            [.. SinceDrawing.Of(view, since, entries, words)],
            [.. PartGroup.Of(view, entries).Select(group => new Board.Group(
                group.Name, group.Done, group.Total, [.. group.Parts.Select(Part)], group.EndsIt))],
            entries.FirstOrDefault(entry => entry.IsOpen)?.Id,
            [.. labels.Names(view.Case, words)],
            phases.Draft(view, now)?.Verb,
            TimelineDrawing.Verb(entries),
            phases.Copies(view, now)?.Verb,
            [.. Missing(view, phases, words, now)]);
    }

    internal static Board.Opens Opens(PartButton button) =>
        new(button.Verb, CardJson.Sent(CardJson.Data(button.Form)));

    private static Board.Part Part(HubEntry entry) =>
        new(entry.Id, entry.Title, entry.State, entry.IsOpen, entry.IsDone, Opens(entry.Open));

    /// <summary>One's own first.</summary>
    private static IEnumerable<Board.Gap> Missing(CaseView view, PhaseList phases, Words words, DateTimeOffset now)
    {
        if (view.Case.Meeting.Attendance is { StartedAt: null } or { CompletedAt: not null })
        {
            return [];
        }

        var gaps = phases.Gaps(view.Whole);
        return gaps.Select(gap => (Gap: gap, IsMine: gap.IsOf(view.Reader), Ask: AskByName.Of(view, gaps, gap, now)))
            .OrderBy(one => !one.IsMine).ThenBy(one => one.Gap.Fills)
            .Select(one => new Board.Gap(one.Gap.Sentence, one.IsMine ? "" : WordTables.WhoFills.InList(one.Gap.Fills),
                Opens(one.Gap.Open),
                one.Ask is { MayAsk: true } ask ? new(ask.Title, Opens(ask.Button(view.Case))) : null,
                one.Ask is { Last: not null } last ? $"{Shortened.Name(last.Whom.Name)}: {last.Said(words)}" : ""));
    }

    private static Board.MeetingTime Time(CaseView view, Words words, DateTimeOffset now)
    {
        var (room, held) = (view.Case.Meeting.Room.Convened!, view.Case.Meeting.Attendance);
        var limit = CaseClocks.For(view)[0].Due;
        return new(room.StartsAt, room.EndsAt, held.StartedAt, held.EndedAt, words.Time(room.StartsAt), words.Day(now, limit.At),
            IsHeld: held.StartedAt is { } started && started <= limit.At,
            IsLate: (held.StartedAt ?? now) > limit.At);
    }

    private static Board.ChildNow Child(
        CaseView view, Child child, HiddenNames labels, IReadOnlyList<HubEntry> entries, Words words, DateTimeOffset now)
    {
        var safety = view.Case.Meeting.Safety;
        var position = safety.Positions.GetValueOrDefault(child.Id)?.Fact;
        var isConfirmed = safety.Confirmed.ContainsKey(child.Id);
        var by = isConfirmed ? null : position?.DecideBy;
        var open = entries.FirstOrDefault(entry => entry.Id == PartIds.PositionOf(child.Id))?.Open;
        return new(labels.Of(child), by is { } at ? $"decide by {words.Day(now, at)}" : "", by < now, position is not null, isConfirmed,
            position is null ? "" : string.Join(". ", new[]
            {
                position.Where, position.WithWhom.Length > 0 ? $"With {position.WithWhom}" : "",
                position.Basis == SafetyBasis.NotSaidYet ? "" : WordTables.SafetyBasis.InForm(position.Basis),
            }.Where(part => part.Length > 0)),
            safety.Positions.GetValueOrDefault(child.Id)?.Fact.Audience is { IsForAll: false },
            open is null ? null : Opens(open));
    }

    private static IReadOnlyList<Board.AgencyHere> Agencies(Case @case)
    {
        var (core, held) = (Quorum.Core(@case), @case.Meeting.Attendance);
        return
        [
            .. from agency in core.Concat(@case.Speaking.Select(person => person.Agency).Order()).Distinct()
               let people = @case.Speaking.Where(person => person.Agency == agency).ToList()
               let here = people.Where(person => held.StartedAt is null ? IsComing(@case, person) : held.Attended(person.Id)).ToList()
               select new Board.AgencyHere(agency.Name(), core.Contains(agency), here.Count > 0,
                   string.Join(", ", (here.Count > 0 ? here : people).Select(person => person.Name)),
                   State(@case, people, here.Count > 0)),
        ];
    }

    private static bool IsComing(Case @case, Participant person) => person.Id == @case.Meeting.Chair
        || @case.Meeting.Attendance.Standing.GetValueOrDefault(person.Id)?.Answer == Rsvp.Coming;

    private static string State(Case @case, List<Participant> people, bool isHere)
    {
        var held = @case.Meeting.Attendance;
        if (held.StartedAt is not null)
        {
            return isHere ? "here"
                : people.Any(person => held.WrittenUpdates.ContainsKey(person.Id)) ? WordTables.LateKind.InList(LateKind.Update)
                : "isn't here";
        }

        var said = people.Select(person => held.Standing.GetValueOrDefault(person.Id)).FirstOrDefault(answer => answer is not null);
        var checkedAt = held.Searches.Where(search => people.Any(person => person.Id == search.Key.Participant))
            .Select(search => (DateTimeOffset?)search.Value.At).Max();
        return string.Join(", ", new[]
        {
            isHere ? "coming" : said is null ? people.Count == 0 ? "not invited" : "no answer yet"
                : WordTables.Rsvp.InList(said.Answer).ToLowerInvariant(),
            people.Count == 0 || people.All(person => person.Id == @case.Meeting.Chair) ? ""
                : said?.RecordsChecked == true && checkedAt is null ? "records checked"
                : checkedAt is { } at ? $"records checked {Words.English.Time(at)}" : "records not checked yet",
        }.Where(part => part.Length > 0));
    }

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    // As a telephone reads it.
    private static string Tel(string phone) => $"tel:{string.Concat(phone.Where(letter => char.IsAsciiDigit(letter) || letter == '+'))}";
}
