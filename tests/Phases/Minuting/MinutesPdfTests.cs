using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Checking;
using StrategyBot.Conversations;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Graph;
using StrategyBot.Phases;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Reaching;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Sandbox.People;
using StrategyBot.Starting;
using StrategyBot.Tests.Protocols.Teams;
using StrategyBot.Tests.Reaching;
using StrategyBot.Tests.Sandbox.Graph;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>A PDF beside Word's document where the procedure wants one: offered, fetched, sent, and left out where it can't be had.
/// </summary>
public sealed class MinutesPdfTests : GraphWorldTest
{
    private const string Pdf = """{"paper":{"pdf":true}}""";
    private const string Attached = """{"paper":{"pdf":true},"delivery":"attachment"}""";

    private static readonly FontFolder Usual = FontFolder.Of(null, ""), Bare = new(null, []);

    [FontFact]
    public async Task Where_the_procedure_wants_it_Word_and_PDF_are_offered_each_by_a_link_of_its_own()
    {
        using var host = await HostAsync(Wanting(ApprovalRuleTests.Approved(), Pdf), Usual);

        var offer = await OfferedAsync(host, Sam, 1);

        Assert.Contains("A Word document and a PDF of the same words, cut to what you may read.", offer.Text, StringComparison.Ordinal);
        Assert.Contains("The links are yours: don't pass them on. Each opens once", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["Fetch as Word", "Fetch as PDF"], Links(offer).Select(link => link.Title));
        Assert.Equal([null, "pdf"], (await host.Clerk.LoadAsync(Id, default)).Links.Offers.Values.Select(one => one.About).Order());
    }

    [FontFact]
    public async Task The_draft_too()
    {
        using var host = await HostAsync(Wanting(Documents.AMeeting.Ended(), Pdf), Usual);

        var offer = await OfferedAsync(host, Priya, 0);

        Assert.Equal(["Fetch as Word", "Fetch as PDF"], Links(offer).Select(link => link.Title));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"paper":{"pdf":false}}""", true)]
    [InlineData(Pdf, false)]
    public async Task Where_it_does_not_or_no_font_is_here_Word_is_offered_as_before(string minutes, bool hasFont)
    {
        using var host = await HostAsync(Wanting(ApprovalRuleTests.Approved(), minutes), hasFont ? Usual : Bare);

        var offer = await OfferedAsync(host, Sam, 1);

        Assert.Contains("A Word document, cut to what you may read. The link is yours", offer.Text, StringComparison.Ordinal);
        Assert.Equal(["Fetch the document"], Links(offer).Select(link => link.Title));
        Assert.Single((await host.Clerk.LoadAsync(Id, default)).Links.Offers);
    }

    [FontFact]
    public async Task A_copy_that_cannot_be_set_goes_as_Word_alone_and_says_so()
    {
        var given = Wanting(Named("محمد Lindley"), Attached);
        using var host = await HostAsync(given, Usual);

        var offer = await OfferedAsync(host, Sam, 1);

        Assert.Contains(MinutesPdf.WordAlone, offer.Text, StringComparison.Ordinal);
        Assert.Equal(["Fetch the document"], Links(offer).Select(link => link.Title));
        var mail = await SentAsync(given, Usual);
        Assert.Contains(MinutesPdf.WordAlone, mail, StringComparison.Ordinal);
        Assert.Contains("SB-2026-014-version-1.docx", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(".pdf", mail, StringComparison.Ordinal);
    }

    [FontFact]
    public async Task A_letter_that_carries_the_document_carries_both()
    {
        var mail = await SentAsync(Wanting(ApprovalRuleTests.Approved(), Attached), Usual);

        Assert.Contains("SB-2026-014-version-1.docx", mail, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"SB-2026-014-version-1.pdf\"", mail, StringComparison.Ordinal);
        Assert.Contains("application/pdf", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no PDF", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"delivery":"attachment"}""", true, true)]
    [InlineData(Attached, false, true)]
    [InlineData(Pdf, true, false)]
    public async Task Else_it_carries_what_it_carried(string minutes, bool hasFont, bool hasWord)
    {
        var mail = await SentAsync(Wanting(ApprovalRuleTests.Approved(), minutes), hasFont ? Usual : Bare);

        Assert.Equal(hasWord, mail.Contains("SB-2026-014-version-1.docx", StringComparison.Ordinal));
        Assert.DoesNotContain(".pdf", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("There is no PDF", mail, StringComparison.Ordinal);
    }

    /// <summary>Over HTTP: once, cut to its reader, and logged as Word's is.</summary>
    [FontFact]
    public async Task It_is_fetched_once_as_a_PDF()
    {
        using var host = await HostAsync(Wanting(ApprovalRuleTests.Approved(), Pdf), Usual);
        await using var app = await ServeAsync(host);
        var offer = await OfferedAsync(host, Sam, 1);

        using var word = await app.GetTestClient().GetAsync(Links(offer)[0].Url);
        using var pdf = await app.GetTestClient().GetAsync(Links(offer)[1].Url);
        using var again = await app.GetTestClient().GetAsync(Links(offer)[1].Url);

        Assert.Equal((MinutesDocx.ContentType, "SB-2026-014-version-1.docx"), What(word));
        Assert.Equal((SheetPdf.ContentType, "SB-2026-014-version-1.pdf"), What(pdf));
        Assert.Equal("no-store", pdf.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("%PDF-"u8.ToArray(), (await pdf.Content.ReadAsByteArrayAsync())[..5]);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await host.Cases.CloseAccessLogAsync();
        Assert.Equal(2, (await host.Cases.Record.AccessesAsync("cases/SB-2026-014", default)).Count(
            access => access.What == "minuting/document/meeting-1/1" && access.Person == Sam.Person!.Value.Value));
    }

    /// <summary>The machine that answers may be another than the one that offered it.</summary>
    [FontFact]
    public async Task A_link_to_a_PDF_opens_Word_where_no_font_is_left()
    {
        using var host = await HostAsync(Wanting(ApprovalRuleTests.Approved(), Pdf), Usual);
        await using var app = await ServeAsync(host, Bare);
        var offer = await OfferedAsync(host, Sam, 1);

        using var answer = await app.GetTestClient().GetAsync(Links(offer)[1].Url);

        Assert.Equal((MinutesDocx.ContentType, "SB-2026-014-version-1.docx"), What(answer));
    }

    [FontFact]
    public async Task Business_support_fetches_both_to_enter()
    {
        using var host = await HostAsync(Wanting(ApprovalRuleTests.Approved(), Pdf), Usual);
        await using var app = await ServeAsync(host);
        var offer = await host.PressAsync(Jo, OfferToEnter.Verb, CaseForm.With(await host.Clerk.LoadAsync(Id, default), new { }));

        Assert.Contains("A Word document and a PDF of the same words, as social care may read it.", offer.Text, StringComparison.Ordinal);
        using var word = await app.GetTestClient().GetAsync(Links(offer)[0].Url);
        using var pdf = await app.GetTestClient().GetAsync(Links(offer)[1].Url);

        Assert.Equal((MinutesDocx.ContentType, "SB-2026-014-version-1.docx"), What(word));
        Assert.Equal((SheetPdf.ContentType, "SB-2026-014-version-1.pdf"), What(pdf));
        await host.Cases.CloseAccessLogAsync();
        Assert.Equal(2, (await host.Cases.Record.AccessesAsync("cases/SB-2026-014", default))
            .Count(access => access.What == "minuting/entering-document/"));
    }

    [Theory]
    [InlineData("""{"paper":{"pdf":"yes"}}""")]
    [InlineData("""{"paper":{"PDF":true}}""")]
    public void What_the_procedure_says_otherwise_stops_the_start(string minutes) =>
        Assert.StartsWith("minutes.paper", ProcedureProfiles.Read($$"""{"minutes":{{minutes}}}""")
            .Match(_ => "", faults => faults[0].ToString()), StringComparison.Ordinal);

    [FontFact]
    public async Task Check_says_what_it_is_set_in_and_what_to_do_where_it_can_not_be()
    {
        using var folder = new TemporaryFolder();
        async Task<Finding> CheckAsync(FontFolder fonts) => Assert.Single(await new PdfCheck(Profile(Pdf), fonts).LookAsync(default));

        Assert.Equal((Verdict.Ok, $"minutes are set in {FontFactAttribute.Found!.Family}."), Of(await CheckAsync(Usual)));
        Assert.Equal((Verdict.SeeTo, "the procedure wants minutes as a PDF too and this machine has no font for it, so they go as Word "
            + "documents alone. Install the package fonts-liberation, or put a TrueType family's regular and bold into a folder and name "
            + "it in StrategyBot__FontFolder."), Of(await CheckAsync(Bare)));
        Assert.StartsWith("StrategyBot__FontFolder names a folder without a font that can be used",
            Of(await CheckAsync(Usual with { Named = folder.Path })).Sentence, StringComparison.Ordinal);
        Assert.Empty(await new PdfCheck(ProcedureProfiles.Default, Bare).LookAsync(default));

        static (Verdict Verdict, string Sentence) Of(Finding finding) => (finding.Verdict, finding.Sentence);
    }

    private static (string? Type, string? Name) What(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName);
    }

    private static ProcedureProfile Profile(string minutes) => ProcedureProfiles.Read($$"""{"minutes":{{minutes}}}""")
        .Match(profile => profile, faults => throw new InvalidOperationException(faults[0].ToString()));

    /// <summary>The same case, opened under a procedure that says so.</summary>
    private static Given Wanting(Given given, string minutes)
    {
        var entries = (List<Entry>)given.Entries;
        var opened = (CaseOpened)entries[0].Fact;
        entries[0] = entries[0] with { Fact = opened with { ProfileJson = Profile(minutes).ToJson() } };
        return given;
    }

    private static Given Named(string child)
    {
        var given = Documents.AMeeting.Ended();
        var entries = (List<Entry>)given.Entries;
        var at = entries.FindIndex(entry => entry.Fact is ChildNamed);
        var named = (ChildNamed)entries[at].Fact;
        entries[at] = entries[at] with { Fact = named with { Details = named.Details with { Name = child } } };
        return given.At("2026-11-25 15:20").By(Priya).Decided(@case => ApprovalRuleTests.Approve(@case));
    }

    private static async Task<PartHost> HostAsync(Given given, FontFolder fonts)
    {
        var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton(new PublicAddress(() => "https://bot.example")).AddSingleton(fonts);
        });
        await host.Cases.HaveAsync(given);
        return host;
    }

    private static async Task<WebApplication> ServeAsync(PartHost host, FontFolder? fonts = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        var pdf = fonts is null ? host.Services.GetRequiredService<MinutesPdf>() : new MinutesPdf(fonts, Words);
        builder.Services.AddSingleton(host.Services.GetRequiredService<DocumentLinks>()).AddSingleton(host.Clerk).AddSingleton(pdf)
            .AddSingleton<IPaper>(new ToEnterFile(pdf, Words)).AddSingleton<TimeProvider>(host.Clock);
        var app = builder.Build();
        app.MapDocuments();
        await app.StartAsync();
        return app;
    }

    private static async Task<PartHost.Screen> OfferedAsync(PartHost host, Participant to, int version)
    {
        var @case = await host.Clerk.LoadAsync(Id, default);
        return await host.PressAsync(to, OfferDocument.Verb, CardJson.Sent(OfferDocument.Button(@case, @case.Meeting, version).Data));
    }

    private static List<OpenUrlAction> Links(PartHost.Screen offer) => [.. offer.Card!.Actions.OfType<OpenUrlAction>()];

    /// <summary>What an officer of another tenant finds in their mailbox, as JSON.</summary>
    private async Task<string> SentAsync(Given given, FontFolder fonts)
    {
        var person = SandboxPeople.Police;
        var @case = given.By(Priya).Fact(new ParticipantAdded(Sam with
        {
            Id = new("person-20"),
            Mail = person.Mail,
            Person = PersonId.Of(person.TenantId, person.AadObjectId),
            ChannelId = null,
        })).Case;
        var (record, links) = (new Mock<IRecord>(MockBehavior.Strict), new Mock<IPersonalLinks>(MockBehavior.Strict));
        record.Setup(book => book.ReadAsync(It.IsAny<string>(), 0, default)).ReturnsAsync([]);
        links.Setup(way => way.ForAsync(@case, It.IsAny<Participant>(), It.IsAny<string>(), default))
            .ReturnsAsync(new WayIn("Open your page", "https://bot.council.example/p#way", "A code comes to this address."));
        await using var teams = await ConnectorStub.StartAsync();
        var settings = new TeamsSettings(SandboxPeople.BotAppId, SandboxPeople.CouncilTenant, ConnectorStub.ServiceUrl, IsSandbox: false);
        var reach = new Reach(new TeamsConversations(teams.Client(), settings), World.Bot<ChatApp>(), World.Bot<Post>(), World.Bot<Users>(),
            new PeopleBook(record.Object, TimeProvider.System), settings, links.Object,
            new LetterText(LetterTextTests.Northgate, Words), TimeProvider.System);
        var owed = DistributeMinutesDuty.Owes(@case).Single(one => one.To == new ParticipantId("person-20"));
        await new DistributeMinutesDuty(reach, new(fonts, Words), Words).PerformAsync(@case, owed, new(1, IsUnknown: false), default);
        return Assert.Single(await World.SeesAsync(person, "mail"))!.ToJsonString(
            new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
