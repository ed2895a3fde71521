using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Records;
using StrategyBot.Rules.Procedures;
using StrategyBot.Starting;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>Who has the minutes, how one knows, and who is asked (R81, R88): version 1 was approved on Mon 30 Nov 2026 at 10:00 and sent at
/// once.</summary>
public sealed class ProofTests
{
    private static readonly DateTimeOffset Later = Dates.Local("2026-12-01 09:00");

    [Fact]
    public void Each_recipient_has_a_row_with_channel_version_and_what_is_known_of_it()
    {
        var given = Sent().At("2026-12-01 08:00").By(Sam).Fact(In(new MinutesAcknowledged(Sam.Id, 1)));
        Assert.Equal("Sent Mon 30 Nov 2026, 10:01 by mail. Opened Mon 30 Nov 2026, 11:00. Read, as they say, Tue 1 Dec 2026, 08:00.",
            Say(given, Sam, Dates.Local("2026-11-30 11:00")));
        Assert.Equal("Sent Mon 30 Nov 2026, 10:01 in their own chat. They have not said that they read it.", Say(given, Tom));
        Assert.Equal("Not delivered. Ring 01632 960005.", Say(given, Ruth));
        Assert.Equal("Being sent.", Say(given, Grace));
    }

    [Fact]
    public void Whoever_was_sent_them_keeps_the_row_once_they_are_off_the_list()
    {
        var given = Sent().By(Priya).Fact(In(new ParticipantRemoved(Sam.Id, "Another officer comes.")));
        Assert.DoesNotContain(Recipients.Of(given.Case, given.Case.Meeting), person => person.Id == Sam.Id);
        Assert.Equal("Sent Mon 30 Nov 2026, 10:01 by mail. They have not said that they read it.", Say(given, Sam));
        var card = CardJson.Write(PartHost.Page(new DeliveryPage(null!), given.SeenBy(Priya), new(Id.Value), Later));
        Assert.Contains("Sam Whitlock", card, StringComparison.Ordinal);
        Assert.Contains("Not on this case any more.", card, StringComparison.Ordinal);
        Assert.Contains(MinutesFile.Paper(given.Case, given.Case.Meeting, 1, [], Priya, Words).Distribution,
            row => row[0] == "Sam Whitlock");
        // They are asked for nothing.
        Assert.DoesNotContain(ChaseReaderDuty.Owes(given.Case), owed => owed.To == Sam.Id);
    }

    [Fact]
    public void It_is_said_which_version_somebody_was_sent_and_which_waits()
    {
        var given = Sent().At("2026-12-01 10:00").By(Priya).Fact(In(new MinutesEdited("part-1/cause", "A bruise.")))
            .Decided(c => ApprovalRuleTests.Approve(c, upon: 1, reason: "It was the right arm."));
        var row = DeliveryRule.Rows(given.Case, given.Case.Meeting).Single(one => one[0].To.Id == Sam.Id);
        Assert.Equal([2, 1], row.Select(one => one.Version));
        var card = CardJson.Write(PartHost.Page(new DeliveryPage(null!), given.SeenBy(Priya), new(Id.Value), Later));
        Assert.Contains("Version 1: Sent Mon 30 Nov 2026, 10:01 by mail.", card, StringComparison.Ordinal);
        Assert.Contains("Version 2: Being sent.", card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minuting/read/meeting-1/1/2", true)]
    [InlineData("minuting/read/1/2", true)]
    [InlineData("minuting/read/0/1", true)]
    [InlineData("minuting/document/meeting-1/1", true)]
    [InlineData("minuting/document/1", true)]
    [InlineData("minuting/read/meeting-2/1/2", false)]
    [InlineData("minuting/read/meeting-1/2/1", false)]
    [InlineData("minuting/draft/1", false)]
    public void What_was_opened_is_told_from_the_access_log(string what, bool counts)
    {
        var (given, at) = (Sent(), Dates.Local("2026-11-30 12:00"));
        var delivery = DeliveryRule.Of(given.Case, given.Case.Meeting, Sam, 1);
        Access Of(string who, DateTimeOffset when) => new("cases/SB-2026-014", who, what, when);
        Assert.Equal(counts ? at : null, OpenedRule.At(given.Case, given.Case.Meeting, delivery,
            [Of(Ruth.Person!.Value.Value, at), Of(Sam.Person!.Value.Value, Dates.Local("2026-11-30 09:00")),
                Of(Sam.Person!.Value.Value, at), Of(Sam.Person!.Value.Value, Later)]));
    }

    [Fact]
    public async Task The_page_says_who_opened_them_and_what_is_noted_stands_there()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Sent());
        host.Clock.Advance(Later - host.Clock.GetUtcNow());
        await host.OpenAsync(Sam, IssuedMinutesPage.Button(Sent().Case, Sent().Case.Meeting, 1));
        while (!(await host.Cases.Record.AccessesAsync("cases/SB-2026-014", default)).Any(one => one.Person == Sam.Person!.Value.Value))
        {
            await Task.Delay(20);
        }

        var page = await host.OpenAsync(Priya, DeliveryPage.Button(Sent().Case));
        Assert.Contains("Opened Tue 1 Dec 2026, 09:00.", page.Text);

        var form = await page.PressAsync("Given by hand, read out, posted");
        // Whom nothing reached is proposed.
        Assert.Equal(Ruth.Id.Value, form.Value("to"));
        Assert.Contains("Choose what happened.", (await form.PressAsync("Save")).Text);
        Assert.Contains("That day is still to come.",
            (await form.PressAsync("Save", ("how", "byHand"), ("day", "2026-12-02"))).Text);
        Assert.Contains("This version was not approved then.",
            (await form.PressAsync("Save", ("how", "byHand"), ("day", "2026-11-27"))).Text);
        var saved = await form.PressAsync("Save", ("how", "byHand"), ("taker", "The school office"));
        Assert.Contains("Given by hand Tue 1 Dec 2026, to The school office.", saved.Text);
    }

    [Fact]
    public void What_was_given_ends_the_asking_and_what_came_back_is_not_delivered()
    {
        var given = Sent().At("2026-12-01 09:00").By(Priya).Fact(Handed(Sam, MinutesHanded.ReadOut), Handed(Ruth, MinutesHanded.Posted));
        Assert.Equal([Tom.Id], DeliveryRule.Outstanding(given.Case, given.Case.Meeting).Select(one => one.To.Id));
        Assert.DoesNotContain(MinutingHub.Status(given.SeenBy(Priya), Later),
            line => line.Text.Contains("did not reach", StringComparison.Ordinal));
        var back = Sent().At("2026-12-01 09:00").By(Priya).Fact(Handed(Sam, MinutesHanded.CameBack));
        Assert.Contains(MinutingHub.Status(back.SeenBy(Priya), Later),
            line => line.Text == "The minutes did not reach Sam Whitlock, Police. Ring 01632 960003.");
        Assert.Equal("Sent Mon 30 Nov 2026, 10:01 by mail. The letter came back Tue 1 Dec 2026. Not delivered. Ring 01632 960003.",
            Say(back, Sam));
        Assert.DoesNotContain(ChaseReaderDuty.Owes(back.Case), owed => owed.To == Sam.Id);
    }

    [Fact]
    public void A_reader_is_asked_once_two_working_days_after_it_was_sent_and_never_of_what_they_said()
    {
        var owed = ChaseReaderDuty.Owes(Sent().Case).ToList();
        Assert.Equal([(Tom.Id, Dates.Local("2026-12-02 08:45")), (Sam.Id, Dates.Local("2026-12-02 08:45"))],
            owed.Select(one => (one.To!.Value, one.DueAt)));
        Assert.All(owed, one => Assert.Equal(Dates.Local("2026-12-04 08:45"), one.LapsesAt));
        var read = Sent().At("2026-12-01 08:00").By(Sam).Fact(In(new MinutesAcknowledged(Sam.Id, 1)));
        Assert.Equal(Tom.Id, Assert.Single(ChaseReaderDuty.Owes(read.Case)).To);
    }

    [Fact]
    public void Nothing_of_the_case_stands_in_what_they_are_asked()
    {
        var says = new ChaseReaderDuty(null!).Of(Sent().Case, [], Sam);
        Assert.Equal("Minutes are waiting for you to say that you have read them.", says.Sentence);
        Assert.Equal(says.Sentence, says.InLetter);
        var card = CardJson.Write(says.Card);
        Assert.DoesNotContain("Lindley", card, StringComparison.Ordinal);
        Assert.DoesNotContain("bruise", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Then_chair_and_business_support_hear_once_and_the_first_of_the_ladder_and_nobody_again()
    {
        var running = Assert.Single(UnreadMinutesClock.Runs(Sent().Case));
        Assert.Equal(Dates.Local("2026-12-04 08:45"), running.EndsAt);
        Assert.Equal([Priya.Id, Jo.Id], running.Owners);
        Assert.Equal("3 of 4 have not said that they have read version 1 of the minutes. It did not reach one of them.",
            UnreadMinutesClock.Tell(Sent().Case, running, ClockStep.At, Later, Words));
        Assert.Contains("Ruth Carver", CardJson.Write(FormCard(UnreadMinutesClock.Beside(Sent().Case, running, Priya, Words))),
            StringComparison.Ordinal);
        var told = ClockDuty<UnreadMinutesClock>.Owes(Sent().Case).ToList();
        Assert.Equal([(Priya.Id.Value, "2026-12-04 08:45"), (Jo.Id.Value, "2026-12-04 08:45"), ("deputyChair", "2026-12-07 08:45")],
            told.Select(one => (one.About.Whom, one.DueAt.ToLocalTime().ToString("yyyy-MM-dd HH:mm", Words.Culture))));
        Assert.Empty(UnreadMinutesClock.Runs(ApprovalRuleTests.Approved().Case));
        var all = Sent().At("2026-12-01 09:00").By(Priya).Fact(Handed(Tom, MinutesHanded.ByHand), Handed(Sam, MinutesHanded.ReadOut),
            Handed(Ruth, MinutesHanded.Posted));
        Assert.Empty(UnreadMinutesClock.Runs(all.Case));
    }

    [Fact]
    public void The_profile_says_after_how_many_working_days()
    {
        Assert.Equal(2, DeliveryRule.Days(Sent().Case));
        var usual = ProcedureProfiles.Default;
        var own = usual with { Minutes = usual.Minutes with { Acknowledged = usual.Minutes.Within with { WorkingDays = 5 } } };
        Assert.Equal(5, ProcedureProfile.FromJson(own.ToJson()).Minutes.Acknowledged!.WorkingDays);
        var @case = Sent().Case with { Profile = own };
        Assert.Equal(5, DeliveryRule.Days(@case));
        Assert.All(ChaseReaderDuty.Owes(@case), owed => Assert.Equal(Dates.Local("2026-12-07 08:45"), owed.DueAt));
    }

    [Fact]
    public void Business_support_is_asked_at_once_for_each_child_by_number_and_told_where_the_document_is()
    {
        var approved = ApprovalRuleTests.Approved(children: 2);
        var owed = Assert.Single(AskToEnterDuty.Owes(approved.Case));
        Assert.Equal((Jo.Id, approved.Now), (owed.To, owed.DueAt));
        var card = CardJson.Write(AskToEnterDuty.Card(approved.Case, Words));
        Assert.Contains("Version 1 is approved. Enter it on the record of Child 1 and Child 2 by Fri 27 Nov 2026", card,
            StringComparison.Ordinal);
        Assert.Contains("Fetch the document there.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", card, StringComparison.Ordinal);
        approved.By(Jo).Fact(In(new MinutesEntered(1)) with { Child = Child1 });
        Assert.Contains("on the record of Child 2 by", CardJson.Write(AskToEnterDuty.Card(approved.Case, Words)), StringComparison.Ordinal);
        approved.Fact(In(new MinutesEntered(1)) with { Child = Child2 });
        Assert.Empty(AskToEnterDuty.Owes(approved.Case));
    }

    [Fact]
    public void The_clock_says_which_child_lacks_it_and_business_support_hears_with_the_chair()
    {
        var approved = ApprovalRuleTests.Approved(children: 2).By(Jo).Fact(In(new MinutesEntered(1)) with { Child = Child1 });
        var running = Assert.Single(LateMinutesClock.Runs(approved.Case));
        Assert.Equal([Priya.Id, Jo.Id], running.Owners);
        Assert.StartsWith("The minutes are not entered on the record of Child 2. They were due there by Fri 27 Nov 2026",
            LateMinutesClock.Tell(approved.Case, running, ClockStep.At, Later, Words), StringComparison.Ordinal);
        Assert.Equal([Priya.Id], Assert.Single(LateMinutesClock.Runs(Ended().Case)).Owners);
    }

    [Fact]
    public async Task The_document_is_beside_the_tick_for_whoever_may_read_it()
    {
        using var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton(new PublicAddress(() => "https://bot.example"));
        });
        await host.Cases.HaveAsync(ApprovalRuleTests.Approved());
        Assert.Contains((await host.OpenAsync(Tom, EnteringPart.Button(ApprovalRuleTests.Approved().Case))).Buttons,
            button => button.Title == "As a document");
        // It is handed out, and says nothing of the record.
        await (await host.OpenAsync(Tom, EnteringPart.Button(ApprovalRuleTests.Approved().Case))).PressAsync("As a document");
        Assert.Empty((await host.Clerk.LoadAsync(Id, default)).Meeting.Minutes.Entered);
        var support = await host.OpenAsync(Jo, EnteringPart.Button(ApprovalRuleTests.Approved().Case));
        Assert.DoesNotContain(support.Buttons, button => button.Title == "As a document");
    }

    /// <summary>As social care may read it, and as long as it is to be entered.</summary>
    [Fact]
    public async Task Business_support_fetches_what_it_is_to_enter_and_nothing_once_it_stands()
    {
        using var host = new PartHost(services =>
        {
            PartHost.FakeOutside(services);
            services.AddSingleton(new PublicAddress(() => "https://bot.example"));
        });
        await host.Cases.HaveAsync(ApprovalRuleTests.Approved(children: 2));
        var form = await host.OpenAsync(Jo, EnteringPart.Button(await CaseAsync(host)));
        Assert.DoesNotContain("Lindley", form.Text, StringComparison.Ordinal);
        var offer = await form.PressAsync("The document to enter");
        Assert.Contains("Delete it once it stands on the record.", offer.Text, StringComparison.Ordinal);
        Assert.Contains(offer.Card!.Actions, action => action is OpenUrlAction);
        Assert.Contains("Lindley", DocxWords.Valid((await ToEnterAsync(host))!.Content), StringComparison.Ordinal);
        // Who is there for something else has none of it.
        Assert.Equal(new NoSuchCase().Say(Words),
            (await host.PressAsync(Sam, OfferToEnter.Verb, CaseForm.With(await CaseAsync(host), new { }))).Text);

        await form.PressAsync("They stand on the record", ("children", "child-1"));
        Assert.NotNull(await ToEnterAsync(host));
        form = await host.OpenAsync(Jo, EnteringPart.Button(await CaseAsync(host)));
        form = await form.PressAsync("They stand on the record", ("children", "child-2"));
        Assert.Null(await ToEnterAsync(host));
        Assert.DoesNotContain(form.Buttons, button => button.Title == "The document to enter");
    }

    /// <summary>The letter's one button, and one press: however many pages they have.</summary>
    [Fact]
    public async Task Whoever_opens_them_says_that_they_have_read_them_with_the_second_press()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        var given = Sent();
        await host.Cases.HaveAsync(given);
        Assert.True(MinutesDrawing.Of(MinutesCopy.For(given.Case.Meeting.Minutes.Of(1), Sam)).Count > 1);
        var entry = MinutingHub.Entries(given.SeenBy(Sam), Later).Single(one => one.Id == "minuting/read");
        Assert.True(entry.IsOpen);
        var read = await (await host.OpenAsync(Sam, entry.Open)).PressAsync("I have read them");
        Assert.Contains("you have read version 1 of the minutes", read.Text);
    }

    private static AdaptiveCard FormCard(IEnumerable<CardElement> body) => StrategyBot.Forms.FormCard.Of("x", null, [.. body]);

    private static string Say(Given given, Participant to, DateTimeOffset? opened = null) => DeliveryRule.Say(
        DeliveryRule.Rows(given.Case, given.Case.Meeting).Single(row => row[0].To.Id == to.Id)[0], given.Case.Meeting, Words, opened);

    private static MinutesGiven Handed(Participant to, MinutesHanded how) => In(new MinutesGiven(to.Id, 1, how, new(2026, 12, 1), ""));

    /// <summary>To Tom in Teams and Sam by mail; Ruth's was refused, and Grace's is on its way.</summary>
    private static Given Sent()
    {
        var given = Ended().At("2026-11-30 10:00").By(Priya)
            .Decided(c => ApprovalRuleTests.Approve(c, late: "I was ill.", now: Dates.Local("2026-11-30 10:00")));
        string Key(Participant to) => DistributeMinutesDuty.KeyOf(given.Case.Meeting, 1, to.Id);
        return given.Settled(Dates.Local("2026-11-30 10:01"), new(Key(Tom), EffectOutcome.Delivered, "personal-chat", "1"))
            .Settled(Dates.Local("2026-11-30 10:01"), new(Key(Sam), EffectOutcome.Delivered, "mail", "2"))
            .Settled(Dates.Local("2026-11-30 10:01"), new(Key(Ruth), EffectOutcome.GivenUp, "", "NoAddress"));
    }

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);

    private static async Task<PaperFile?> ToEnterAsync(PartHost host)
    {
        var asker = new Asker(Jo.Person!.Value, Jo.Name, Jo.Mail, Jo.ChannelId!);
        return await new ToEnterFile(new(new(null, []), Words), Words).WriteAsync(asker,
            (await host.Clerk.ReadAsync(asker, Id, EnteringPart.Needs, null, default))!, "", host.Clock.GetUtcNow(), true, default);
    }
}
