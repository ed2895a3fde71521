using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>The outline plan of a conference, and that everybody who was there gets it (R113, paper 002).</summary>
public sealed class OutlinePlanTests
{
    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var given = AProtectionPlan.Made().At("2026-12-21 14:00");
        given.When(c => OutlinePlanRule.Say(c, Tom, ChildChoice.All, "", " ", null, [])).Saying(
            "Say what has to change for the child.", "Say what each has agreed to do, and by when.", "Say what happens if it isn't done.",
            "Tick who was there: each is sent the plan.");
        given.When(c => OutlinePlanRule.Say(c, Tom, ChildChoice.All, "Safe.", "Tom visits.", "Court.", ["person-99"])).Saying(
            "Tick who was there: each is sent the plan.",
            "Somebody you ticked is not on the case any more. Look at the list again.");
        given.When(c => OutlinePlanRule.Say(c, Sam, ChildChoice.All, "Safe.", "Tom visits.", "Court.", [Tom.Id.Value]))
            .Then(new NotYourPart());
        AnEnquiry.Begun().When(c => OutlinePlanRule.Say(c, Tom, ChildChoice.All, "Safe.", "Tom visits.", "Court.", [Tom.Id.Value]))
            .Then(new CannotBe("No conference has decided on a child protection plan here."));
    }

    [Fact]
    public void Whoever_was_there_is_told_once_and_not_who_wrote_it()
    {
        var given = AProtectionPlan.Made(children: 2).Outlined("2026-12-21 14:00", Tom, Sam, Grace);
        Assert.Equal(["Sam Whitlock", "Grace Adeyemi"], Told(given));
        Settle(given);
        given.When(c => OutlinePlanRule.Say(c, Tom, ChildChoice.All, "Safe at home.", "Tom: visits each week, from 22 Dec.",
            "A legal meeting.", [Tom.Id.Value, Sam.Id.Value, Grace.Id.Value])).ThenNothingNew();

        // Somebody who was forgotten hears alone.
        var ivy = Ivy(given);
        given.Outlined("2026-12-21 14:10", Tom, Sam, Grace, ivy);
        Assert.Equal(["Ivy Fern"], Told(given));
        Settle(given);

        // Other words are another plan for all of them.
        given.Outlined("2026-12-21 14:20", "Safe at her aunt's.", Tom, Sam, Grace, ivy);
        Assert.Equal(["Sam Whitlock", "Grace Adeyemi", "Ivy Fern"], Told(given));
        Settle(given);

        // One child's alone: the other's is not sent again.
        given.At("2026-12-21 14:30").By(Tom).Decided(c => OutlinePlanRule.Say(c, Tom, "child-1", "Only she.", "Tom visits.", "Court.",
            [Sam.Id.Value]));
        Assert.Equal(["Sam Whitlock"], Told(given));
    }

    [Fact]
    public void The_message_says_that_it_is_there_and_none_of_its_words()
    {
        var given = AProtectionPlan.Made().Outlined("2026-12-21 14:00", Tom, Sam);
        Assert.All(TellOutlinePlanDuty.Owes(given.Case), owed => Assert.False(owed.About));
        var card = CardJson.Write(TellOutlinePlanDuty.Card(given.Case, isChanged: false));
        Assert.Contains("The outline plan of the conference is there.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Safe at home", card, StringComparison.Ordinal);

        given.Outlined("2026-12-21 14:20", "Safe at her aunt's.", Tom, Sam);
        Assert.True(Assert.Single(TellOutlinePlanDuty.Owes(given.Case)).About);
        Assert.Contains("What you have of it no longer stands.",
            CardJson.Write(TellOutlinePlanDuty.Card(given.Case, isChanged: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_not_there_reads_none_of_it_and_who_is_taken_off_is_not_told()
    {
        var given = AProtectionPlan.Made().Outlined("2026-12-21 14:00", Tom, Sam);
        var outline = Assert.Single(OutlinePlan.Of(given.Case));
        Assert.Equal([true, true, false, true],
            new[] { Sam, Tom, Grace, Priya }.Select(person => OutlinePlanRule.MayRead(person, outline)));

        // Somebody of the core group who was there reads it, and nothing of the strategy meeting.
        var ivy = Ivy(given);
        given.Outlined("2026-12-21 14:10", Tom, Sam, ivy);
        Assert.True(OutlinePlanRule.MayRead(ivy, Assert.Single(OutlinePlan.Of(given.Case))));
        Assert.True(ivy.May(OutlinePlanPage.Needs));

        given.Fact(new ParticipantRemoved(Sam.Id, "Moved.") { Meeting = FirstMeeting });
        Assert.Equal(["Ivy Fern"], Told(given));
    }

    /// <summary>Decided on Mon 21 Dec: asked for on Tue 22 Dec.</summary>
    [Fact]
    public void From_the_working_day_after_the_decision_it_is_asked_for_until_it_is_sent()
    {
        var given = AProtectionPlan.Made(children: 2);
        Assert.Equal(["child-1", "child-2"], OutlinePlanClock.Runs(given.Case).Select(running => running.Child!.Value.Value));
        Assert.All(OutlinePlanClock.Runs(given.Case), running => Assert.Equal(Dates.Local("2026-12-22 08:45"), running.EndsAt));
        given.At("2026-12-21 14:00").By(Tom).Decided(c =>
            OutlinePlanRule.Say(c, Tom, "child-1", "Safe.", "Tom.", "Court.", [Sam.Id.Value]));
        Assert.Equal("child-2", Assert.Single(OutlinePlanClock.Runs(given.Case)).Child!.Value.Value);
        given.Outlined("2026-12-21 14:10", Sam);
        Assert.Empty(OutlinePlanClock.Runs(given.Case));
    }

    /// <summary>Earlier releases asked how everybody got it, and that was answered.</summary>
    [Fact]
    public void A_conference_before_the_bot_sent_it_is_not_asked_again()
    {
        var given = AnEnquiry.Begun("2026-11-02").At("2026-11-23 13:00").By(Tom)
            .Fact(new ConferenceHeld(new(2026, 11, 23)) { Child = Child1 })
            .Fact(new ConferenceOutcomeSaid(YesNo.Yes, "neglect", "By hand.") { Child = Child1 });
        Assert.Empty(OutlinePlanClock.Runs(given.Case));
        Assert.NotEmpty(ProtectionPlan.Of(given.Case));
    }

    [Fact]
    public async Task In_the_dialog_whoever_was_asked_to_it_is_ticked_and_the_page_says_who_has_it()
    {
        using var host = await ReviewingPartsTests.HaveAsync(AProtectionPlan.Made().By(Tom).Fact(new ConferenceInvited([Tom.Id, Sam.Id])
        {
            Child = Child1,
        }), "2026-12-21 14:00");
        var form = await host.OpenAsync(Tom, OutlinePlanPart.Button(await CaseAsync(host), ChildChoice.All));
        Assert.Equal($"{Tom.Id.Value},{Sam.Id.Value}", form.Value("to"));
        Assert.InRange(form.Inputs.Count, 1, 6);
        var half = await form.PressAsync("Send it", ("change", "Safe at home."), ("to", $"{Tom.Id.Value},{Sam.Id.Value}"));
        Assert.Contains("Say what each has agreed to do, and by when.", half.Text, StringComparison.Ordinal);
        Assert.Equal("Safe at home.", half.Value("change"));

        // Somebody who was there and is not on the case comes onto it from here, and is then on the list.
        var added = await (await host.OpenAsync(Tom, OutlinePlanPart.Button(await CaseAsync(host), ChildChoice.All)))
            .PressAsync("Add somebody to the core group");
        added = await added.PressAsync("Add them", ("name", "Ivy Fern"), ("agency", "health"), ("mail", "ivy.fern@nhs.example"));
        Assert.Contains("Outline plan", added.Text, StringComparison.Ordinal);
        Assert.Contains("Ivy Fern, Health", added.Text, StringComparison.Ordinal);

        var page = await half.PressAsync("Send it", ("does", "Tom: visits each week."), ("otherwise", "A legal meeting."));
        Assert.Contains("It is being sent to those who were there", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{Sam.Described}: Being sent.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Child protection plan, under neglect", page.Text, StringComparison.OrdinalIgnoreCase);

        var read = await host.OpenAsync(Sam, OutlinePlanPage.Button(await CaseAsync(host)));
        Assert.Contains("Tom: visits each week.", read.Text, StringComparison.Ordinal);
        Assert.Contains("Child1 Lindley", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Being sent", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Change it", read.Text, StringComparison.Ordinal);
        Assert.Equal(new NotYourPart().Say(Words), (await host.OpenAsync(Grace, OutlinePlanPage.Button(await CaseAsync(host)))).Text);
        Assert.Equal(new NotYourPart().Say(Words), (await host.OpenAsync(Grace, OutlinePlanPart.Button(await CaseAsync(host), ""))).Text);
    }

    [Fact]
    public async Task As_a_document_it_holds_what_its_reader_may_read()
    {
        using var host = await ReviewingPartsTests.HaveAsync(
            AProtectionPlan.Made(children: 2).Outlined("2026-12-21 14:00", Tom, Sam), "2026-12-21 15:00");
        var file = (await FileAsync(host, Sam))!;
        Assert.Equal("SB-2026-014-outline-plan.docx", file.Name);
        Assert.Equal(file.Content, (await FileAsync(host, Sam))!.Content);
        var text = DocxWords.Valid(file.Content);
        foreach (var says in new[]
        {
            "Outline child protection plan", "Child 1 and Child 2", "Child1 Lindley", "Child2 Lindley", "Safe at home.",
            "Tom: visits each week, from 22 Dec.", "A legal meeting.", "under neglect", "Core group 1: by Thu 7 Jan 2027.",
        })
        {
            Assert.Contains(says, text, StringComparison.Ordinal);
        }

        Assert.Null(await FileAsync(host, Grace));
    }

    private static Participant Ivy(Given given) => given.Decided(c => CoreGroupRule.Add(
        c, Tom, "Ivy Fern", "Health visitor", "health", "ivy.fern@nhs.example", "01632 960301")).Case.Participants[^1];

    private static async Task<PaperFile?> FileAsync(PartHost host, Participant reader)
    {
        var asker = new Asker(reader.Person!.Value, reader.Name, reader.Mail, reader.ChannelId!);
        return await new OutlinePlanFile(Words).WriteAsync(asker,
            (await host.Clerk.ReadAsync(asker, Id, Capability.SeeCase, null, default))!, "", host.Clock.GetUtcNow(), true, default);
    }

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);

    private static IEnumerable<string> Told(Given given) => TellOutlinePlanDuty.Owes(given.Case)
        .Where(owed => !given.Case.IsSettled(owed.Key)).Select(owed => given.Case.Find(owed.To!.Value)!.Name);

    private static void Settle(Given given)
    {
        foreach (var owed in TellOutlinePlanDuty.Owes(given.Case).Where(owed => !given.Case.IsSettled(owed.Key)).ToList())
        {
            given.Settled(given.Now, new EffectSettled(owed.Key, EffectOutcome.Delivered, "personal-chat", ""));
        }
    }
}
