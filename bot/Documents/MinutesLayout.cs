using StrategyBot.Rules.Procedures;

namespace StrategyBot.Documents;

/// <summary>The minutes in the order in which they are read: what decides on the first page, then who was there, then both Parts by who
/// answers. Pure; nothing that it doesn't know is lost.</summary>
internal sealed class MinutesLayout
{
    private readonly MinutesPaper paper;
    private readonly MinutesSaying saying;
    private readonly IReadOnlyList<MinutesParagraph> all;
    private readonly HashSet<MinutesParagraph> taken = new(ReferenceEqualityComparer.Instance);

    private MinutesLayout(IReadOnlyList<MinutesParagraph> paragraphs, MinutesPaper paper)
    {
        (all, this.paper) = (paragraphs, paper);
        saying = new(paper, MinutesFront.Children(paragraphs));
    }

    /// <param name="paragraphs">Cut to the reader already.</param>
    public static IReadOnlyList<SheetPiece> Of(IReadOnlyList<MinutesParagraph> paragraphs, MinutesPaper paper) =>
        [.. new MinutesLayout(paragraphs, paper).Pieces()];

    private IEnumerable<SheetPiece> Pieces()
    {
        var front = new MinutesFront(paper, saying);
        var about = Take("meeting/about");
        // Taken in this order, and printed in the procedure's.
        var blocks = new (PaperBlock Block, IReadOnlyList<SheetPiece> Pieces)[]
        {
            (PaperBlock.Words, [.. Lines(paper.Called(PaperBlock.Words, MinutesFront.Words(saying.Children)), Take("part-1/child-said"))]),
            (PaperBlock.Places,
            [
                .. front.Places(Take("position/")),
                .. Below(Take("withdrawn/", "seen/", "advice/", "danger/", "holder/", "safe/", "handover/")),
            ]),
            (PaperBlock.Hold, [.. Lines(paper.Called(PaperBlock.Hold, "Hold on contact with the family"), Take("hold/"))]),
            (PaperBlock.Decisions, [.. front.Decisions(all)]),
            (PaperBlock.Plan, [.. front.Plan(Take(IsPlanRow), Take("action/none", "not-needed/", "part-2/safety-plan/authorised",
                "part-2/safety-plan/changed-since-authorised", "part-2/safety-plan/held-back"))]),
            (PaperBlock.Contingency, [.. Lines(paper.Called(PaperBlock.Contingency, "Contingency"), Take("part-2/contingency"))]),
            (PaperBlock.Family, [.. front.Family(Take("family/"))]),
            (PaperBlock.Attendance, [.. Attendance(Take("attendance/", "meeting/chair/", "meeting/goes-on/", "meeting/paper/"))]),
            (PaperBlock.Parts, [.. Parts().SelectMany(block => block)]),
            (PaperBlock.Limits, [.. Limits(Take("meeting/", "reasons/"))]),
            (PaperBlock.Distribution, [.. Table(paper.Called(PaperBlock.Distribution, "Distribution"),
                ["Who", "How", .. paper.DistributionOf],
                paper.DistributionOf.Count > 1 ? [2_400, 2_135, 2_750, 2_750] : [3_400, 2_900, 3_735], paper.Distribution)]),
            (PaperBlock.Versions, [.. Table(paper.Called(PaperBlock.Versions, "Versions"), ["No.", "Approved", "What changed, and why"],
                [575, 3_260, 6_200], paper.Versions)]),
        };
        var title = front.Title(about.FirstOrDefault(), all);
        // Each that the procedure doesn't name is as far from the beginning as all of its list.
        var ordered = blocks.OrderBy(block => paper.Order.TakeWhile(named => named != block.Block).Count());
        // What a release that is yet to come, or one of before, has besides.
        return title.Concat(ordered.SelectMany(block => block.Pieces)).Concat(
            all.Where(paragraph => !taken.Contains(paragraph)).GroupBy(paragraph => paragraph.Section).ToList()
                .SelectMany(section => Lines(section.Key, [.. section])));
    }

    /// <summary>Each once: what is not asked for as attendance is an answer of a Part.</summary>
    private List<MinutesParagraph> Take(params IReadOnlyList<string> ids) => Take(paragraph =>
        MinutesPlace.Of(paragraph) is null && MinutesPlace.Original(paragraph.Id) is var its
        && ids.Any(id => its.StartsWith(id, StringComparison.Ordinal)
            && (id.EndsWith('/') || its.Length == id.Length || its[id.Length] == '/')));

    /// <summary>Also one whose words are not in this copy.</summary>
    private bool IsPlanRow(MinutesParagraph paragraph) => MinutesFront.IsPlanRow(paragraph)
        || (paragraph.IsLeftOut && paper.Numbers.GetValueOrDefault(paragraph.Id) is ['S' or 'A', ..]);

    private List<MinutesParagraph> Take(Func<MinutesParagraph, bool> isMeant)
    {
        var found = all.Where(paragraph => !taken.Contains(paragraph) && isMeant(paragraph)).ToList();
        taken.UnionWith(found);
        return found;
    }

    private IEnumerable<SheetPiece> Lines(string title, List<MinutesParagraph> paragraphs)
    {
        if (paragraphs.Count > 0)
        {
            yield return new SheetPiece.Head(2, title, saying.Signed(paragraphs));
            foreach (var line in Below(paragraphs))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<SheetPiece> Below(IReadOnlyList<MinutesParagraph> paragraphs)
    {
        var author = MinutesSaying.AuthorOf(paragraphs);
        return paragraphs.Select(paragraph => new SheetPiece.Line(saying.Line(paragraph, author)));
    }

    /// <summary>What nobody said by themselves, in one line.</summary>
    private IEnumerable<SheetPiece> Together(List<MinutesParagraph> paragraphs) => paragraphs.Count == 0 ? [] :
        [new SheetPiece.Line([.. paragraphs.SelectMany((paragraph, at) => saying.Line(paragraph, "").Prepend(new(at == 0 ? "" : " ")))])];

    private IEnumerable<SheetPiece> Table(
        string title, IReadOnlyList<string> columns, IReadOnlyList<int> widths, IReadOnlyList<IReadOnlyList<string>> rows) =>
        rows.Count == 0 ? [] :
        [
            new SheetPiece.Head(2, title),
            new SheetPiece.Grid(title, columns, widths, [.. rows.Select(row => MinutesFront.Row([.. row.Select(saying.Dated)]))]),
        ];

    private IEnumerable<SheetPiece> Attendance(IReadOnlyList<MinutesParagraph> paragraphs)
    {
        var rows = paragraphs.Where(paragraph => paragraph.Rows is not null).SelectMany(paragraph => paragraph.Rows!).ToList();
        var rest = paragraphs.Where(paragraph => paragraph.Rows is null).ToList();
        var title = paper.Called(PaperBlock.Attendance, "Attendance, absence and quorum");
        // With who was in for a restricted part.
        var most = rows.Select(row => row.Count).DefaultIfEmpty(0).Max();
        var said = all.Where(saying.IsOfRestricted).Select(one => paper.Numbers.GetValueOrDefault(one.Id)).OfType<string>().Distinct()
            .OrderBy(MinutesNumbers.Order).ToList();
        return
        [
            .. rows.Count == 0 ? [new SheetPiece.Head(2, title)]
                : Table(title,
                    [
                        "Agency", "Name and role", "At the meeting",
                        .. most < 4 ? (IEnumerable<string>)[]
                            : [said.Count == 0 ? "Restricted part" : $"Restricted part ({string.Join(", ", said)})"],
                    ],
                    most < 4 ? [1_500, 4_400, 4_135] : [1_500, 3_300, 3_200, 2_035],
                    [
                        .. rows.Select(row => (IReadOnlyList<string>)
                        [
                            row[0] == Agency.SocialCare.Name() ? "Social care" : row[0], .. row.Skip(1),
                            .. Enumerable.Repeat(MinutesDraft.NothingRecorded, most - row.Count),
                        ]),
                    ]),
            .. Below([.. rest.Where(paragraph => paragraph.Author.Length > 0)]),
            .. Together([.. rest.Where(paragraph => paragraph.Author.Length == 0)]),
        ];
    }

    private IEnumerable<IReadOnlyList<SheetPiece>> Parts()
    {
        var rows = MinutesNumbers.Rows(Take(paragraph => MinutesPlace.Of(paragraph) is not null))
            .Select(row => (Row: row, Place: MinutesPlace.Of(row[0])!)).ToList();
        foreach (var part in rows.GroupBy(row => Math.Min(row.Place.Part, 3)))
        {
            if (part.Key < 3)
            {
                yield return
                [
                    new SheetPiece.Head(2, part.Key == 1 ? "Part 1: assessment of risk" : "Part 2: plan"),
                    .. part.Key == 1 ? (IEnumerable<SheetPiece>)[new SheetPiece.Line(
                        new SheetPiece.Said("Paragraph numbers are the same in every copy. [Square brackets] limit who may read one."))]
                        : [],
                ];
            }

            foreach (var block in part.GroupBy(row => part.Key < 3 ? row.Place.Block : ""))
            {
                yield return [.. Block(part.Key < 3 ? 3 : 2,
                    block.Key.Length > 0 ? block.Key : $"{block.First().Place.Block} and read-back", [.. block])];
            }
        }
    }

    private IEnumerable<SheetPiece> Block(
        int level, string title, IReadOnlyList<(IReadOnlyList<MinutesParagraph> Row, MinutesPlace Place)> rows)
    {
        var paragraphs = rows.SelectMany(row => row.Row).ToList();
        var author = MinutesSaying.AuthorOf(paragraphs);
        var isPerChild = saying.Children > 1 && title is MinutesPlace.Assessment or MinutesPlace.Decisions;
        yield return new SheetPiece.Head(level, title,
            string.Join(". ", new[] { saying.Signed(paragraphs), isPerChild ? saying.Unless : "" }.Where(part => part.Length > 0)));
        yield return new SheetPiece.Grid(title, ["No.", "Question", "Answer"], [575, 2_270, 7_190],
        [
            .. rows.Select(row => (IReadOnlyList<SheetPiece.Cell>)
            [
                SheetPiece.Cell.Bold(paper.Numbers.GetValueOrDefault(row.Row[0].Id, "–")),
                SheetPiece.Cell.Bold(row.Row.All(paragraph => paragraph.IsLeftOut) ? MinutesCopy.Restricted : row.Place.Question),
                MinutesPlace.Original(row.Row[0].Id).StartsWith("part-1/views", StringComparison.Ordinal)
                    ? saying.Views(row.Row) : saying.Cell(row.Row, author, title),
            ]),
        ]);
    }

    private IEnumerable<SheetPiece> Limits(List<MinutesParagraph> paragraphs)
    {
        var rows = paper.Limits.Select(row => MinutesFront.Row([.. row.Select(saying.Dated)])).ToList();
        if (rows.Count > 0 || paragraphs.Count > 0)
        {
            yield return new SheetPiece.Head(2, paper.Called(PaperBlock.Limits, "Time limits, and reasons for lateness"));
        }

        if (rows.Count > 0)
        {
            yield return new SheetPiece.Grid("Time limits", ["What", "Limit", "Done"], [2_845, 2_400, 4_790], rows);
        }

        foreach (var line in Below([.. paragraphs.Where(paragraph => paragraph.Author.Length > 0)])
            .Concat(Together([.. paragraphs.Where(paragraph => paragraph.Author.Length == 0)])))
        {
            yield return line;
        }
    }
}
