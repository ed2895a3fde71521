using System.IO.Compression;
using System.Text;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>P13, P36: a blank with the headings of the forms, and what was written on it typed in afterwards: when it happened apart from
/// when it was typed.</summary>
public sealed class PaperTests : IDisposable
{
    private static readonly DateTimeOffset Happened = Dates.Local("2026-11-25 02:10");

    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task The_time_is_said_once_and_each_answer_carries_it_with_who_said_it_and_who_typed_it()
    {
        var begun = await BegunAsync();
        Assert.Contains("You type in what was written on paper: Wed 25 Nov 2026, 02:10, Ward 4.", begun.Text, StringComparison.Ordinal);

        // What an agency knew is theirs; a heading is of who wrote the sheet.
        await begun.PressAsync("Save", ("for", Grace.Id.Value), ("text", "A fracture, a week old."));
        await SaveHeadingAsync("The child cried when moved.");

        var assessment = (await CaseAsync()).Meeting.Assessment;
        var said = Assert.Single(assessment.Information);
        Assert.Equal((Grace.Id, Priya.Person!.Value, Happened, host.Clock.GetUtcNow()),
            (said.Participant, said.By, said.At, said.WrittenAt!.Value));
        var answer = Assert.Single(assessment.Of("recurring").Standing);
        Assert.Equal((Tom.Id, Priya.Person!.Value, Happened, host.Clock.GetUtcNow()),
            (answer.OnBehalfOf, answer.By, answer.At, answer.WrittenAt));
    }

    [Fact]
    public async Task A_decision_that_was_written_down_was_taken_then_and_saved_again_it_is_no_other()
    {
        await BegunAsync();
        var form = new ReasonableCausePart.Form(Id.Value);
        Task<PartHost.Screen> OpenAsync() => host.OpenAsync(Priya, ReasonableCausePart.Id.Button("", form));
        await (await OpenAsync()).PressAsync("Save", ("answer", "yes"), ("rationale", "The injury has no explanation."));

        var decided = (await CaseAsync()).Meeting.Plan.ReasonableCause[Child1];
        Assert.Equal((Happened, Tom.Id), (decided.Fact.HappenedAt, decided.Fact.OnBehalfOf));
        var version = (await CaseAsync()).Version;
        await (await OpenAsync()).PressAsync("Save");
        Assert.Equal(version, (await CaseAsync()).Version);
    }

    [Fact]
    public async Task Once_it_is_typed_in_or_after_four_hours_what_is_saved_happens_now_and_another_persons_always_does()
    {
        var begun = await BegunAsync();
        await SaveHeadingAsync("Said by Jo, now.", Tom);
        Assert.Equal(host.Clock.GetUtcNow(), (await CaseAsync()).Meeting.Assessment.Of("recurring").Standing[^1].At);

        var done = await (await host.OpenAsync(Priya, PaperPart.Id.Button("", new PaperPart.Form(Id.Value))))
            .PressAsync("All of it is typed in");
        Assert.Contains("what you save now happens now", done.Text, StringComparison.Ordinal);
        await SaveHeadingAsync("Said now.");
        Assert.Equal(host.Clock.GetUtcNow(), (await CaseAsync()).Meeting.Assessment.Of("recurring").Standing[^1].At);
        Assert.DoesNotContain("written on paper",
            (await host.OpenAsync(Priya, InformationPart.Button(await CaseAsync()))).Text, StringComparison.Ordinal);

        await BegunAsync();
        host.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Null(PaperSheet.Of(await CaseAsync(), Priya, host.Clock.GetUtcNow()));
        Assert.NotNull(begun);
    }

    [Fact]
    public async Task Where_it_happened_is_asked_and_what_lies_ahead_is_refused()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        var form = await host.OpenAsync(Priya, PaperPart.Id.Button("", new PaperPart.Form(Id.Value)));

        Assert.Contains("Say where it happened", (await form.PressAsync("Type it in")).Text, StringComparison.Ordinal);
        Assert.Contains("That lies ahead.", (await form.PressAsync("Type it in", ("place", "Ward 4"), ("time", "23:59"))).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_minutes_say_that_it_was_written_on_paper_where_when_by_whom_and_when_it_was_typed()
    {
        await BegunAsync();

        var paper = Assert.Single(MinutesDraft.Of(await CaseAsync()),
            one => one.Text.StartsWith("Written on paper", StringComparison.Ordinal));
        Assert.Equal("Written on paper, Ward 4, and typed in from Wed 25 Nov 2026, 14:05", paper.Text);
        Assert.Equal((Happened, $"{Tom.Described}; typed by Priya Nair"), (paper.At, paper.Author));
    }

    [Fact]
    public void The_blank_asks_what_the_forms_ask_has_room_and_the_numbers_first_and_names_nobody_of_the_family()
    {
        var @case = AConvenedCase().Fact(new AdultNamed(new("adult-1"), new("Bo Lindley", "", null, "mother", ""))).Case;

        var paper = BlankPaper.Of(@case);
        var text = string.Join('\n', paper.Pieces.Select(piece => piece.Text));
        Assert.All(Headings.Of(@case), heading => Assert.Contains($"{heading.Title}. ", text, StringComparison.Ordinal));
        Assert.All(new[] { "Lindley", "Mill Lane", "Ash" }, name => Assert.DoesNotContain(name, text, StringComparison.Ordinal));
        Assert.Contains("Sam Whitlock, Detective Sergeant, Police: 01632 960003", text, StringComparison.Ordinal);
        Assert.Contains("ring 999", text, StringComparison.Ordinal);
        Assert.InRange(text.IndexOf("01632 960003", StringComparison.Ordinal), 0, text.IndexOf("Part 1", StringComparison.Ordinal));
        Assert.Contains(paper.Pieces, piece => piece is { Shape: BlankPaper.Shape.Room, Lines: >= 4 });

        using var zip = new ZipArchive(new MemoryStream(BlankDocx.Write(paper)));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open(), Encoding.UTF8);
        var document = reader.ReadToEnd();
        Assert.Contains("Recurring events", document, StringComparison.Ordinal);
        Assert.Contains("☐", document, StringComparison.Ordinal);
        Assert.Equal(BlankDocx.Write(paper), BlankDocx.Write(BlankPaper.Of(@case)));
    }

    [Fact]
    public void Chair_scribe_and_social_worker_have_it_and_while_a_sheet_is_typed_in_it_waits_for_them()
    {
        var given = AConvenedCase();
        Assert.All(new[] { Priya, Tom }, one =>
            Assert.True(Assert.Single(PaperPart.Entries(given.SeenBy(one), given.Now)) is { IsOffered: true, IsOpen: false }));
        Assert.Empty(PaperPart.Entries(given.SeenBy(Sam), given.Now));

        given.Decided(c => PaperRule.Begin(c, Priya, new(Id.Value, Dates.Date("2026-11-25"), new(2, 10), "Ward 4", Priya.Id.Value),
            given.Now, Words));
        Assert.True(Assert.Single(PaperPart.Entries(given.SeenBy(Priya), given.Now)).IsOpen);
        Assert.False(Assert.Single(PaperPart.Entries(given.SeenBy(Tom), given.Now)).IsOpen);
        // A wrong time is said again.
        given.Decided(c => PaperRule.Begin(c, Priya, new(Id.Value, Dates.Date("2026-11-25"), new(3, 10), "Ward 4", Priya.Id.Value),
            given.Now, Words));
        Assert.Equal(Dates.Local("2026-11-25 03:10"), PaperSheet.Of(given.Case, Priya, given.Now)!.At);
    }

    private async Task<PartHost.Screen> BegunAsync()
    {
        if (!(await CaseAsync()).Exists)
        {
            await host.Cases.HaveAsync(AConvenedCase().Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }));
        }

        var form = await host.OpenAsync(Priya, PaperPart.Id.Button("", new PaperPart.Form(Id.Value)));
        return await form.PressAsync("Type it in",
            ("on", "2026-11-25"), ("time", "02:10"), ("place", "Ward 4"), ("by", Tom.Id.Value));
    }

    private async Task SaveHeadingAsync(string text, Participant? by = null) => await (await host.OpenAsync(by ?? Priya,
        HeadingsPart.Button(await CaseAsync(), Headings.FindBlock("the-concern")!)))
        .PressAsync("Save", (HeadingsPart.TextOf("recurring"), text));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
