using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>The enquiry on one page, in the list and in status, and by a typed line.</summary>
public sealed class EnquiryPageTests : IDisposable
{
    private readonly PartHost host = new(services =>
    {
        PartHost.FakeOutside(services);
        services.AddSingleton<CommandCase>();
    });

    [Fact]
    public void The_page_of_the_social_worker_on_day_six() => Golden.Json(Card(OnDaySix(), Tom));

    [Fact]
    public void The_page_of_the_service_has_its_own_steps_and_no_words()
    {
        var given = OnDaySix().Requested("2026-12-09 10:00");
        var card = Card(given, Service(given));

        Assert.Contains("Assign the conference chair", card, StringComparison.Ordinal);
        Assert.DoesNotContain("What the child says", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Both parents, at home", card, StringComparison.Ordinal);
    }

    /// <summary>R103: the service reads whom to invite, how each of the family takes part, and what was asked for.</summary>
    [Fact]
    public void The_service_reads_whom_to_invite()
    {
        var given = OnDaySix().Fact(new AdultNamed(new("adult-1"), new("Nadia Lindley", "", null, "mother", "")))
            .Requested("2026-12-09 10:00");
        given.By(Tom).Decided(c => ConferenceFamilyRule.Place(c, "adult-1", ConferencePlace.Separately, "She is afraid of him."));
        var card = CardJson.Write(PartHost.Page(
            new ConferenceListPage(), given.SeenBy(Service(given)), CaseForm.Of(given.Case), given.Now));

        Assert.All(["Nadia Lindley: comes separately (She is afraid of him.)", "Child1 Lindley: not said yet",
            "Sam Whitlock, Detective Sergeant, Police, sam.whitlock@police.example, 01632 960003", "no advocate needed",
            "It has no day yet, and has to be held by Wed 23 Dec 2026."], line => Assert.Contains(line, card, StringComparison.Ordinal));
    }

    /// <summary>An enquiry that runs since a day which nobody has said has no limit yet.</summary>
    [Fact]
    public async Task An_enquiry_of_before_this_case_is_left_out_until_it_is_said_since_when_it_runs()
    {
        await host.Cases.HaveAsync(AConvenedCase().Fact(
            new Section47Decided(Section47.Continue, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new ConferenceDecided(Conference.Yes, "") { Meeting = FirstMeeting, Child = Child1 }));
        Assert.Contains("No conference is to be held here.",
            (await host.OpenAsync(Tom, ConferenceListPage.Button(AConvenedCase().Case))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_due_waits_in_the_list_of_whose_it_is_from_its_first_nudge()
    {
        var given = Begun();
        IEnumerable<string> Waits(Participant person, string at) => EnquiringHub.Entries(given.SeenBy(person), Dates.Local(at))
            .Where(entry => entry.IsOpen).Select(entry => entry.Title);

        Assert.Empty(Waits(Tom, "2026-12-04 10:00"));
        Assert.Equal(["Enquiry recorded", "Progress check"], Waits(Tom, "2026-12-07 10:00"));
        Assert.Equal(["Progress check"], Waits(Priya, "2026-12-07 10:00"));
        Assert.Empty(Waits(Grace, "2026-12-07 10:00"));
        Assert.Empty(EnquiringHub.Entries(given.SeenBy(Grace), given.Now));
    }

    [Fact]
    public void Status_says_the_day_what_is_late_and_what_is_next()
    {
        var given = Begun().Done(Tom, "2026-12-02 15:10", Pipeline.QualityAssurance);
        var lines = EnquiringHub.Status(given.SeenBy(Priya), Dates.Local("2026-12-09 10:00")).ToList();
        Assert.Equal((0, "Day 6 of 15. A conference has to be held by Wed 23 Dec 2026. Late: Enquiry recorded; Progress check. "
            + "Next: Convening form and family told, by Wed 9 Dec 2026, Tom Okafor."), (lines[0].Urgency, lines[0].Text));
    }

    [Fact]
    public void A_plan_that_did_not_hold_is_the_first_thing_that_status_says()
    {
        var lines = EnquiringHub.Status(OnDaySix().SeenBy(Priya), Dates.Local("2026-12-09 10:00")).ToList();
        Assert.Contains(lines, line => line is { Urgency: 0, Text: "At the progress check the safety plan did not hold." });
    }

    [Fact]
    public void A_late_step_is_due_in_due()
    {
        var due = EnquiringHub.Dues(Begun().SeenBy(Tom), Dates.Local("2026-12-09 10:00")).ToList();
        Assert.Equal(["Enquiry recorded", "Progress check", "Convening form and family told"], due.Select(item => item.Text));
    }

    [Theory]
    [InlineData("qa told by telephone", "quality assurance told", Pipeline.QualityAssurance)]
    [InlineData("conference 21 Dec 10:00 County Hall", "the conference is Mon 21 Dec 2026, 10:00", Pipeline.Arranged)]
    [InlineData("report finished", "the report is finished", Pipeline.Report)]
    [InlineData("conference held", "the conference was held", null)]
    [InlineData("day5 in time, plan holds, conference yes: Together.", "the progress check stands", Pipeline.ProgressCheck)]
    public async Task A_typed_line_does_a_step_and_brings_its_undo(string line, string says, string? step)
    {
        await host.Cases.HaveAsync(Begun().Requested("2026-12-03 09:00").Arranged("2026-12-03 09:10", "2026-12-22 10:00"));
        host.Clock.Advance(Dates.Local("2026-12-08 10:00") - host.Clock.GetUtcNow());
        var said = await host.TypeAsync(Priya, line);

        Assert.Contains("Saved 10:00", said.Text, StringComparison.Ordinal);
        Assert.Contains(says, said.Text, StringComparison.Ordinal);
        var undone = await said.PressAsync("Undo");
        Assert.Contains("Taken back 10:00", undone.Text, StringComparison.Ordinal);
        var left = EnquiryPipeline.Of(await host.Clerk.LoadAsync(Id, default))[0].Work;
        Assert.False(left.Said.ContainsKey(step ?? Pipeline.Held) && step != Pipeline.Arranged);
    }

    [Theory]
    [InlineData("qa done", "Type `qa told`")]
    [InlineData("report written", "Type `report finished`")]
    [InlineData("conference some day", "Type `conference 14 Dec 10:00`")]
    [InlineData("conference 25 Dec 10:00", "not a working day")]
    [InlineData("day5 all well", "Type `day5 in time")]
    [InlineData("day5 in time, plan holds, conference yes", "case note")]
    public async Task A_line_that_can_not_be_read_says_how_it_is_typed(string line, string says)
    {
        await host.Cases.HaveAsync(Begun().Requested("2026-12-03 09:00"));
        host.Clock.Advance(Dates.Local("2026-12-08 10:00") - host.Clock.GetUtcNow());
        var version = (await host.Clerk.LoadAsync(Id, default)).Version;
        Assert.Contains(says, (await host.TypeAsync(Priya, line)).Text, StringComparison.Ordinal);
        Assert.Equal(version, (await host.Clerk.LoadAsync(Id, default)).Version);
    }

    [Fact]
    public async Task One_press_and_it_is_done()
    {
        await host.Cases.HaveAsync(Begun());
        host.Clock.Advance(Dates.Local("2026-12-04 10:00") - host.Clock.GetUtcNow());
        var page = await host.OpenAsync(Tom, EnquiryPage.Button(Begun().Case));
        var saved = await (await page.PressAsync("Quality assurance told")).PressAsync("It was done");
        Assert.Contains("Saved 10:00", saved.Text, StringComparison.Ordinal);
    }

    public void Dispose() => host.Dispose();

    private static Given OnDaySix() => Begun(children: 2).Done(Tom, "2026-12-03 10:00", Pipeline.QualityAssurance, "By telephone.")
        .Checked("2026-12-08 10:00", Conference.Yes, holds: YesNo.No).At("2026-12-09 10:00");

    private static string Card(Given given, Participant reader) => CardJson.Write(PartHost.Page(new EnquiryPage(),
        given.SeenBy(reader), CaseForm.Of(given.Case), given.Now));
}
