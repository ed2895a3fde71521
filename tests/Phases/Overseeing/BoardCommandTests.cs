using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Oversight;
using StrategyBot.Phases;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Overseeing;

/// <summary>Issue 18.1: <c>board</c> in one's own chat. Three open cases: one before its meeting, whose limit has passed, one with minutes
/// to approve, one in the enquiry.</summary>
public sealed class BoardCommandTests : IAsyncLifetime, IDisposable
{
    private static readonly CaseId Ended = new("SB-2026-015"), Enquiry = new("SB-2026-016"), Closed = new("SB-2026-017");

    private readonly RecordedCases cases = new(onShelves: @case => OverseeingHub.Rows(@case, Program.Phases));
    private readonly PartHost host;

    public BoardCommandTests() => host = new(services => services
        .AddSingleton(new TeamsSettings("bot", "council", "http://localhost", IsSandbox: true))
        .AddSingleton(ProcedureProfiles.Default).AddSingleton<ServiceBook>().AddSingleton<BoardLook>(), cases: cases);

    public async Task InitializeAsync()
    {
        await cases.HaveAsync(AConvenedCase());
        await cases.HaveAsync(AMeeting.Ended(), Ended);
        await cases.HaveAsync(AnEnquiry.Begun().Requested("2026-12-09 10:00", "North"), Enquiry);
        await cases.HaveAsync(AConvenedCase().Fact(new CaseCancelled("PLANTED.")), Closed);
        await cases.Clerk.FillShelvesAsync(BoardRow.Form, default);
        cases.Clock.Advance(Dates.Local("2026-11-26 09:10") - cases.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Whoever_leads_cases_reads_them_by_stage_and_what_is_late_first() =>
        Golden.Json(CardJson.Write((await host.TypeAsync(Priya, "board")).Card));

    [Fact]
    public async Task Each_that_they_may_open_opens_and_is_noted_as_shown()
    {
        var screen = await host.TypeAsync(Priya, "board");
        Assert.Equal([$"Open {Given.Id} Heron", $"Open {Ended} Heron", $"Open {Enquiry} Heron"],
            screen.Card.Body.OfType<Container>().Select(row => Assert.IsType<SubmitAction>(row.SelectAction).Title).Order());
        await cases.CloseAccessLogAsync();
        Assert.Contains(await cases.Record.AccessesAsync(CaseCodec.StreamOf(Ended), default), read => read.What == "overseeing/board");
        Assert.Empty(await cases.Record.AccessesAsync(CaseCodec.StreamOf(Closed), default));
    }

    [Theory]
    [InlineData("board late", "Late 2", "Next")]
    [InlineData("board north", "Area North", "SB-2026-014")]
    [InlineData("board Priya Nair", "Chair Priya Nair. There are 3 in all", "And ")]
    [InlineData("board Helen Marsh", "Team Helen Marsh", "And ")]
    [InlineData("board Wessex", "No open case of yours has a team, a chair or an area called Wessex.", "SB-")]
    public async Task A_name_or_an_area_behind_it_leaves_theirs(string line, string says, string doesNotSay)
    {
        var text = (await host.TypeAsync(Priya, line)).Text;
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.DoesNotContain(doesNotSay, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_the_procedure_names_sees_every_case_and_opens_those_that_they_are_on()
    {
        var operations = Helen with { Person = PersonId.Of("council", "object-55"), Mail = "operations.manager@council.example" };
        Assert.Contains("You see counts", (await host.TypeAsync(operations, "board")).Text, StringComparison.Ordinal);

        var card = (await host.TypeAsync(operations, "board", isVouched: true)).Card;

        Assert.Equal(3, card.Body.OfType<Container>().Count());
        Assert.All(card.Body.OfType<Container>(), row => Assert.Null(row.SelectAction));
    }

    [Fact]
    public async Task Whoever_leads_none_reads_counts_and_no_case()
    {
        var text = (await host.TypeAsync(Tom, "board")).Text;
        Assert.Contains("c open cases", text, StringComparison.Ordinal);
        Assert.Contains("You see counts, not cases.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SB-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Priya", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_of_another_organisation_reads_nothing_of_it() =>
        Assert.Equal(BoardLook.OfTheAuthority, (await host.TypeAsync(Grace, "board")).Text);

    [Fact]
    public async Task In_a_meetings_chat_nothing_is_listed() =>
        Assert.Contains("in our own chat", (await host.TypeAsync(Priya, "board", "19:meeting")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Until_the_shelf_is_filled_it_says_that_it_is_not_whole()
    {
        await cases.Record.ReindexAsync("filled", 0, new([], null), default);
        Assert.Contains("some cases are not on it yet", (await host.TypeAsync(Priya, "board")).Text, StringComparison.Ordinal);
    }

    /// <summary>What it costs has nothing to do with how many cases there are behind the open ones.</summary>
    [Fact]
    public async Task No_case_is_opened_for_it()
    {
        var (record, count) = CountedRecord.Of(cases.Record);
        using var book = new ServiceBook(cases.ClerkOf(record), Words, cases.Clock);
        var look = new BoardLook(book, cases.ClerkOf(record), ProcedureProfiles.Default,
            new TeamsSettings("bot", "council", "http://localhost", IsSandbox: true), cases.Clock);
        var turn = new Turn(new("council", Priya.Person!.Value.Value.Split('/')[1], "", Priya.Name, Priya.Mail),
            new(PlaceKind.Personal, new("chat", "")), "x");

        var looked = await look.ReadAsync(turn, new(), 10, default);

        Assert.Equal(3, looked!.Board!.Count);
        Assert.Equal([nameof(IRecord.NewsAsync), nameof(IRecord.ShelfAsync)], count.Calls.Keys.Order(StringComparer.Ordinal));
        // And the next time no shelf but the one that says that they are filled.
        count.Calls.Clear();
        await look.ReadAsync(turn, new(), 10, default);
        Assert.Equal((1, 1), (count.Calls[nameof(IRecord.NewsAsync)], count.Calls[nameof(IRecord.ShelfAsync)]));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        host.Dispose();
    }
}
