using System.Net;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Conversations;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Family;
using StrategyBot.Phases.Minuting;
using StrategyBot.Tests.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Family.AFamily;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Family;

/// <summary>A copy is made, read, fetched and given by its forms; and by none of these ways while contact is held.</summary>
public sealed class FamilyPartsTests : IAsyncLifetime, IDisposable
{
    private readonly RecordedCases cases = new();
    private readonly StoppedClock wall = new(Dates.Local("2026-11-25 15:30"));
    private readonly PartHost host;
    private readonly WebApplication app;

    public FamilyPartsTests()
    {
        var links = new DocumentLinks(cases.Clerk, new(() => "https://bot.example"), new(wall));
        host = new(services => services.AddSingleton<IPaperLinks>(links), cases: cases);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(links).AddSingleton(cases.Clerk).AddSingleton(Words).AddSingleton<TimeProvider>(cases.Clock)
            .AddSingleton(Northgate).AddSingleton<IPaper, FamilyFile>();
        app = builder.Build();
        app.MapDocuments();
    }

    public async Task InitializeAsync()
    {
        await cases.HaveAsync(Typed());
        cases.Clock.Advance(Dates.Local("2026-11-25 16:00") - cases.Clock.GetUtcNow());
        await app.StartAsync();
    }

    [Fact]
    public async Task The_social_worker_makes_a_copy_for_somebody_whom_the_plan_alone_names()
    {
        var list = await OpenAsync(Tom, CopiesOwedPage.Button);
        Assert.Contains("Nadia Lindley: has parental responsibility", list.Text, StringComparison.Ordinal);
        Assert.Contains("Begun, and not given yet.", list.Text, StringComparison.Ordinal);

        var who = await list.PressAsync("Open the chosen one", ("reader", FamilyCopy.Other));
        Assert.Equal("Ash and Bo", who.Value("about"));
        var half = await who.PressAsync("Save", ("name", "Win Lindley"));
        Assert.Contains("Type how they are related.", half.Text, StringComparison.Ordinal);
        Assert.Equal("Win Lindley", half.Value("name"));
        var worry = await half.PressAsync("Save", ("relation", "Ash’s great-aunt"), ("language", "Polish"));
        Assert.Contains("Saved 16:00 on SB-2026-014 Heron: Somebody else 2: whom the copy is for", worry.Text, StringComparison.Ordinal);
        Assert.Equal("2026-12-02", worry.Value("day"));

        var copy = await worry.PressAsync("Save", ("worry", "Ash was hurt."));
        Assert.Contains("You asked for this in Polish.", copy.Text, StringComparison.Ordinal);
        Assert.Contains("Type at least one row for them.", copy.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(copy.Buttons, button => button.Title is "As a document" or "Given to them");
        Assert.Contains("2 rows of the plan are marked for some agencies only, and can't be chosen.", copy.Text, StringComparison.Ordinal);

        var row = await copy.PressAsync("Type the chosen row for them", ("row", "action-1"));
        Assert.Contains("PLANTED row: maternal grandmother supervises contact.", row.Text, StringComparison.Ordinal);
        Assert.All(new[] { "who", "what", "when" }, id => Assert.Equal("", row.Value(id)));
        copy = await row.PressAsync("Save", ("who", "You"), ("what", "Ring Joan each day."), ("when", "At 6pm"));

        Assert.Contains("You: Ring Joan each day. (At 6pm)", copy.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday 2 December. We will ask you first.", copy.Text, StringComparison.Ordinal);
        Assert.Contains(copy.Buttons, button => button.Title == "As a document");
    }

    [Fact]
    public async Task It_is_given_and_what_was_given_stands_on_the_list()
    {
        var given = await (await OpenAsync(Priya, @case => FamilyCopyPage.Button(@case, Mother))).PressAsync("Given to them");
        var list = await given.PressAsync("Save", ("giver", Tom.Id.Value), ("how", "readOut"), ("time", "15:45"));

        Assert.Contains("Given by Tom Okafor, Wed 25 Nov 2026, 15:45, read out, version 1 of the plan.", list.Text,
            StringComparison.Ordinal);
        var copy = (await host.Clerk.LoadAsync(Id, default)).FamilyCopies.Single(one => one.Reader == Mother);
        var (said, rows) = (copy.LastGiven!.Said.Fact, copy.LastGiven.AsGiven.Rows);
        Assert.Equal((Tom.Id, GivenHow.ReadOut, 4), (said.Giver, said.How, rows.Count));
        Assert.Contains("Given by Tom Okafor, 25 Nov 2026, 3:45pm", await FetchedAsync(Mother), StringComparison.Ordinal);

        // Typed otherwise since, what was given stands word for word.
        var row = await (await OpenAsync(Tom, @case => FamilyCopyPage.Button(@case, Mother)))
            .PressAsync("Type the chosen row for them", ("row", "row-2"));
        await row.PressAsync("Save", ("what", "Ring before you come."));
        var read = await (await OpenAsync(Tom, CopiesOwedPage.Button)).PressAsync(AsGivenPage.Title, ("reader", Mother));
        Assert.Contains("You: See the children when you like. Ring Joan first. (Each day)", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ring before you come.", read.Text, StringComparison.Ordinal);
        Assert.Contains("What was given is out of date: other words were typed for them.",
            (await read.PressAsync(FamilyCopyPage.Title)).Text, StringComparison.Ordinal);

        var later = await (await OpenAsync(Priya, @case => FamilyCopyPage.Button(@case, Grandmother))).PressAsync("Given to them");
        Assert.Contains("That lies ahead.", (await later.PressAsync("Save", ("time", "17:00"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_says_why_it_is_not_shared_and_makes_none()
    {
        var list = await OpenAsync(Helen, CopiesOwedPage.Button);
        Assert.DoesNotContain(list.Buttons, button => button.Title == "Open the chosen one");
        var form = await list.PressAsync("Not shared, because…", ("reader", Mother));
        var saved = await form.PressAsync("Save", ("because", "Not before the medical."));

        Assert.Contains("Adult 1: not shared", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Not shared, because: Not before the medical.", saved.Text, StringComparison.Ordinal);
        Assert.IsType<Reply.Say>((await OpenAsync(Sam, CopiesOwedPage.Button)).Reply);
    }

    [Fact]
    public async Task The_document_is_fetched_once_and_names_nobody_outside()
    {
        var link = await LinkAsync(Grandmother);
        using var answer = await app.GetTestClient().GetAsync(link);
        using var again = await app.GetTestClient().GetAsync(link);
        await cases.CloseAccessLogAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (answer.StatusCode, again.StatusCode));
        Assert.Equal("SB-2026-014-family-other-1.docx", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains(await cases.Record.AccessesAsync("cases/SB-2026-014", default),
            access => access.What == "family/document/other-1" && access.Person == Tom.Person!.Value.Value);
        using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        var text = document.MainDocumentPart!.Document.InnerText;
        Assert.Contains("Pick the children up from school.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_that_comes_between_shuts_the_form_the_preview_the_link_and_the_giving()
    {
        var (link, form) = (await LinkAsync(Mother), await OpenAsync(Tom, @case => CopyGivenPart.Button(@case, Mother)));
        var words = await OpenAsync(Tom, @case => FamilyWordsPart.Button(@case, Mother));
        await HaveAsync(Hold(new(Mother)));

        Assert.Contains("Ask Sam Whitlock, 01632 960003 first", (await form.PressAsync("Save")).Text, StringComparison.Ordinal);
        var kept = await words.PressAsync("Save", ("worry", "Other words."));
        Assert.Contains("they get no copy", kept.Text, StringComparison.Ordinal);
        Assert.Contains("Other words.", kept.Text, StringComparison.Ordinal);
        var preview = await OpenAsync(Tom, @case => FamilyCopyPage.Button(@case, Mother));
        Assert.DoesNotContain("sore arm", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Ask Sam Whitlock", preview.Text, StringComparison.Ordinal);
        Assert.Contains("they get no copy", (await DocumentAsync(Mother)).Text, StringComparison.Ordinal);
        using var shut = await app.GetTestClient().GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, shut.StatusCode);

        // Not used up: once the police lift it, it opens.
        await HaveAsync(In(new ContactHoldLifted(new(Mother), "Spoken with.", "")));
        using var open = await app.GetTestClient().GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task A_copy_that_names_an_adult_under_a_hold_warns()
    {
        await HaveAsync(Hold(TheMan));
        var copy = await OpenAsync(Tom, @case => FamilyCopyPage.Button(@case, Mother));

        Assert.Contains("It names Lee Marsh, with whom contact is held", copy.Text, StringComparison.Ordinal);
        var list = await OpenAsync(Tom, CopiesOwedPage.Button);
        Assert.Equal(Mother, list.Value("reader"));
        Assert.Contains("Ask Sam Whitlock", (await list.PressAsync("Open the chosen one", ("reader", Man))).Text, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => host.Dispose();

    private Task HaveAsync(Fact fact) => cases.Clerk.RecordAsync(Id, $"given {fact.GetType().Name}", _ => [fact], default);

    private async Task<PartHost.Screen> OpenAsync(Participant by, Func<Case, PartButton> button) =>
        await host.OpenAsync(by, button(await host.Clerk.LoadAsync(Id, default)));

    private Task<PartHost.Screen> DocumentAsync(string reader) => host.PostAsync(Tom, OfferFamilyPaper.Verb, ("reader", reader));

    private async Task<Uri> LinkAsync(string reader) =>
        Assert.IsType<StrategyBot.Protocols.Cards.OpenUrlAction>((await DocumentAsync(reader)).Card.Actions[0]).Url;

    private async Task<string> FetchedAsync(string reader)
    {
        using var answer = await app.GetTestClient().GetAsync(await LinkAsync(reader));
        using var document = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(), isEditable: false);
        return document.MainDocumentPart!.FooterParts.Single().Footer.InnerText;
    }
}
