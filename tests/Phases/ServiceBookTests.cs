using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Records;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Rules.Procedures;
using StrategyBot.Rules.Wording;
using StrategyBot.Tests.Oversight;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases;

/// <summary>Issue 18.5: board, lists and measures follow the record in every instance, and no case and no shelf is read for it.</summary>
public sealed class ServiceBookTests : IDisposable
{
    private static readonly Asker Chair = new(Given.Priya.Person!.Value, Given.Priya.Name, Given.Priya.Mail, "29:priya");

    private static readonly Clocks Clocks = Clocks.For(ProcedureProfiles.Default);

    private readonly RecordedCases cases = new(onShelves: @case => OverseeingHub.Rows(@case, Program.Phases));

    [Fact]
    public async Task What_was_written_since_stands_there_in_each_instance_and_nothing_else_is_read()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        var (record, count) = CountedRecord.Of(cases.Record);
        using var here = BookOf(record);
        using var there = BookOf(cases.Record);
        Assert.Equal(("Heron", 1), await ReadAsync(here));
        Assert.Equal(("Heron", 1), await ReadAsync(there));

        count.Calls.Clear();
        await ReadAsync(here);
        Assert.Equal([nameof(IRecord.NewsAsync)], count.Calls.Keys);

        await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "a1",
            (_, _) => Ended, default);

        count.Calls.Clear();
        Assert.Equal(("", 0), await ReadAsync(here));
        Assert.Equal(("", 0), await ReadAsync(there));
        Assert.Equal([nameof(IRecord.NewsAsync), nameof(IRecord.RowsAsync)], count.Calls.Keys.Order(StringComparer.Ordinal));
        // Once it has been read, it isn't again.
        count.Calls.Clear();
        await ReadAsync(here);
        Assert.Equal([nameof(IRecord.NewsAsync)], count.Calls.Keys);
    }

    [Fact]
    public async Task Where_the_store_is_in_doubt_the_case_itself_says_it()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        using var book = BookOf(ShelvesTests.Doubting.Of(cases.Record));
        Assert.Equal(("Heron", 1), await ReadAsync(book));

        // Something is on its way: what lies there now is no word of the case.
        await cases.Record.ReindexAsync(CaseCodec.StreamOf(Given.Id), (await cases.Clerk.LoadAsync(Given.Id, default)).Version,
            new([], null) { Rows = [new("open", "{}")] }, default);
        Assert.Equal(("Heron", 1), await ReadAsync(book));
        await cases.Clerk.AskAsync(Chair, Given.Id, Capability.Lead, "a2", (_, _) => Ended, default);
        Assert.Equal(("", 0), await ReadAsync(book));
    }

    [Fact]
    public async Task Each_day_begins_anew_with_the_months_that_are_its_twelve()
    {
        await cases.HaveAsync(Given.AConvenedCase());
        using var book = BookOf(cases.Record);
        var first = await book.ReadAsync(all => (all.Day, all.Months[^1]), default);

        cases.Clock.Advance(TimeSpan.FromDays(31));

        var later = await book.ReadAsync(all => (all.Day, all.Months[^1]), default);
        Assert.Equal((first.Day.AddDays(31), first.Item2.AddMonths(1)), later);
        Assert.Equal(("Heron", 1), await ReadAsync(book));
    }

    public void Dispose() => cases.Dispose();

    private static NoMeetingDecided Ended { get; } = new("Already known.", "Priya Nair", "Visit") { Meeting = Given.FirstMeeting };

    private ServiceBook BookOf(IRecord record) => new(cases.ClerkOf(record), Words.English, cases.Clock);

    private async Task<(string Word, int Count)> ReadAsync(ServiceBook book) => await book.ReadAsync(all =>
    {
        var board = all.Open.Board(ABoard.Reader(), new(), cases.Clock.GetUtcNow(), Clocks, 10);
        return (board.All.FirstOrDefault()?.Row.Word ?? "", board.Count);
    }, default);
}
