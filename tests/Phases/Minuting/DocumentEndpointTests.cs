using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
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
        links = new(cases.Clerk, new(() => "https://bot.example"), new(wall));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(links).AddSingleton(cases.Clerk)
            .AddSingleton(new MinutesPdf(new(null, []), Words.English));
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
        using var answer = await GetAsync(await LinkAsync(Given.Ruth));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("SB-2026-014-version-1.docx", answer.Content.Headers.ContentDisposition!.FileName);
        using var document =
            DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        Assert.DoesNotContain("A source says", document.MainDocumentPart!.Document.InnerText);
        Assert.Contains("Called to the address twice", document.MainDocumentPart.Document.InnerText);
    }

    [Fact]
    public async Task Who_is_known_by_a_vouched_address_alone_fetches_it_until_it_is_said_that_it_was_not_them()
    {
        var una = Given.Ruth with
        {
            Id = new("person-9"),
            Name = "Una Pike",
            Mail = "una.pike@school.example",
            Person = PersonId.Of("school", "object-una"),
        };
        await cases.Clerk.RecordAsync(Given.Id, "una",
            _ => [AMeeting.In(new ParticipantAdded(una with { Person = null, ChannelId = null }))], default);
        var (first, second) = (await LinkAsync(una), await LinkAsync(una));

        using var fetched = await GetAsync(first);
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);

        await cases.Clerk.RecordAsync(Given.Id, "known", _ => [new PersonRecognised(una.Id, una.Person!.Value, "") { Mail = una.Mail }],
            default);
        await cases.Clerk.RecordAsync(Given.Id, "not-them", _ => [new BindingUndone(una.Id, una.Person!.Value)], default);
        using var shut = await GetAsync(second);
        Assert.Equal(HttpStatusCode.NotFound, shut.StatusCode);
    }

    [Fact]
    public async Task It_is_logged_who_fetched_it()
    {
        using var answer = await GetAsync(await LinkAsync(Given.Ruth));
        await cases.CloseAccessLogAsync();

        Assert.Contains(await cases.Record.AccessesAsync("cases/SB-2026-014", default),
            access => access.What == "minuting/document/meeting-1/1" && access.Person == Given.Ruth.Person!.Value.Value);
    }

    [Fact]
    public async Task An_unknown_link_and_one_that_ran_out_get_the_same_page()
    {
        var link = await LinkAsync(Given.Ruth);
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
        var link = await LinkAsync(Given.Ruth);
        wall.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));

        using var answer = await GetAsync(link);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_draft_is_nobodys_but_the_chairs_though_they_hold_a_link()
    {
        using var chair = await GetAsync(await LinkAsync(Given.Priya, version: 0));
        using var school = await GetAsync(await LinkAsync(Given.Ruth, version: 0));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (chair.StatusCode, school.StatusCode));
    }

    [Fact]
    public async Task A_link_says_nothing_about_the_case_to_whoever_sees_it()
    {
        var link = await LinkAsync(Given.Ruth);
        var token = link.Segments[^1];

        Assert.Matches("^https://bot.example/documents/[A-Za-z0-9_-]{43}$", link.AbsoluteUri);
        Assert.DoesNotContain("SB-2026", System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(token)),
            StringComparison.Ordinal);
        Assert.NotEqual(link, await LinkAsync(Given.Ruth));
    }

    [Fact]
    public async Task A_link_with_one_letter_changed_opens_nothing()
    {
        var link = (await LinkAsync(Given.Ruth)).AbsoluteUri;
        foreach (var at in new[] { link.Length - 10, link.IndexOf("documents/", StringComparison.Ordinal) + 12 })
        {
            using var answer = await GetAsync(new($"{link[..at]}{(link[at] == 'A' ? 'B' : 'A')}{link[(at + 1)..]}"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task It_opens_once_and_on_another_instance_too()
    {
        var link = await LinkAsync(Given.Ruth);
        var drawn = link.Segments[^1];
        Assert.NotNull(await Another().FindAsync(drawn, default));

        using var first = await GetAsync(link);
        using var second = await GetAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (first.StatusCode, second.StatusCode));
        Assert.Null(await Another().FindAsync(drawn, default));
    }

    [Fact]
    public async Task Of_two_who_fetch_at_once_one_gets_it()
    {
        var link = await LinkAsync(Given.Ruth);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => GetAsync(link)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revoking_and_taking_off_shut_it()
    {
        var (grace, ruth) = (await LinkAsync(Given.Grace), await LinkAsync(Given.Ruth));
        await cases.Clerk.RecordAsync(Given.Id, "out",
            _ => [new LinksRevoked(Given.Grace.Id), new ParticipantRemoved(Given.Ruth.Id, "Not needed.")], default);
        // Whoever comes back gets no old link with it.
        await cases.Clerk.RecordAsync(Given.Id, "in again",
            _ => [new LinkAskedFor(Given.Grace.Id), new ParticipantAdded(Given.Ruth)], default);

        using var revoked = await GetAsync(grace);
        using var removed = await GetAsync(ruth);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (revoked.StatusCode, removed.StatusCode));
    }

    [Fact]
    public async Task Behind_a_personal_link_it_opens_nothing_without_that_session()
    {
        var link = await LinkAsync(Given.Ruth, session: Ticket.Hash("what her browser keeps"));
        using var answer = await GetAsync(link);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_fills_the_record_with_links()
    {
        for (var press = 0; press < 20; press++)
        {
            await LinkAsync(Given.Ruth);
        }

        Assert.Null(await IssueAsync(links, Given.Ruth));
        wall.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await IssueAsync(links, Given.Ruth));
    }

    [Fact]
    public async Task A_bot_that_was_not_told_its_address_gives_no_link() =>
        Assert.Null(await IssueAsync(new(cases.Clerk, new(() => null), new(wall)), Given.Ruth));

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => cases.Dispose();

    private DocumentLinks Another() => new(cases.AnotherInstance(), new(() => "https://bot.example"), new(wall));

    private Task<HttpResponseMessage> GetAsync(Uri link) => app.GetTestClient().GetAsync(link);

    private async Task<Uri> LinkAsync(Participant person, int version = 1, string? session = null) =>
        (await IssueAsync(links, person, version, session))!;

    private async Task<Uri?> IssueAsync(DocumentLinks from, Participant person, int version = 1, string? session = null)
    {
        var view = (await cases.Clerk.ReadAsync(Asker(person), Given.Id, Capability.SeeCase, null, default))!;
        var ids = person.Person!.Value.Value.Split('/');
        var speaker = new Speaker(ids[0], ids[1], person.ChannelId!, person.Name, person.Mail) { Vouched = [person.Mail] };
        var turn = new Turn(speaker, new(PlaceKind.Personal, new("chat", "")), "press")
        {
            Session = session,
        };
        return await from.IssueAsync(turn, view, view.Case.Meeting, version, null, default);
    }

    private static Asker Asker(Participant person) => new(person.Person!.Value, person.Name, person.Mail, person.ChannelId!)
    {
        Vouched = [person.Mail],
    };
}
