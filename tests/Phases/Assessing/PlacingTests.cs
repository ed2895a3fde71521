using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>P14: the chair puts an agency's sentence under a heading in one tap.</summary>
public sealed class PlacingTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task An_agencys_entry_is_put_under_a_heading_in_one_tap_and_stays_where_it_is_with_its_author()
    {
        await HaveAsync();
        var page = await OpenAsync();
        Assert.Contains("Two calls.", page.Text, StringComparison.Ordinal);

        // One tap, and the next entry is there.
        var next = await page.PressAsync("Cause for concern");
        Assert.Contains("Put under 14:05", next.Text, StringComparison.Ordinal);
        Assert.Contains("Weight on the 9th centile.", next.Text, StringComparison.Ordinal);
        await next.PressAsync("Recurring events");

        var @case = await CaseAsync();
        Assert.Equal(["Two calls.", "Weight on the 9th centile."], @case.Meeting.Assessment.Information.Select(item => item.Text));
        var paragraphs = MinutesDraft.Of(@case);
        Assert.Single(paragraphs, one => one.Section == "What each agency knows" && one.Text == "Police: Two calls.");
        var placed = Assert.Single(paragraphs, one => one.Section == "Cause for concern");
        Assert.Equal(("Police: Two calls.", Sam.Id), (placed.Text, placed.By));
        Assert.StartsWith(Sam.Name, placed.Author, StringComparison.Ordinal);
        Assert.DoesNotContain(AssessingPhase.List.Gaps(@case), gap => gap.Id is "heading/cause" or "heading/recurring");
        var form = await host.OpenAsync(Tom, HeadingsPart.Button(@case, Headings.FindBlock("the-concern")!));
        Assert.Contains("“Two calls.” – Sam Whitlock", form.Text, StringComparison.Ordinal);
    }

    /// <summary>It is no second answer that contests the first.</summary>
    [Fact]
    public void It_stands_beside_an_answer_follows_its_authors_correction_and_goes_with_its_entry()
    {
        var given = Told();
        var entry = given.Case.Meeting.Assessment.Information[0].Seq;
        given.By(Priya).Decided(c => PlacingRule.Place(c, Priya, new(Id.Value, entry, "cause", Taken: false)))
            .By(Tom).Decided(c => HeadingsRule.Save(c, Tom, [new("cause", [], "A bruise.")], c.Version, Audience.Professionals))
            .By(Sam).Decided(c => InformationRule.Correct(c, Sam, entry, "Three calls.", Audience.Professionals));

        Assert.False(given.Case.Meeting.Assessment.Of("cause").IsContested);
        Assert.Equal(["A bruise.", "Police: Three calls."], Printed(given.Case));

        given.Decided(c => InformationRule.Withdraw(c, Sam, [entry]));
        Assert.Equal(["A bruise."], Printed(given.Case));
    }

    [Fact]
    public async Task It_is_taken_away_again_and_nothing_is_done_twice()
    {
        await HaveAsync();
        var told = await (await OpenAsync()).PressAsync("Cause for concern");
        var back = await told.PressAsync("Undo");
        Assert.Contains("Taken away 14:05", back.Text, StringComparison.Ordinal);
        Assert.Equal([MinutesDraft.NothingRecorded], Printed(await CaseAsync()));

        var given = Told();
        var entry = given.Case.Meeting.Assessment.Information[0].Seq;
        given.When(c => PlacingRule.Place(c, Priya, new(Id.Value, entry, "cause", Taken: true))).ThenNothingNew();
        given.When(c => PlacingRule.Place(c, Priya, new(Id.Value, 999, "cause", Taken: false))).Refused<EntryGone>();
        given.When(c => PlacingRule.Place(c, Priya, new(Id.Value, entry, "marac", Taken: false))).Refused<CannotBe>();
    }

    [Fact]
    public async Task What_is_marked_for_others_keeps_its_marking_there_and_is_not_offered_to_who_may_not_read_it()
    {
        await host.Cases.HaveAsync(AConvenedCase()
            .By(Grace).Fact(new InformationGiven(Grace.Id, Agency.Health, "For health.", 0)
            {
                Meeting = FirstMeeting,
                Audience = Audience.Only(Agency.Health),
            })
            .By(Sam).Fact(new InformationGiven(Sam.Id, Agency.Police, "For us.", 0)
            {
                Meeting = FirstMeeting,
                Audience = Audience.PoliceAndSocialCare,
            }));
        var page = await OpenAsync();
        Assert.DoesNotContain("For health.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Entry 1 of 1", page.Text, StringComparison.Ordinal);
        await page.PressAsync("Cause for concern");

        var placed = Assert.Single(MinutesDraft.Of(await CaseAsync()), one => one.Section == "Cause for concern");
        Assert.Equal(Audience.PoliceAndSocialCare, placed.Audience);
        var hidden = (await CaseAsync()).Meeting.Assessment.Information[0].Seq;
        Assert.Equal(new EntryGone(), PlacingRule.Place(await CaseAsync(), Priya, new(Id.Value, hidden, "cause", Taken: false))
            .Match<Refusal?>(_ => null, no => no));
    }

    [Fact]
    public async Task One_sentence_of_an_entry_is_put_under_a_heading_and_follows_its_authors_correction()
    {
        const string Text = "Dr. Ade saw the arm. The mother was seen drunk in May. He was hurt before.";
        await host.Cases.HaveAsync(AConvenedCase()
            .By(Sam).Fact(new InformationGiven(Sam.Id, Agency.Police, Text, 0) { Meeting = FirstMeeting }));
        Assert.Equal(["Dr. Ade saw the arm.", "The mother was seen drunk in May.", "He was hurt before."], PlacingRule.Sentences(Text));
        var page = await OpenAsync();

        var next = await page.PressAsync("Cause for concern", ("sentence", PlacedEntry.KeyOf("Dr. Ade saw the arm.")));
        // The rest of the entry is at hand for the next heading.
        Assert.Contains("Take “Dr. Ade saw the arm.” away from: Cause for concern", next.Text, StringComparison.Ordinal);
        await next.PressAsync("Recurring events", ("sentence", PlacedEntry.KeyOf("He was hurt before.")));

        var @case = await CaseAsync();
        var placed = Assert.Single(MinutesDraft.Of(@case), one => one.Section == "Cause for concern");
        Assert.Equal(("Police: Dr. Ade saw the arm.", Sam.Id), (placed.Text, placed.By));
        Assert.Equal(["Police: He was hurt before."],
            MinutesDraft.Of(@case).Where(one => one.Section == "Recurring events").Select(one => one.Text));
        var gone = await page.PressAsync("Cause for concern", ("sentence", PlacedEntry.KeyOf("Never said.")));
        Assert.Contains("Those words were corrected meanwhile.", gone.Text, StringComparison.Ordinal);

        await (await OpenAsync()).PressAsync("Take “Dr. Ade saw the arm.” away from: Cause for concern");
        Assert.Equal([MinutesDraft.NothingRecorded], Printed(await CaseAsync()));
        // Its author puts right what was chosen: all of it stands then, and nothing of the correction is lost.
        await host.Clerk.AskAsync(new(Sam.Person!.Value, Sam.Name, Sam.Mail, Sam.ChannelId!), Id, Capability.Contribute, "corrected",
            (c, me) => InformationRule.Correct(
                c, me, c.Meeting.Assessment.Information[0].Seq, "He was hurt in May.", Audience.Professionals), default);
        Assert.Equal(["Police: He was hurt in May."],
            MinutesDraft.Of(await CaseAsync()).Where(one => one.Section == "Recurring events").Select(one => one.Text));
    }

    [Fact]
    public async Task A_written_update_is_put_under_a_heading_in_one_tap_under_its_authors_name()
    {
        await host.Cases.HaveAsync(AConvenedCase().By(Ruth).Fact(
            new WrittenUpdateGiven(Ruth.Id, "Often late in October.") { Meeting = FirstMeeting, Audience = Audience.PoliceAndSocialCare }));
        var page = await OpenAsync();
        Assert.Contains("Written update, 1 of 1", page.Text, StringComparison.Ordinal);

        var told = await page.PressAsync("Cause for concern");

        var placed = Assert.Single(MinutesDraft.Of(await CaseAsync()), one => one.Section == "Cause for concern");
        Assert.Equal((Ruth.Id, Audience.PoliceAndSocialCare), (placed.By, placed.Audience));
        Assert.EndsWith(": Often late in October.", placed.Text, StringComparison.Ordinal);
        await told.PressAsync("Undo");
        Assert.Equal([MinutesDraft.NothingRecorded], Printed(await CaseAsync()));
    }

    public void Dispose() => host.Dispose();

    private Task HaveAsync() => host.Cases.HaveAsync(Told());

    private static Given Told() => AConvenedCase()
        .By(Sam).Fact(new InformationGiven(Sam.Id, Agency.Police, "Two calls.", 0) { Meeting = FirstMeeting })
        .By(Grace).Fact(new InformationGiven(Grace.Id, Agency.Health, "Weight on the 9th centile.", 0) { Meeting = FirstMeeting });

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private Task<PartHost.Screen> OpenAsync() => host.OpenAsync(Priya, PlacePage.Id.Button("", new PlacePage.Form(Id.Value)));

    private static IEnumerable<string> Printed(Case @case) =>
        MinutesDraft.Of(@case).Where(one => one.Section == "Cause for concern").Select(one => one.Text);
}
