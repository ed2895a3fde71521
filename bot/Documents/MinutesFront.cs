using System.Globalization;
using StrategyBot.Rules.Procedures;

namespace StrategyBot.Documents;

/// <summary>The first page, for whoever reads no other, and the tables of people. Pure.</summary>
internal sealed class MinutesFront(MinutesPaper paper, MinutesSaying saying)
{
    // Twentieths of a point, together the width between the margins.
    public const int Width = 10_035;

    // A decision on an enquiry with no reason beside it.
    private static readonly Lazy<HashSet<string>> Bare = new(() =>
    [
        .. from answer in Enum.GetValues<Section47>()
           from conduct in Enum.GetValues<Conduct>().Select(one => (Conduct?)one).Append(null)
           from follows in Enum.GetValues<FollowOn>().Select(one => (FollowOn?)one).Append(null)
           select WordTables.InMinutes(new Section47Decided(answer, conduct, follows, "")),
    ]);

    private static CultureInfo English => Rules.Wording.Words.English.Culture;

    private const string About = "meeting/about", Gone = "Sealed";

    private static readonly string[] Labels = ["Reference", "Held", "Where", "Chair", "Children"];

    private static readonly string[] PositionLabels =
    [
        "Where", "With whom", "Who supervises contact", "Basis", "Agreed by", "Asked by", "Told that they may withdraw",
        "Designated officer", "Which order", "Order ends", "Decide by", "If someone tries to take the child, ring",
    ];

    /// <summary>As the paragraphs name them: <c>Child 1, Ash Lindley</c>.</summary>
    public static IReadOnlyList<string> Children(IReadOnlyList<MinutesParagraph> paragraphs) =>
        paragraphs.FirstOrDefault(paragraph => paragraph.Id == About) is not { } about ? []
            : [.. ChildLines(about).Select(line => Birth(line).Name)];

    public static string Words(int children) => children > 1 ? "The children’s words" : "The child’s words";

    public static IReadOnlyList<SheetPiece.Cell> Row(IReadOnlyList<string> cells) =>
        [.. cells.Select((cell, at) => at == 0 ? SheetPiece.Cell.Bold(cell) : cell)];

    /// <summary>One that came with a later version has its columns in its words.</summary>
    public static bool IsPlanRow(MinutesParagraph paragraph) => paragraph.Id != ActionParagraphs.None
        && MinutesPlace.Of(paragraph) is null && (paragraph.Cells is not null || (MinutesPlace.Original(paragraph.Id) is var id
            && (id.StartsWith("action/", StringComparison.Ordinal) || id.StartsWith("part-2/safety-plan/", StringComparison.Ordinal))
            && MinutesPlace.Words(paragraph).StartsWith($"{ActionParagraphs.Columns[0]}: ", StringComparison.Ordinal)));

    public static bool IsOfPlan(MinutesParagraph row) =>
        MinutesPlace.Original(row.Id).StartsWith("part-2/safety-plan", StringComparison.Ordinal);

    public IEnumerable<SheetPiece> Title(MinutesParagraph? about, IReadOnlyList<MinutesParagraph> all)
    {
        var lines = about is null ? [] : Read(about.Text, Labels);
        if (paper.Authority.Length > 0)
        {
            yield return new SheetPiece.Line(new SheetPiece.Said(paper.Authority));
        }

        yield return new SheetPiece.Head(1, "Strategy meeting (Children Act 1989, section 47)");
        yield return new SheetPiece.Grid("These minutes", [], [1_415, Width - 1_415],
        [
            [SheetPiece.Cell.Bold("Minutes"), new(SheetPiece.Edge.None,
                new($"{paper.Reference}, {MinutesSaying.Lower(paper.Name)["minutes".Length..].TrimStart(',', ' ')}. ", IsBold: true),
                new(saying.Dated(paper.Approved)),
                new(paper.Mark.Stands ? "" : $"{(paper.Approved.Length == 0 ? "" : " ")}{paper.Mark.Line}.", IsBold: true),
                new(paper.Replaces.Length == 0 ? "" : $"\n{paper.Replaces}"))],
            .. about is null ? (IEnumerable<IReadOnlyList<SheetPiece.Cell>>)[] :
            [
                [SheetPiece.Cell.Bold("Children"), new(SheetPiece.Edge.None, Named(about))],
                [SheetPiece.Cell.Bold("Meeting"), Sentences(lines.GetValueOrDefault("Held", "Time not recorded"),
                    lines.GetValueOrDefault("Where", ""),
                    $"Chair: {MinutesSaying.Titled(lines.GetValueOrDefault("Chair", "not recorded"))}",
                    lines.GetValueOrDefault("", ""))],
            ],
            [SheetPiece.Cell.Bold("This copy"), new(SheetPiece.Edge.None,
                new($"For {MinutesSaying.Shortly(paper.Reader)}. {paper.Extract}"), new(Lacks(all), IsBold: true),
                new(paper.Keep.Length == 0 ? "" : $" {paper.Keep}"))],
        ]);
    }

    public IEnumerable<SheetPiece> Places(IReadOnlyList<MinutesParagraph> positions)
    {
        if (positions.Count == 0)
        {
            yield break;
        }

        var author = MinutesSaying.AuthorOf(positions);
        var title = paper.Called(PaperBlock.Places, saying.Children > 1 ? "Where each child is" : "Where the child is");
        yield return new SheetPiece.Head(2, title, saying.Signed(positions));
        var ring = new List<(string Child, string Whom)>();
        var rows = new List<IReadOnlyList<SheetPiece.Cell>>();
        foreach (var child in positions.GroupBy(position => string.Join('/', MinutesPlace.Original(position.Id).Split('/').Take(2))))
        {
            var (open, shut) = (child.Where(one => !one.IsLeftOut).ToList(), child.Where(one => one.IsLeftOut).ToList());
            var apart = open.ConvertAll(position => saying.Apart(MinutesPlace.Words(position)));
            var name = apart.Select(one => one.Child).FirstOrDefault(one => one is not null) ?? saying.NameOf(child.Key.Split('/')[^1]);
            var lines = Read(string.Join('\n', apart.Select(one => one.Words)), PositionLabels);
            if (lines.GetValueOrDefault(PositionLabels[^1]) is { } whom)
            {
                ring.Add((name, whom));
            }

            var where = Joined(", with ", lines.GetValueOrDefault("Where", ""), lines.GetValueOrDefault("With whom", ""));
            rows.Add(
            [
                SheetPiece.Cell.Bold(name),
                shut.Count > 0 ? new(SheetPiece.Edge.Box, saying.LeftOut(shut))
                    : open.TrueForAll(MinutesCopy.IsSealed) ? new(SheetPiece.Edge.Box, saying.Gaps(open))
                    : new(SheetPiece.Edge.None, [.. open.Where(one => !one.Audience.IsForAll).Take(1).SelectMany(saying.Marked),
                        new(where.Length > 0 ? where : Unsaid(lines))]),
                new(open.Any(saying.IsChanged) ? SheetPiece.Edge.Bar : SheetPiece.Edge.None, new(Why(lines)),
                    new(open.Select(one => saying.Beside(one, author, "")).FirstOrDefault(one => one.Length > 0) ?? ""),
                    saying.Changed(open)),
                SheetPiece.Cell.Bold(saying.Dated(lines.GetValueOrDefault("Decide by", Unsaid(lines)))),
            ]);
        }

        yield return new SheetPiece.Grid(title, ["Child", "Where and with whom", "Why it holds, and who may visit", "Decide by"],
            [910, 2_840, 4_260, 2_025], rows);
        foreach (var whom in ring.GroupBy(one => one.Whom))
        {
            yield return new SheetPiece.Line(
                new SheetPiece.Said(whom.Count() == rows.Count ? "If anyone tries to take a child: "
                    : $"If anyone tries to take {string.Join(", ", whom.Select(one => one.Child))}: ", IsBold: true),
                new SheetPiece.Said($"ring {whom.Key}"));
        }
    }

    public IEnumerable<SheetPiece> Decisions(IReadOnlyList<MinutesParagraph> all)
    {
        List<MinutesParagraph> Under(string id) => [.. all.Where(paragraph => MinutesPlace.Of(paragraph) is not null
            && !MinutesPlace.IsAdded(paragraph) && paragraph.Id.StartsWith(id, StringComparison.Ordinal))];
        var (enquiry, cause, conference) = (Under("part-2/section47"), Under("part-2/reasonable-cause"), Under("part-2/conference"));
        if (enquiry.Count + cause.Count + conference.Count == 0)
        {
            yield break;
        }

        var author = MinutesSaying.AuthorOf([.. enquiry, .. conference]);
        var title = paper.Called(PaperBlock.Decisions, "Decision and dates");
        yield return new SheetPiece.Head(2, title, saying.Signed([.. enquiry, .. conference]));
        var rows = new List<IReadOnlyList<SheetPiece.Cell>>();
        void Add(string label, IReadOnlyList<SheetPiece.Said> words)
        {
            if (words.Any(said => said.Text.Length > 0))
            {
                rows.Add([SheetPiece.Cell.Bold(label), new(SheetPiece.Edge.None, words)]);
            }
        }

        var differs = all.Where(paragraph => MinutesPlace.Of(paragraph) is { Part: 3 } && !paragraph.IsLeftOut
            && paragraph.Id.Split('/') is [_, not "objection", _, ..])
            .Select(Different).ToList();
        Add("Section 47",
        [
            .. saying.Cell(enquiry, author, "").Words.SelectMany(FirstInBold),
            // The chair's reason, once.
            .. cause.Count == 0 || enquiry.Exists(one => !one.IsLeftOut && !Bare.Value.Contains(saying.Apart(one.Text).Words))
                ? (IEnumerable<SheetPiece.Said>)[]
                :
                [
                    new("\nReasonable cause: "),
                    .. saying.Cell(cause, author, "").Words.Select(said => said with { Text = said.Text.Replace('\n', ' ') }),
                ],
            new(differs.Count == 0 ? "" : $"\nA different view: {string.Join("; ", differs)}."),
            new(paper.Ring.Length == 0 ? "" : $"\n{saying.Dated(paper.Ring)}"),
        ]);
        Add("Conference",
        [
            new(paper.HoldBy.Length == 0 ? "" : $"{saying.Dated(paper.HoldBy)} ", IsBold: true),
            .. conference.Count == 0 ? [] : saying.Cell(conference, author, "").Words,
        ]);
        Add("Next dates", [.. Next(all).Select((date, at) => new SheetPiece.Said((at == 0 ? "" : " ") + date))]);
        yield return new SheetPiece.Grid(title, [], [1_415, Width - 1_415], rows);
    }

    public IEnumerable<SheetPiece> Plan(IReadOnlyList<MinutesParagraph> rows, IReadOnlyList<MinutesParagraph> below)
    {
        if (rows.Count + below.Count == 0)
        {
            yield break;
        }

        var (title, author) = (paper.Called(PaperBlock.Plan, $"{paper.Plan} (S) and actions (A)"), MinutesSaying.AuthorOf(rows));
        yield return new SheetPiece.Head(2, title, saying.Signed(rows));
        if (rows.Count > 0)
        {
            yield return new SheetPiece.Grid(title, ["No.", "What, what for, how we will know", "Who", "By when", "If this fails"],
                [575, 4_260, 1_705, 1_415, 2_080],
                [.. rows.OrderBy(row => IsOfPlan(row) ? 0 : 1).Select(row => PlanRow(paper.Numbers.GetValueOrDefault(row.Id, "–"), row,
                    author))]);
        }

        yield return new SheetPiece.Line([.. below.SelectMany((one, at) => (IEnumerable<SheetPiece.Said>)
            [new(at == 0 ? "" : " "), .. saying.Line(one, author).Select(said => said with { IsBold = said.IsBold || one.Cells is null })]),
            new(paper.Accepted.Length == 0 ? "" : (below.Count == 0 ? "" : " ") + paper.Accepted, IsBold: true)]);
    }

    public IEnumerable<SheetPiece> Family(IReadOnlyList<MinutesParagraph> people)
    {
        if (people.Count == 0)
        {
            yield break;
        }

        var title = paper.Called(PaperBlock.Family, "Family and household");
        yield return new SheetPiece.Head(2, title, saying.Signed(people));
        var held = people.Where(one => one.IsLeftOut || one.Rows is null).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var listed = people.Where(one => one.Rows is not null).ToList();
        var most = listed.Select(one => one.Rows![0].Count).DefaultIfEmpty(0).Max();
        var rows = listed.Select(one => (IReadOnlyList<SheetPiece.Cell>)
        [
            .. (most == one.Rows![0].Count ? one.Rows[0] : FamilyParagraphs.Whole(one.Rows[0])).Select((cell, at) =>
                at == 0 ? SheetPiece.Cell.Bold(cell)
                : at == FamilyParagraphs.AddressOf(most) && held.Remove($"{one.Id}/address", out var apart) ? HeldBack(apart)
                : MinutesSaying.Born(cell)),
        ]).ToList();
        if (rows.Count > 0)
        {
            yield return new SheetPiece.Grid(title, FamilyParagraphs.ColumnsOf(most),
                most == FamilyParagraphs.Columns.Count ? [1_500, 2_900, 1_500, 2_200, 1_935] : [1_700, 3_700, 2_600, 2_035], rows);
        }

        // What somebody typed anew, or sealed, has no columns.
        foreach (var one in people.Where(one => held.ContainsKey(one.Id)))
        {
            yield return new SheetPiece.Line(saying.Line(one, ""));
        }
    }

    private SheetPiece.Cell HeldBack(MinutesParagraph address) => address.IsLeftOut
        ? $"Confidential; held by {MinutesSaying.Lower(address.Audience.Say())}"
        : new SheetPiece.Cell(SheetPiece.Edge.None, saying.Line(address, ""));

    /// <summary>What the minutes themselves say of the days to come.</summary>
    private IEnumerable<string> Next(IReadOnlyList<MinutesParagraph> all)
    {
        var places = all.Where(one => !one.IsLeftOut && one.Id.StartsWith("position/", StringComparison.Ordinal))
            .Select(one => saying.Apart(one.Text))
            .Select(one => (one.Child, By: Read(one.Words, PositionLabels).GetValueOrDefault("Decide by")))
            .Where(place => place is { By: not null, Child: not null }).Distinct().GroupBy(place => place.By!, place => place.Child);
        foreach (var place in places)
        {
            yield return $"{saying.Dated(place.Key)}: where {(place.Count() < saying.Children ? $"{string.Join(", ", place)} stays"
                : saying.Children == 1 ? "the child stays" : "each child stays")}.";
        }

        foreach (var one in all.Where(one => !one.IsLeftOut))
        {
            if (one.Id == SafetyParagraphs.ReviewId)
            {
                yield return saying.Dated(one.Text);
            }
            else if (one is { Id: "part-2/review-meeting", Author.Length: > 0 })
            {
                yield return $"Review strategy meeting: {MinutesSaying.Lower(one.Text)}";
            }
        }
    }

    /// <summary>Which agency sees it otherwise, of which child, and where its words stand.</summary>
    private string Different(MinutesParagraph paragraph)
    {
        var (child, words) = saying.Apart(paragraph.Text);
        return $"{words.Split(": ")[0]}{(child is null ? "" : $", on {child}")} ({paper.Numbers.GetValueOrDefault(paragraph.Id, "below")})";
    }

    private IReadOnlyList<SheetPiece.Cell> PlanRow(string number, MinutesParagraph row, string author)
    {
        if (row.IsLeftOut)
        {
            return [SheetPiece.Cell.Bold(number), new(SheetPiece.Edge.Box, saying.LeftOut([row])), MinutesCopy.Restricted,
                MinutesCopy.Restricted, MinutesCopy.Restricted];
        }

        if (MinutesCopy.IsSealed(row))
        {
            return [SheetPiece.Cell.Bold(number), new(SheetPiece.Edge.Box, saying.Gaps([row])), Gone, Gone, Gone];
        }

        var cells = row.Cells ?? [.. Read(MinutesPlace.Words(row), [.. ActionParagraphs.Columns]) is var read
            ? ActionParagraphs.Columns.Select(column => read.GetValueOrDefault(column, "")) : []];
        return
        [
            SheetPiece.Cell.Bold(number),
            new(saying.IsChanged(row) ? SheetPiece.Edge.Bar : SheetPiece.Edge.None,
                [.. saying.Marked(row), new(Sentences(saying.Apart(cells[0]) is (string child, var what) ? $"{child}: {what}" : cells[0],
                    [.. cells[3].Split('\n'), MinutesSaying.Keeper(cells[1])])),
                    new(saying.Beside(row, author, "")), saying.Changed([row])]),
            OrNot(MinutesSaying.Owner(cells[1])), OrNot(saying.Dated(cells[2])), OrNot(cells[4]),
        ];
    }

    private string Lacks(IReadOnlyList<MinutesParagraph> all)
    {
        var gone = all.Where(paragraph => paragraph.IsLeftOut).ToList();
        var numbers = gone.Select(paragraph => paper.Numbers.GetValueOrDefault(paragraph.Id)).OfType<string>().Distinct()
            .OrderBy(MinutesNumbers.Order).ToList();
        var elsewhere = gone.Where(paragraph => !paper.Numbers.ContainsKey(paragraph.Id)).Select(paragraph => paragraph.Section).Distinct();
        return gone.Count == 0 ? "Nothing is left out."
            : $"{(gone.Count == 1 ? "One paragraph is" : $"{gone.Count} paragraphs are")} left out "
                + $"({string.Join(", ", numbers.Concat(elsewhere.Select(MinutesSaying.Lower)))}).";
    }

    /// <summary>Name, age on the meeting's day, and when they were born.</summary>
    private List<SheetPiece.Said> Named(MinutesParagraph about)
    {
        var said = new List<SheetPiece.Said>();
        foreach (var line in ChildLines(about))
        {
            var (name, birth) = Birth(line);
            var cut = name.IndexOf(", ", StringComparison.Ordinal);
            said.Add(new($"{(said.Count == 0 ? "" : " ")}{(cut < 0 ? name : name[(cut + 2)..])}", IsBold: true));
            said.Add(new($"{(birth.Length == 0 ? "" : $", {Age(birth)}")}."));
        }

        return said;
    }

    private string Age(string born) => paper.On is { } on && born.StartsWith("born ", StringComparison.Ordinal)
        && DateOnly.TryParseExact(born["born ".Length..], "ddd d MMM yyyy", English, DateTimeStyles.None, out var date)
            ? $"{Ages.Say(date, on)}, born {date.ToString("d MMM yyyy", English)}" : born;

    private static (string Name, string Born) Birth(string line)
    {
        var cut = Math.Max(line.LastIndexOf(" (born ", StringComparison.Ordinal), line.LastIndexOf(" (due ", StringComparison.Ordinal));
        return cut < 0 ? (line, "") : (line[..cut], line[(cut + 2)..].TrimEnd(')'));
    }

    private static string[] ChildLines(MinutesParagraph about) =>
        Read(about.Text, Labels).GetValueOrDefault("Children", "").Split("; ", StringSplitOptions.RemoveEmptyEntries);

    private static string Why(Dictionary<string, string> lines)
    {
        var basis = lines.GetValueOrDefault("Basis", "").AsHeading();
        var stands = PositionLabels[4..10].Where(lines.ContainsKey).Select(label =>
            MinutesSaying.Lower(label) + (lines[label] == WordTables.YesNo.InForm(YesNo.Yes) ? "" : $": {lines[label]}"));
        var visits = lines.TryGetValue("Who supervises contact", out var who) ? $"Supervised by: {who}" : "";
        return string.Join(' ', new[]
        {
            basis.Length == 0 ? "" : $"{basis}{(string.Join("; ", stands) is { Length: > 0 } why ? $" ({why})" : "")}.",
            visits.Length == 0 ? "" : visits.TrimEnd('.') + ".",
            lines.GetValueOrDefault("", ""),
        }.Where(part => part.Length > 0)) is { Length: > 0 } said ? said : MinutesDraft.NothingRecorded;
    }

    /// <summary>What somebody typed anew stands whole in one column.</summary>
    private static string Unsaid(Dictionary<string, string> lines) =>
        lines.GetValueOrDefault("") is { Length: > 0 } typed && typed != MinutesDraft.NothingRecorded ? "As beside"
            : MinutesDraft.NothingRecorded;

    /// <summary>The first sentence in bold: what was decided.</summary>
    private static IEnumerable<SheetPiece.Said> FirstInBold(SheetPiece.Said said)
    {
        var end = said.IsBold ? -1 : said.Text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? [said] : [new(said.Text[..(end + 1)], IsBold: true), new(said.Text[(end + 1)..])];
    }

    /// <summary>Lines that begin with a label, by it; whatever else stands there under none. What somebody typed anew stays whole.
    /// </summary>
    private static Dictionary<string, string> Read(string text, IReadOnlyList<string> labels)
    {
        var (read, at) = (new Dictionary<string, string>(StringComparer.Ordinal), "");
        foreach (var line in text.Split('\n'))
        {
            var label = labels.FirstOrDefault(label => line.StartsWith($"{label}: ", StringComparison.Ordinal));
            (at, var said) = label is null ? (at, line) : (label, line[(label.Length + 2)..]);
            read[at] = read.TryGetValue(at, out var before) && before.Length > 0 ? $"{before}\n{said}" : said;
        }

        return read;
    }

    public static string Sentences(string first, params IEnumerable<string> more) => string.Join(' ', more.Prepend(first)
        .Where(part => part.Length > 0).Select(part => part[^1] is '.' or '!' or '?' or '”' ? part : $"{part}."));

    private static string Joined(string joint, string one, string other) =>
        one.Length == 0 ? other : other.Length == 0 ? one : one + joint + other;

    private static SheetPiece.Cell OrNot(string text) => text.Length == 0 ? "Not said" : text;
}
