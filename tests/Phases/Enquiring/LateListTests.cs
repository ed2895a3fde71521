using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>R111: the month's list by a typed line, over the cases of who asks, and the files of it, each by a link that opens once.
/// </summary>
public sealed class LateListTests : IAsyncLifetime, IDisposable
{
    private const string Today = "2027-01-04 09:00", Newer = "One of your cases is not counted here: a newer version of me";

    private static readonly CaseId Other = new("SB-2026-015"), Third = new("SB-2026-016");

    // Of the three cases she is on two, on both by her address: nobody of Teams was recognised as her yet.
    private static readonly Participant Area = new(new("person-area"), "Anna Reed", Agency.SocialCare, "Area Manager", "",
        "area.manager@council.example", "", [Role.AreaManager], PersonId.Of("council", "object-area"), null, "29:object-area");

    private readonly RecordedCases cases = new();
    private readonly StoppedClock wall = new(Dates.Local(Today));
    private readonly PartHost host;
    private readonly WebApplication app;

    public LateListTests()
    {
        var links = new DocumentLinks(cases.Clerk, new(() => "https://bot.example"), new(wall));
        host = new(services => services.AddSingleton<IPaperLinks>(links), cases: cases);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(links).AddSingleton(cases.Clerk).AddSingleton(Words).AddSingleton<TimeProvider>(cases.Clock)
            .AddSingleton<IPaper, LateFile>();
        app = builder.Build();
        app.MapDocuments();
    }

    public async Task InitializeAsync()
    {
        await cases.HaveAsync(Begun().Late("2026-12-09 11:00").Answered("2026-12-09 12:00", YesNo.Yes).Held("2026-12-29"));
        await cases.HaveAsync(Begun(profile: ProcedureProfiles.Named("devon"), children: 2).Requested("2026-12-09 10:00", "North")
            .Fact(new ParticipantAdded(Area with { Person = null, ChannelId = null })), Other);
        await cases.HaveAsync(Begun(), Third);
        cases.Clock.Advance(Dates.Local(Today) - cases.Clock.GetUtcNow());
        await app.StartAsync();
    }

    [Fact]
    public async Task The_list_of_last_month_over_all_cases() =>
        Golden.Json(CardJson.Write((await host.TypeAsync(Priya, "late")).Card));

    [Theory]
    [InlineData("late December 2026", "Late conferences, December 2026")]
    [InlineData("Late last month", "Late conferences, December 2026")]
    [InlineData("late 12/2026", "Late conferences, December 2026")]
    [InlineData("late this month", "Late conferences, January 2027")]
    [InlineData("late nov", "No conference on your cases was out of timescale.")]
    [InlineData("late this month", "No conference on your cases was out of timescale.")]
    [InlineData("late this month", "The month is not over")]
    [InlineData("late February 2027", "February 2027 is still to come.")]
    [InlineData("late soon", "Type the month like November 2026")]
    public async Task A_month_is_typed_as_people_say_it(string line, string says) =>
        Assert.Contains(says, (await host.TypeAsync(Priya, line)).Text, StringComparison.Ordinal);

    [Fact]
    public void A_long_list_fits_on_a_card_and_says_how_many_more_the_files_have()
    {
        var late = Begun(profile: ProcedureProfiles.Named("devon"), children: 6).Requested("2026-12-09 10:00", "Mid & East")
            .Late("2026-12-09 11:00", LatenessCause.ConfirmedLate).Case;
        var list = LateConferences.Of(Enumerable.Repeat(late, 40), ALateConference.December, new(2027, 1, 4));
        var card = LateList.Card(list, new(2027, 1, 4), new StrategyBot.Rules.NewerReleaseException("SB-2026-014"), Words);

        Assert.Contains(card.Body.OfType<TextBlock>(), block => block.Text == "And 215 more: the files have them all.");
        Assert.True(CardSize.Utf16Bytes(card) <= CardSize.LimitInBytes, $"{CardSize.Utf16Bytes(card)} bytes");
    }

    [Fact]
    public async Task In_a_meetings_chat_nothing_of_it_is_said()
    {
        var said = await host.TypeAsync(Priya, "late", "19:meeting");
        Assert.Contains("type `late` to me in our own chat", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("SB-2026", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_keep_the_enquiry_has_none_of_it()
    {
        Assert.Contains("No conference on your cases", (await host.TypeAsync(Grace, "late")).Text, StringComparison.Ordinal);
        Assert.Contains("No conference on your cases", (await host.TypeAsync(Ruth, "late")).Text, StringComparison.Ordinal);
        // The area manager has the cases that she is on.
        var list = await ListAsync(Area);
        Assert.Contains("Child 2 · Initial · North", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Third.Value, list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_noted_as_read_on_each_case_that_is_on_it_and_on_no_other()
    {
        await host.TypeAsync(Priya, "late");
        await host.TypeAsync(Tom, "late November 2026");
        await cases.CloseAccessLogAsync();

        foreach (var id in new[] { Id, Other, Third })
        {
            var read = Assert.Single(await cases.Record.AccessesAsync(CaseCodec.StreamOf(id), default));
            Assert.Equal((Priya.Person!.Value.Value, "enquiring/late"), (read.Person, read.What));
        }
    }

    [Fact]
    public async Task A_case_that_can_not_be_read_is_said_on_the_card_and_in_both_files()
    {
        await LeftAloneAsync();
        var list = await host.TypeAsync(Priya, "late");
        Assert.Contains("3 conferences on your cases", list.Text, StringComparison.Ordinal);
        Assert.Contains(Newer, list.Text, StringComparison.Ordinal);
        Assert.Contains(Newer, Encoding.UTF8.GetString(await FetchedAsync(list, Spreadsheet)), StringComparison.Ordinal);
        Assert.Contains(Newer, Text(await FetchedAsync(list, Document)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_spreadsheet_is_fetched_once()
    {
        var link = await LinkAsync(await host.TypeAsync(Priya, "late"), Spreadsheet);
        using var answer = await app.GetTestClient().GetAsync(link);
        using var again = await app.GetTestClient().GetAsync(link);
        await cases.CloseAccessLogAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (answer.StatusCode, again.StatusCode));
        Assert.Equal(("late-conferences-2026-12.csv", "text/csv"),
            (answer.Content.Headers.ContentDisposition!.FileName, answer.Content.Headers.ContentType!.MediaType));
        Golden.Text((await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF'), ".csv");
        foreach (var id in new[] { Id, Other, Third })
        {
            Assert.Single(await cases.Record.AccessesAsync(CaseCodec.StreamOf(id), default),
                access => access.What == "enquiring/late-file/2026-12/csv" && access.Person == Priya.Person!.Value.Value);
        }
    }

    [Fact]
    public async Task After_ten_minutes_it_opens_nothing()
    {
        var link = await LinkAsync(await host.TypeAsync(Priya, "late"), Spreadsheet);
        wall.Advance(TimeSpan.FromMinutes(10));
        using var answer = await app.GetTestClient().GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_its_reader_may_not_see_any_more_when_it_is_fetched_is_not_in_it()
    {
        var list = await host.TypeAsync(Tom, "late");
        // The list is by area: another case than the one that he leaves holds this link, and the left one holds the other.
        var link = await LinkAsync(list, Spreadsheet);
        await cases.Clerk.RecordAsync(Third, "off", _ => [new ParticipantRemoved(Tom.Id, "")], default);
        var read = Encoding.UTF8.GetString(await app.GetTestClient().GetByteArrayAsync(link));
        Assert.Contains(Id.Value, read, StringComparison.Ordinal);
        Assert.DoesNotContain(Third.Value, read, StringComparison.Ordinal);

        link = await LinkAsync(await host.TypeAsync(Tom, "late"), Spreadsheet);
        await cases.Clerk.RecordAsync(Other, "off", _ => [new ParticipantRemoved(Tom.Id, "")], default);
        using var shut = await app.GetTestClient().GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, shut.StatusCode);
    }

    [Fact]
    public async Task Who_is_known_by_a_vouched_address_alone_gets_it_too_and_who_is_not_vouched_for_does_not()
    {
        var read = Encoding.UTF8.GetString(await FetchedAsync(await ListAsync(Area), Spreadsheet));
        Assert.Equal(1 + 3, read.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("No conference on your cases", (await host.TypeAsync(Area, "late")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_is_a_table_across_the_page_in_which_Word_finds_no_fault()
    {
        var list = await host.TypeAsync(Priya, "late");
        var paper = await FetchedAsync(list, Document);
        DocxWords.Valid(paper);
        Assert.Equal(paper, await FetchedAsync(list, Document));
        Golden.Text(Text(paper));
    }

    [OfficeFact]
    public async Task It_is_printed_on_one_page()
    {
        using var folder = new TemporaryFolder();
        var printed = await Office.PrintedAsync(folder, "late", await FetchedAsync(await host.TypeAsync(Priya, "late"), Document));
        Assert.Single(printed, '\f');
        Assert.All(["SB-2026-014", "SB-2026-015", "SB-2026-016"], id => Assert.Contains(id, printed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_the_link_it_is_a_press_back_to_the_list()
    {
        var offer = await (await host.TypeAsync(Priya, "late")).PressAsync(Document);
        Assert.Contains("opens once, within ten minutes", offer.Text, StringComparison.Ordinal);
        Assert.Contains("4 conferences on your cases", (await offer.PressAsync("Back to the list")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-13", "csv")]
    [InlineData("2026-12", "exe")]
    [InlineData("", "")]
    [InlineData("2026-12/csv", "csv")]
    public async Task A_form_that_was_made_up_gets_no_link(string month, string kind) => Assert.Contains("Type `late` and the month",
        (await host.PressAsync(Priya, OfferLateFile.Verb, new JsonObject { ["case"] = Id.Value, ["month"] = month, ["kind"] = kind })).Text,
        StringComparison.Ordinal);

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => host.Dispose();

    private const string Spreadsheet = "As a spreadsheet", Document = "As a document";

    /// <summary>As it is pressed: Teams vouches for the address then.</summary>
    private Task<PartHost.Screen> ListAsync(Participant by) =>
        host.PressAsync(by, ShowLateList.Verb, new JsonObject { ["month"] = "2026-12" });

    private static async Task<Uri> LinkAsync(PartHost.Screen list, string title) =>
        new((await list.PressAsync(title)).Card.Actions.OfType<OpenUrlAction>().Single().Url.ToString());

    private async Task<byte[]> FetchedAsync(PartHost.Screen list, string title) =>
        await app.GetTestClient().GetByteArrayAsync(await LinkAsync(list, title));

    private static string Text(byte[] paper)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(paper), isEditable: false);
        var main = document.MainDocumentPart!;
        return string.Join('\n', new[] { main.HeaderParts.Single().Header!.InnerText }
            .Concat(main.Document!.Body!.ChildElements.SelectMany(block => block is DocumentFormat.OpenXml.Wordprocessing.Table table
                ? table.Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>()
                    .Select(row => string.Join(" | ", row.Elements<DocumentFormat.OpenXml.Wordprocessing.TableCell>()
                        .Select(cell => cell.InnerText)))
                : [block.InnerText]))
            .Append(main.FooterParts.Single().Footer!.InnerText));
    }

    /// <summary>A newer release wrote on the third case.</summary>
    private async Task LeftAloneAsync()
    {
        var stream = CaseCodec.StreamOf(Third);
        var before = await cases.Record.ReadAsync(stream, 0, default);
        var lines = new CaseCodec(new FactKinds().Add<OfTomorrow>("of-tomorrow"))
            .Write(Third, (before.Count, before[^1].Hash), [new OfTomorrow("PLANTED")], Priya.Person!.Value, "newer",
                cases.Clock.GetUtcNow());
        Assert.Equal(Appended.Written, await cases.Record.TryAppendAsync(
            stream, before.Count, lines, "newer", new StrategyBot.Records.Index(CaseTerms.Of(Begun().Case), null), default));
    }

    internal sealed record OfTomorrow(string Says) : Fact;
}
