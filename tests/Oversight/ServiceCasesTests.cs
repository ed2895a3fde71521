using FsCheck;
using FsCheck.Fluent;
using StrategyBot.Cases;
using StrategyBot.Oversight;
using static StrategyBot.Tests.Oversight.ABoard;

namespace StrategyBot.Tests.Oversight;

/// <summary>Issue 18.5: what is kept of all cases, however they came to stand as they do, says what a reading of all rows would.</summary>
public sealed class ServiceCasesTests
{
    private const string Me = "council/object-9";

    private static readonly string[] Areas = ["North", "West", "East", ""];

    /// <summary>A case's rows, again and again: each number is a case and what it is changed to.</summary>
    private static readonly Gen<int[]> Changes = Gen.Choose(0, 1_000_000).ArrayOf(60);

    private static readonly BoardReader[] Readers =
        [Reader(), Reader("North"), Reader("North", "West"), Nobody, Nobody with { Id = new(Me) }];

    [Fact]
    public void The_board_is_what_all_rows_come_to() => Prop.ForAll(Changes.ToArbitrary(), changes =>
    {
        var (open, rows) = (new OpenCases(), new Dictionary<CaseId, BoardRow>());
        foreach (var (id, random) in changes.Select(Drawn))
        {
            rows.Remove(id);
            var row = random.Next(4) == 0 ? null : ARow(random);
            if (row is not null)
            {
                rows[id] = row;
            }

            open.Put(id, row);
        }

        foreach (var reader in Readers)
        {
            foreach (var filter in Filters)
            {
                Assert.Equal(ByHand.Board(rows, reader, filter), ByHand.Say(open.Board(reader, filter, Now, Clocks, ByHand.Most)));
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_lists_are_what_all_rows_come_to() => Prop.ForAll(Changes.ToArbitrary(), changes =>
    {
        var (lists, rows) = (new ListedCases(MeasuredYear.To(new(2026, 12, 1))), new Dictionary<CaseId, ListedCase>());
        foreach (var (id, random) in changes.Select(Drawn))
        {
            rows.Remove(id);
            var row = random.Next(4) == 0 ? null : AListed(random);
            if (row is not null)
            {
                rows[id] = row;
            }

            lists.Put(id, row is null ? [] : AListing.Laid(row));
            // Whoever reads in between changes nothing.
            lists.Counted(Now.AddDays(-random.Next(9)), Clocks);
        }

        var (december, sixth) = (new DateOnly(2026, 12, 1), ServiceMeasure.All[5]);
        foreach (var reader in Readers)
        {
            (DateOnly?, string?)[] views = [(null, null), (december, null), (null, "West"), (december, "North")];
            foreach (var (month, area) in views)
            {
                Assert.Equal(ByHand.Lists(rows, reader, month, area, sixth),
                    ByHand.Say(lists.Lists(reader, month, area, Now, Clocks, sixth, ByHand.Most).Lists));
            }

            var seen = rows.Values.Where(row => reader.Sees(row.Keys) != BoardSight.Nothing && AListing.Laid(row).Any(IsKept)).ToList();
            var all = lists.Lists(reader, null, null, Now, Clocks, null, 0);
            Assert.Equal(seen.Count, all.Everything);
            Assert.Equal(seen.Select(row => row.Keys.Area).Where(area => area.Length > 0).Distinct().Order(), all.Areas);
        }

        var counted = ByHand.Say(lists.Counted(Now, Clocks).Select(list => list with { Lines = [] }));
        Assert.Equal(string.Concat(ByHand.Lists(rows, null, null, null, null).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith("  SB-", StringComparison.Ordinal)).Select(line => $"{line}\n")), counted);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void The_measures_are_what_all_rows_come_to() => Prop.ForAll(Changes.ToArbitrary(), changes =>
    {
        var (month, rows) = (new MeasuredMonth(), new Dictionary<CaseId, MeasureRow>());
        foreach (var (id, random) in changes.Select(Drawn))
        {
            if (rows.Remove(id, out var old))
            {
                month.Remove(old);
            }

            if (random.Next(4) > 0)
            {
                month.Add(rows[id] = AMeasured(random));
            }

            // Whoever reads in between changes nothing.
            month.Begin(Now.AddDays(-random.Next(9)));
        }

        month.Begin(Now);
        foreach (var measure in ServiceMeasure.All.Take(2))
        {
            var shares = (from row in rows.Values
                          from share in row.Shares
                          where share.T == measure.Name && !(share.F > Now)
                          select (row.Area, Share: share)).ToList();
            foreach (var area in Areas.Append(null))
            {
                var here = shares.Where(one => area is null || one.Area == area).Select(one => one.Share).ToList();
                Assert.Equal((here.Sum(one => one.O), here.Sum(one => one.A)), month.Of(measure.Name, area));
                Assert.Equal(here.SelectMany(one => one.V ?? []).Order(),
                    month.Took(measure.Name, area).SelectMany(one => Enumerable.Repeat(one.Took, one.Count)).Order());
            }

            Assert.Equal(shares.Sum(one => one.Share.O * one.Share.K!.Count(code => code[0] == 'u')),
                month.Of(measure.Name, code => code[0] == 'u').Of);
        }

        Assert.Equal(rows.Values.Select(row => row.Area).Distinct().Order(), month.Areas.Order());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Of_a_case_that_lies_on_no_shelf_any_more_nothing_is_left()
    {
        var kept = new ServiceCases(new(2026, 12, 1));
        var random = new Random(5);
        var row = AListed(random) with { Items = [new(ServiceList.Overdue, new(2026, 11, 27), "Action")] };
        kept.Put(IdOf(0),
        [
            (BoardRow.Shelf, ARow(random).Write()), (ListedCase.OpenShelf, row.Write()),
            (MeasureRow.Shelf(new(2026, 12, 1)), new MeasureRow("North", [new(1, ServiceMeasure.All[0].Name, 6, 9)]).Write()),
        ]);
        Assert.Equal((1, 1, 9), Left());

        kept.Put(IdOf(0), []);

        Assert.Equal((0, 0, 0), Left());

        (int, int, int) Left() => (kept.Open.Board(Reader(), new(), Now, Clocks, 9).Count,
            kept.Lists.Lists(Reader(), null, null, Now, Clocks, null, 9).Lists.Sum(list => list.Count),
            kept.Measures(null, Now).Lines[0].All.Among.Number);
    }

    private static bool IsKept((DateOnly? Month, ListedCase Row) laid) =>
        laid.Month is not { } month || MeasuredYear.To(new(2026, 12, 1)).Contains(month);

    private static IEnumerable<BoardFilter> Filters =>
    [
        new(), new(Area: "west"), new(Team: "Ada Quill"), new(Chair: "Imran Shah"), new(Team: "Ben Carter", Chair: "Imran Shah"),
        new(Stage: BoardStage.Minutes), new(Area: "North", Stage: BoardStage.Plan), new(Chair: "Nobody"),
    ];

    private static (CaseId Id, Random Random) Drawn(int change) => (IdOf(change % 25), new(change));

    private static CaseKeys SomeKeys(Random random) => new(Areas[random.Next(Areas.Length)], random.Next(4) == 0,
        random.Next(5) == 0 ? [Me] : [], random.Next(5) == 0 ? [Me] : []);

    private static BoardRow ARow(Random random)
    {
        var keys = SomeKeys(random);
        return new("Heron", (BoardStage)random.Next(7), keys.Area, random.Next(2) == 0 ? "Ben Carter" : "Ada Quill",
            random.Next(2) == 0 ? Leah : Imran,
            [
                .. Enumerable.Range(0, random.Next(4)).Select(_ =>
                    new BoardStep("x", Now.AddHours(random.Next(-40, 60)).AddSeconds(random.Next(-90, 90)), true)
                    {
                        Guards = random.Next(3) == 0,
                    }),
            ])
        {
            IsRestricted = keys.IsRestricted,
            Leads = keys.Leads,
            Opens = keys.Opens,
        };
    }

    private static ListedCase AListed(Random random) => new("Heron", SomeKeys(random),
    [
        .. Enumerable.Range(0, 1 + random.Next(4)).Select(at =>
            new ListItem((ServiceList)random.Next(7), new DateOnly(2026, 12, 1).AddDays(-random.Next(420)), ASaying(random))
            {
                Agency = random.Next(3) == 0 ? null : random.Next(2) == 0 ? "Police" : "Health",
                Ended = random.Next(2) == 0 ? null : new DateOnly(2026, 12, 1).AddDays(-random.Next(40)),
                From = random.Next(2) == 0 ? null : Now.AddDays(random.Next(-9, 5)),
            }),
    ]);

    private static string ASaying(Random random) => random.Next(4) switch
    {
        0 => "attended",
        1 => "6",
        2 => "Escalated",
        _ => "not invited",
    };

    private static MeasureRow AMeasured(Random random) => new(Areas[random.Next(Areas.Length)],
    [
        .. Enumerable.Range(0, random.Next(4)).Select(_ => new MeasureRow.Share(1, ServiceMeasure.All[random.Next(2)].Name, random.Next(3),
            random.Next(5), random.Next(2) == 0 ? null : Now.AddDays(random.Next(-9, 5)),
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(2) == 0 ? "uW?" : "5Bn")],
            [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(9))])),
    ]);
}
