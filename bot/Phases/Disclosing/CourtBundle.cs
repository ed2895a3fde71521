using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>Everything that is written on a case, for a court (P19): who was on it, each meeting and who was there, each version of the
/// minutes whole, corrections, who had and opened what, what is left out, each entry with both its times, and the proof. Pure.</summary>
/// <param name="Proof">Of the whole record of the case; <c>null</c> where it couldn't be read.</param>
/// <param name="Readings">Who read what.</param>
internal sealed record CourtBundle(
    CaseView View, IReadOnlyList<Entry> Entries, IReadOnlyList<Access> Readings, VerifiedStream? Proof, VerifiedAnchors? Anchors,
    string Last, Words Words)
{
    // Twentieths of a point, together the width between the margins.
    private const int Number = 700, When = 1_900, Whose = 2_100;

    private readonly FactPrint print = new(View.Whole, Words);

    private Case Case => View.Whole;

    public IEnumerable<SheetPiece> Pieces()
    {
        IReadOnlyList<(string Title, IReadOnlyList<SheetPiece> Pieces)> parts =
        [
            ("Who is on the case", [.. People()]),
            ("Meetings, and who was there", [.. Case.Meetings.SelectMany(Meeting)]),
            ("Every version of the minutes", [.. Case.Meetings.SelectMany(Versions)]),
            ("What was said to be wrong, and what came of it", [.. Corrections()]),
            ("Who asked for the record, and what was given", [.. Requests()]),
            ("What is not in it", [.. Gone()]),
            ("Every entry", [.. Everything()]),
            ("Who opened what", [.. Opened()]),
            ("How it can be proved", [.. Proved()]),
        ];
        return
        [
            new SheetPiece.Head(1, "Record for a court"),
            Line($"{Case.Id} {Case.CheckWord}, as it stood after entry {Entries.Count}, written {Words.When(Entries[^1].At)}."),
            .. Case.Keeping.Holds.Where(hold => hold.Released is null && hold.Said.Fact.Cause == HoldCause.Court)
                .Select(hold => Line($"Kept for: {hold.Said.Fact.Why}")),
            new SheetPiece.Grid("Schedule", ["Part", "What"], [Number, 9_335],
                [.. parts.Select((part, at) => (IReadOnlyList<SheetPiece.Cell>)[$"{at + 1}", part.Title])]),
            .. parts.SelectMany((part, at) => part.Pieces.DefaultIfEmpty(Line("Nothing."))
                .Prepend(new SheetPiece.Head(2, $"{at + 1}. {part.Title}"))),
        ];
    }

    private IEnumerable<SheetPiece> People()
    {
        yield return Grid("Children and adults", ["Who", "Born", "What they are"], [3_600, 1_900, 4_535],
        [
            .. Case.Children.Select(child => Row(child.Named(), child.Details.BornOrDue is { } born ? Words.Date(born) : "", "child")),
            .. Case.Adults.Select(adult => Row(adult.Details.Name, adult.Details.Born is { } born ? Words.Date(born) : "",
                adult.Details.Relation)),
        ]);
        yield return Grid("Professionals", ["Name", "Agency", "What they are", "Taken off"], [3_000, 2_300, 3_335, 1_400],
        [
            .. Case.Participants.Select(person => Row(person.Name, person.Agency.Name(), person.JobTitle, person.IsTakenOff ? "yes" : "")),
        ]);
    }

    private IEnumerable<SheetPiece> Meeting(Meeting meeting, int at)
    {
        var attendance = meeting.Attendance;
        yield return new SheetPiece.Head(3, $"Meeting {at + 1}");
        yield return Line((attendance.StartedAt is { } from ? $"Began {Words.When(from)}. " : "It did not begin. ")
            + (attendance.EndedAt is { } to ? $"Ended {Words.When(to)}." : ""));
        var rows = attendance.Presences.OrderBy(one => one.Key.Value, StringComparer.Ordinal)
            .Select(one => Row(Case.Find(one.Key)?.Described ?? Authors.Gone,
                $"{Words.When(one.Value.From)} – "
                    + ((one.Value.Until ?? attendance.EndedAt) is { } until ? Words.Time(until) : "now"))).ToList();
        if (rows.Count > 0)
        {
            yield return Grid($"Who was at meeting {at + 1}", ["Who", "When"], [4_600, 5_435], rows);
        }
    }

    private IEnumerable<SheetPiece> Versions(Meeting meeting, int at)
    {
        foreach (var (version, paragraphs) in meeting.Minutes.Versions)
        {
            yield return new SheetPiece.Head(3, $"Meeting {at + 1}, version {version}");
            yield return Line(meeting.Minutes.Approvals.GetValueOrDefault(version) is { } approved
                ? $"Approved {Words.When(approved.At)} by {Authors.Say(Case, approved.By, approved.Fact.OnBehalfOf)}."
                : "Not approved.");
            if (paragraphs.Count > 0)
            {
                yield return Grid($"Version {version}", ["Under", "Words", "Whose"], [2_300, 5_235, 2_500],
                [
                    .. paragraphs.Select(one => Row(one.Section,
                        one.IsFor(View.Reader) ? one.Text : $"Left out: {one.Audience.Say()}.",
                        one.Author + (one.At is { } when ? $"\n{Words.When(when)}" : ""))),
                ]);
            }
        }
    }

    private IEnumerable<SheetPiece> Corrections()
    {
        var rows = (from meeting in Case.Meetings
                    from wrong in meeting.Minutes.Objections
                    select Row(Words.When(wrong.At), Case.Find(wrong.By)?.Described ?? Authors.Gone,
                        $"Version {wrong.Version}: {(wrong.Audience.Admits(View.Reader, false) ? wrong.Text : "for others")}",
                        wrong.Answer is { } answer
                            ? $"{WordTables.ObjectionOutcome.InMinutes(answer.Fact.Outcome)} {answer.Fact.Reason}".Trim()
                            : "Not answered")).ToList();
        return rows.Count == 0 ? [] : [Grid("Corrections", ["When", "Who", "What", "What came of it"], [When, Whose, 3_635, 2_400], rows)];
    }

    private IEnumerable<SheetPiece> Requests() => Case.Keeping.Requests.Select(request => Line(
        $"{RequestLines.Head(Case, request, Words)} {request.Said.Fact.Who}. " + string.Join(' ', request.Decisions.Select(decided =>
            $"{decided.Key.Name()}: {WordTables.GivenWords.InMinutes(decided.Value.Fact.Given)}"
                + (request.Answers.GetValueOrDefault(decided.Key) is { } answer
                    ? $", they said {(answer.Fact.MayGo == YesNo.Yes ? "yes" : "no")}" : ", they said nothing")
                + $". {decided.Value.Fact.Why}".TrimEnd()))));

    private IEnumerable<SheetPiece> Gone()
    {
        foreach (var seal in Case.Keeping.Seals)
        {
            yield return Line($"Entries {string.Join(", ", seal.Said.Fact.Lines)}: sealed {Words.When(seal.Said.At)}, "
                + $"{WordTables.SealCause.InMinutes(seal.Said.Fact.Cause)}. {seal.Said.Fact.Why}".TrimEnd());
        }

        foreach (var group in Entries.Where(IsKept).GroupBy(entry => entry.Fact.Audience.Say()))
        {
            yield return Line($"Entries {string.Join(", ", group.Select(entry => entry.Seq))}: {group.Key}. Ask them for it.");
        }
    }

    private IEnumerable<SheetPiece> Everything() =>
    [
        Grid("Every entry", ["No", "Written, and when it happened", "By", "What"], [Number, When, Whose, 5_335],
        [
            .. Entries.Select(entry => Row($"{entry.Seq}",
                Words.When(entry.At) + (entry.Fact.HappenedAt is { } at ? $"\n{Words.When(at)}" : ""),
                entry.By == PersonId.Bot && entry.Fact.OnBehalfOf is null ? "StrategyBot"
                    : Authors.Say(Case, entry.By, entry.Fact.OnBehalfOf),
                $"{FactPrint.KindOf(entry.Fact)}\n{(IsKept(entry) ? $"{entry.Fact.Audience.Say()}." : Text(entry))}".TrimEnd())),
        ]),
    ];

    private IEnumerable<SheetPiece> Opened() => Readings.Count == 0 ? [] :
    [
        Grid("Who opened what", ["When", "Who", "What"], [When, 4_200, 3_935],
            [.. Readings.Select(one => Row(Words.When(one.At), Case.Find(new PersonId(one.Person))?.Described ?? one.Person, one.What))]),
    ];

    private IEnumerable<SheetPiece> Proved()
    {
        yield return Line(Proof is null ? "The record could not be proved just now."
            : Proof.Faults.Count > 0
                ? $"It is not as it was written: {string.Join("; ", Proof.Faults.Select(fault => $"entry {fault.Line}, {fault.What}"))}."
            : $"{Proof.Lines} entries, each as it was written and following the one before."
                + (Proof.Withheld.Count > 0 ? $" The words of {string.Join(", ", Proof.Withheld)} were taken out." : ""));
        yield return Line($"The last one's hash: {Last}");
        yield return Line(Anchors is not { Until: { } until } || Proof is null ? "Nothing outside the record vouches for it."
            : $"Signed outside the record up to entry {Proof.VouchedTo}, the last time {Words.When(until)}.");
    }

    /// <summary>Words for others than whoever draws it.</summary>
    private bool IsKept(Entry entry) =>
        CaseCodec.WordsOf(CaseView.Cut(entry, View.Reader).Fact).Count != CaseCodec.WordsOf(entry.Fact).Count;

    private string Text(Entry entry) => entry.IsWithheld ? "Sealed or deleted." : print.Text(entry.Fact);

    private static SheetPiece.Grid Grid(
        string name, IReadOnlyList<string> columns, IReadOnlyList<int> widths, IReadOnlyList<IReadOnlyList<SheetPiece.Cell>> rows) =>
        new(name, columns, widths, rows);

    private static IReadOnlyList<SheetPiece.Cell> Row(params IReadOnlyList<string> cells) =>
        [.. cells.Select(cell => (SheetPiece.Cell)cell)];

    private static SheetPiece.Line Line(string text) => new(new SheetPiece.Said(text));
}
