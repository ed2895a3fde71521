using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Phases;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Overseeing;

/// <summary>Issue 18.2: <c>measures</c> in one's own chat.</summary>
public sealed class MeasuresCommandTests : IAsyncLifetime, IDisposable
{
    private readonly RecordedCases cases = new(onShelves: @case => OverseeingHub.Rows(@case, Program.Phases));
    private readonly PartHost host;

    public MeasuresCommandTests() => host = new(services => services
        .AddSingleton(new TeamsSettings("bot", "council", "http://localhost", IsSandbox: true))
        .AddSingleton(ProcedureProfiles.Default).AddSingleton<ServiceBook>().AddSingleton<MeasuresLook>(), cases: cases);

    public async Task InitializeAsync()
    {
        await cases.HaveAsync(AMeeting.Ended());
        await cases.Clerk.FillShelvesAsync(BoardRow.Form, default);
        cases.Clock.Advance(Dates.Local("2026-12-01 09:10") - cases.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Each_is_said_in_the_references_order_and_small_numbers_are_hidden()
    {
        var rows = MeasuredYear.To(new(2026, 12, 1)).Select((month, at) => new ShelfRow(MeasureRow.Shelf(month), new MeasureRow("North",
            [.. ServiceMeasure.All.Select(one => new MeasureRow.Share(one.Number, one.Name, at == 11 ? 60 : 70, 90))]).Write()));
        await cases.Record.ReindexAsync("cases/SB-2026-001", 0, new([], null) { Rows = [.. rows] }, default);

        Golden.Json(CardJson.Write((await host.TypeAsync(Priya, "measures")).Card));
    }

    [Theory]
    [InlineData("measures", "1 **Meetings held in time** · **c** · c of c meetings")]
    [InlineData("measures", "12 months to Tue 1 Dec 2026")]
    [InlineData("measures Wessex", "No case of these twelve months has an area called Wessex.")]
    public async Task What_is_typed_behind_it_is_an_area(string line, string says) =>
        Assert.Contains(says, (await host.TypeAsync(Priya, line)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Whoever_is_of_another_organisation_reads_none_and_a_meetings_chat_neither()
    {
        Assert.Equal(MeasuresLook.OfTheAuthority, (await host.TypeAsync(Grace, "measures")).Text);
        Assert.Contains("in our own chat", (await host.TypeAsync(Priya, "measures", "19:meeting")).Text, StringComparison.Ordinal);
    }

    /// <summary>What it costs has nothing to do with how many cases there are behind the twelve months.</summary>
    [Fact]
    public async Task No_case_is_opened_for_them()
    {
        var (record, count) = CountedRecord.Of(cases.Record);
        using var book = new ServiceBook(cases.ClerkOf(record), Words, cases.Clock);
        var look = new MeasuresLook(book, cases.ClerkOf(record), ProcedureProfiles.Default,
            new TeamsSettings("bot", "council", "http://localhost", IsSandbox: true), cases.Clock);

        var looked = await look.ReadAsync(new(new("council", "object-1", "", Priya.Name, Priya.Mail),
            new(PlaceKind.Personal, new("chat", "")), "x"), null, default);

        Assert.Equal(1, looked!.Year.Lines[0].All.Among.Number);
        Assert.Equal([nameof(IRecord.NewsAsync), nameof(IRecord.ShelfAsync)], count.Calls.Keys.Order(StringComparer.Ordinal));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => host.Dispose();
}
