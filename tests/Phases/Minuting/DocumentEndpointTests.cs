using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Minuting;
using StrategyBot.Rules.Wording;
using StrategyBot.Starting;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Minuting;

public sealed class DocumentEndpointTests : IAsyncLifetime, IDisposable
{
    private readonly RecordedCases cases = new();
    private readonly StoppedClock wall = new(Dates.Local("2026-11-25 15:30"));
    private readonly DocumentLinks links;
    private readonly WebApplication app;

    public DocumentEndpointTests()
    {
        links = On(wall);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(links).AddSingleton(cases.Clerk).AddSingleton(Words.English);
        app = builder.Build();
        app.MapDocuments();
    }

    public async Task InitializeAsync()
    {
        await cases.HaveAsync(AMeeting.Held()
            .By(Given.Sam).Fact(AMeeting.In(new InformationGiven(Given.Sam.Id, Agency.Police, "Called to the address twice.", 0)))
            .Fact(AMeeting.In(
                new InformationGiven(Given.Sam.Id, Agency.Police, "A source says that he is back.",
                    0)
                { Audience = Audience.PoliceAndSocialCare }))
            .At("2026-11-25 14:45").By(Given.Priya).Fact(AMeeting.In(new MeetingEnded(Via.TeamsEvent)))
            .Decided(@case => ApprovalRuleTests.Approve(@case)));
        await app.StartAsync();
    }

    [Fact]
    public async Task A_link_opens_the_document_of_the_person_it_was_given_to_and_nothing_may_keep_it()
    {
        using var answer = await GetAsync(Link(Given.Ruth));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("SB-2026-014-version-1.docx", answer.Content.Headers.ContentDisposition!.FileName);
        using var document =
            DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        Assert.DoesNotContain("A source says", document.MainDocumentPart!.Document.InnerText);
        Assert.Contains("Called to the address twice", document.MainDocumentPart.Document.InnerText);
    }

    [Fact]
    public async Task It_is_logged_who_fetched_it()
    {
        using var answer = await GetAsync(Link(Given.Ruth));
        await cases.CloseAccessLogAsync();

        Assert.Contains(await cases.Record.AccessesAsync("cases/SB-2026-014", default),
            access => access.What == "minuting/document/1" && access.Person == Given.Ruth.Person!.Value.Value);
    }

    [Fact]
    public async Task An_unknown_link_and_one_that_ran_out_get_the_same_page()
    {
        var link = Link(Given.Ruth);
        wall.Advance(TimeSpan.FromMinutes(10));

        using var old = await GetAsync(link);
        using var unknown = await GetAsync(new("https://bot.example/documents/0000"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (old.StatusCode, unknown.StatusCode));
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await old.Content.ReadAsStringAsync());
        Assert.Equal("no-store", old.Headers.GetValues("Cache-Control").Single());
        Assert.DoesNotContain("SB-2026", await old.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_link_opens_for_ten_minutes()
    {
        var link = Link(Given.Ruth);
        wall.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));

        using var answer = await GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_draft_is_nobodys_but_the_chairs_though_they_hold_a_link()
    {
        using var chair = await GetAsync(Link(Given.Priya, version: 0));
        using var school = await GetAsync(Link(Given.Ruth, version: 0));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (chair.StatusCode, school.StatusCode));
    }

    [Fact]
    public void A_link_says_nothing_about_the_case_to_whoever_sees_it()
    {
        var link = Link(Given.Ruth);
        var token = link.Segments[^1];

        Assert.Matches("^https://bot.example/documents/[A-Za-z0-9_-]{100,}$", link.AbsoluteUri);
        Assert.DoesNotContain("SB-2026", System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token)),
            StringComparison.Ordinal);
        Assert.NotEqual(link, Link(Given.Ruth));
    }

    [Fact]
    public async Task A_link_with_one_letter_changed_opens_nothing()
    {
        var link = Link(Given.Ruth).AbsoluteUri;
        foreach (var at in new[] { link.Length - 10, link.Length - 60, link.IndexOf("documents/", StringComparison.Ordinal) + 12 })
        {
            using var answer = await GetAsync(new($"{link[..at]}{(link[at] == 'A' ? 'B' : 'A')}{link[(at + 1)..]}"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public void Another_instance_opens_it_too_and_one_with_another_secret_does_not()
    {
        var token = Link(Given.Ruth).Segments[^1];

        Assert.Equal(Asker(Given.Ruth), On(wall).Find(token)!.Asker);
        Assert.Null(new DocumentLinks(new(() => "https://bot.example"), new(new byte[SharedSecret.Length]), wall).Find(token));
    }

    [Fact]
    public void A_bot_that_was_not_told_its_address_gives_no_link() =>
        Assert.Null(new DocumentLinks(new(() => null), Secret, wall).Issue(Asker(Given.Ruth), Given.Id, new("meeting-1"), 1));

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => cases.Dispose();

    private static SharedSecret Secret { get; } = new(System.Security.Cryptography.SHA256.HashData("a secret"u8));

    private static DocumentLinks On(StoppedClock wall) => new(new(() => "https://bot.example"), Secret, wall);

    private Task<HttpResponseMessage> GetAsync(Uri link) => app.GetTestClient().GetAsync(link);

    private Uri Link(Participant person, int version = 1) => links.Issue(Asker(person), Given.Id, new("meeting-1"), version)!;

    private static Asker Asker(Participant person) => new(person.Person!.Value, person.Name, person.Mail, person.ChannelId!);
}
