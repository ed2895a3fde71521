using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>P27, P13: a case goes into other hands for the night, and who gave it rings until they have it.</summary>
public sealed class HandoverTests
{
    [Fact]
    public async Task The_chair_hands_over_and_the_social_worker_takes_it_on_in_one_tap()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Placed());

        var form = await host.OpenAsync(Priya, CaseHandoverPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var given = await form.PressAsync("Hand over", ("to", Tom.Id.Value), ("what", "The aunt rings at nine."));
        Assert.Contains("It is theirs once they accept", given.Text, StringComparison.Ordinal);

        var @case = await host.Clerk.LoadAsync(Id, default);
        var one = Assert.Single(@case.Meeting.Safety.OpenHandovers);
        var told = Assert.Single(TellHandoverDuty.Owes(@case));
        Assert.Equal(Tom.Id, told.To);
        var card = CardJson.Write(TellHandoverDuty.Card(@case, one, Tom, Words));
        Assert.All(
            [
                "The aunt rings at nine.", "Ash Lindley", "Where: Ward 4", "Decide by: Wed 2 Dec 2026, 20:00", "Visit at eight.",
                "If this fails: Ring the police.", "Priya Nair", "01632 960001", "Police child protection desk", "Emergency duty team",
            ],
            part => Assert.Contains(part, card, StringComparison.Ordinal));
        Assert.Contains(SafeguardingHub.Status(new(@case, Priya, @case), Words.At(new(2026, 12, 2), new(16, 0))),
            line => line.Text.Contains("not accepted yet", StringComparison.Ordinal));
        Assert.True(HandoverDrawing.Entries(new(@case, Tom, @case)).Single().IsOpen);
        Assert.False(HandoverDrawing.Entries(new(@case, Priya, @case)).Single().IsOpen);
        Assert.Empty(HandoverDrawing.Entries(new(@case, Sam, @case)));

        var page = await host.OpenAsync(Tom, HandoverPage.Button(@case, one));
        Assert.Contains("The aunt rings at nine.", page.Text, StringComparison.Ordinal);
        await page.PressAsync("I take it on");

        @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(ClockDuty<HandoverClock>.Owes(@case));
        Assert.Empty(TellHandoverDuty.Owes(@case));
        Assert.DoesNotContain(SafeguardingHub.Status(new(@case, Priya, @case), Words.At(new(2026, 12, 2), new(16, 0))),
            line => line.Text.Contains("not accepted yet", StringComparison.Ordinal));
        // Each under the name of who said it.
        var minutes = MinutesDraft.Of(@case);
        Assert.Equal(Priya.Described, minutes.Single(one => one.Text.StartsWith("Handed over to: Tom", StringComparison.Ordinal)).Author);
        Assert.Equal(Tom.Described, minutes.Single(one => one.Text == "Took the handover on.").Author);
    }

    [Fact]
    public async Task Who_is_not_in_Teams_accepts_by_telephone_under_the_name_of_who_wrote_it_down()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Placed());
        var form = await host.OpenAsync(Priya, CaseHandoverPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var given = await form.PressAsync("Hand over", ("to", Handover.OutOfHours), ("what", "The aunt rings at nine."));
        // It reads no mail here.
        Assert.Contains("Ring now: Emergency duty team, 01632 960900. Then note who answered", given.Text, StringComparison.Ordinal);
        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(TellHandoverDuty.Owes(@case));

        var told = await host.OpenAsync(Priya, HandoverToldPart.Button(@case, @case.Meeting.Safety.OpenHandovers.Single()));
        await told.PressAsync("They took it on", ("who", "Kim Doyle, duty worker"));

        @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(@case.Meeting.Safety.OpenHandovers);
        var accepted = MinutesDraft.Of(@case).Single(one => one.Text.Contains("Kim Doyle", StringComparison.Ordinal));
        Assert.StartsWith("The handover was accepted by telephone", accepted.Text, StringComparison.Ordinal);
        Assert.Equal(Priya.Described, accepted.Author);

        // Put right by who wrote it down; said by telephone and by themselves, it is theirs.
        var again = await host.OpenAsync(Priya, HandoverToldPart.Button(@case, @case.Meeting.Safety.Handovers.Single()));
        await again.PressAsync("They took it on", ("who", "Kim Boyle"));
        Assert.Equal("Kim Boyle", (await host.Clerk.LoadAsync(Id, default)).Meeting.Safety.Handovers.Single().Accepted!.Fact.Who);
    }

    /// <summary>P36: whoever is on duty there has it by a link of their own, in half an hour, and nobody beside them.</summary>
    [Fact]
    public void Somebody_of_the_out_of_hours_team_is_put_on_the_case_by_it_and_takes_it_on_themselves()
    {
        var given = Placed().At("2026-12-02 22:00").By(Priya);
        Decision Give(Case c, string name, string mail) =>
            CaseHandoverRule.GiveByLink(c, Priya, (name, mail), "The aunt rings at nine.", By(Priya));
        given.When(c => Give(c, "Kim Doyle", Sam.Mail)).Refused<CannotBe>();
        given.When(c => Give(c, "Priya Nair", Priya.Mail)).Refused<CannotBe>();

        given.Decided(c => Give(c, "Kim Doyle", "kim.doyle@nextcounty.example"));
        given.When(c => Give(c, "Kim Doyle", "kim.doyle@nextcounty.example")).ThenNothingNew();
        var (kim, one) = (OutOfHoursDesk.On(given.Case).Single(), given.Case.Meeting.Safety.OpenHandovers.Single());
        Assert.Equal(kim.Id, TellHandoverDuty.Owes(given.Case).Single().To);
        Assert.Equal(Dates.Local("2026-12-02 22:30"), CaseHandoverRule.AcceptBy(given.Case, one));
        Assert.Contains("The aunt rings at nine.", CardJson.Write(TellHandoverDuty.Card(given.Case, one, kim, Words)),
            StringComparison.Ordinal);
        Assert.False(kim.IsInvited);

        given.Fact(new PersonRecognised(kim.Id, PersonId.Behind(new(Id, kim.Id)), ""));
        kim = OutOfHoursDesk.On(given.Case).Single();
        given.By(kim).Decided(c => CaseHandoverRule.Accept(c, kim, one.Given.Seq));
        Assert.True(CaseHandoverRule.MayGive(given.Case, kim));
        // It waits for the morning in the list of who has it.
        Assert.True(HandoverDrawing.Offered(new(given.Case, kim, given.Case)).Single().IsOpen);
        Assert.False(HandoverDrawing.Offered(new(given.Case, Priya, given.Case)).Single().IsOpen);
    }

    /// <summary>P27: handed over on Wednesday 2 December 2026 at 16:00, taken on at 16:10.</summary>
    [Fact]
    public void Whoever_handed_over_hears_once_that_it_was_accepted_unless_they_wrote_that_down()
    {
        var given = HandedOver(Tom.Id.Value);
        var one = given.Case.Meeting.Safety.OpenHandovers.Single().Given.Seq;
        Assert.Empty(TellAcceptedDuty.Owes(given.Case));

        given.At("2026-12-02 16:10").By(Tom).Decided(c => CaseHandoverRule.Accept(c, Tom, one));

        var told = Assert.Single(TellAcceptedDuty.Owes(given.Case));
        Assert.Equal((Priya.Id, Dates.Local("2026-12-02 16:10")), (told.To, told.DueAt));
        var card = CardJson.Write(TellAcceptedDuty.Card(given.Case, given.Case.Meeting.Safety.Handovers.Single(), Words));
        Assert.Contains("took the case on, Wed 2 Dec 2026, 16:10", card, StringComparison.Ordinal);
        Assert.Contains(Tom.Phone, card, StringComparison.Ordinal);
        Assert.DoesNotContain("aunt", card, StringComparison.Ordinal);

        var rung = HandedOver(Handover.OutOfHours);
        var number = rung.Case.Meeting.Safety.OpenHandovers.Single().Given.Seq;
        rung.Decided(c => CaseHandoverRule.Told(c, Priya, number, "Kim Doyle", null));
        Assert.Empty(TellAcceptedDuty.Owes(rung.Case));
    }

    [Fact]
    public void Who_is_not_on_the_case_reads_no_name_of_a_child_and_no_content()
    {
        var given = HandedOver("deputyChair");
        var (@case, one) = (given.Case, given.Case.Meeting.Safety.OpenHandovers.Single());
        Assert.Null(Assert.Single(TellHandoverDuty.Owes(@case)).To);

        var card = CardJson.Write(TellHandoverDuty.Card(@case, one, CaseHandoverRule.Receiver(@case, one)!, Words));

        Assert.Contains("Ring Priya Nair, 01632 960001", card, StringComparison.Ordinal);
        Assert.All(["Ash", "Lindley", "Ward 4", "aunt", "Visit"], word => Assert.DoesNotContain(word, card, StringComparison.Ordinal));
    }

    [Fact]
    public void Who_may_not_read_it_is_told_to_ring()
    {
        var given = HandedOver(Ruth.Id.Value, Audience.PoliceAndSocialCare);
        var card = CardJson.Write(TellHandoverDuty.Card(given.Case, given.Case.Meeting.Safety.OpenHandovers.Single(), Ruth, Words));

        Assert.DoesNotContain("aunt", card, StringComparison.Ordinal);
        Assert.Contains("marked for others: ring whoever hands over", card, StringComparison.Ordinal);
        // Where the child is, is marked too; until when is for all.
        Assert.DoesNotContain("Ward 4", card, StringComparison.Ordinal);
        Assert.Contains("Decide by: Wed 2 Dec 2026, 20:00", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_took_it_on_hands_it_back_and_nobody_else_may()
    {
        var given = HandedOver(Grace.Id.Value);
        var seq = given.Case.Meeting.Safety.Handovers[0].Given.Seq;
        given.When(c => CaseHandoverRule.Give(c, Grace, Priya.Id.Value, "", By(Grace))).Refused<NotYourPart>();
        given.When(c => CaseHandoverRule.Accept(c, Ruth, seq)).Refused<NotYourPart>();
        given.When(c => CaseHandoverRule.Told(c, Grace, seq, "", null)).Refused<NotYourPart>();

        given.By(Grace).Decided(c => CaseHandoverRule.Accept(c, Grace, seq));

        given.When(c => CaseHandoverRule.Accept(c, Grace, seq)).ThenNothingNew();
        given.When(c => CaseHandoverRule.Give(c, Grace, Priya.Id.Value, "All quiet.", By(Grace))).Then(
            new HandoverGiven(Priya.Id.Value, "All quiet.") { Meeting = FirstMeeting });
        given.When(c => CaseHandoverRule.Give(c, Grace, "somebody", "", By(Grace))).Refused<CannotBe>();
        given.When(c => CaseHandoverRule.TakeBack(c, Priya, seq)).Refused<CannotBe>();
    }

    [Fact]
    public void A_handover_out_of_hours_to_a_manager_of_the_day_waits_for_the_morning()
    {
        Assert.Equal(Dates.Local("2026-12-02 15:30"), AcceptBy(HandedOver("deputyChair", at: "2026-12-02 15:00")));
        Assert.Equal(Dates.Local("2026-12-03 09:00"), AcceptBy(HandedOver("deputyChair", at: "2026-12-03 02:00")));
        Assert.Equal(Dates.Local("2026-12-07 09:00"), AcceptBy(HandedOver("deputyChair", at: "2026-12-04 22:00")));
        // The later of the two; and the night's own team has half an hour.
        Assert.Equal(Dates.Local("2026-12-03 09:15"), AcceptBy(HandedOver(Helen.Id.Value, at: "2026-12-03 08:45")));
        Assert.Equal(Dates.Local("2026-12-04 22:30"), AcceptBy(HandedOver(Handover.OutOfHours, at: "2026-12-04 22:00")));
    }

    [Fact]
    public void What_was_taken_back_is_nobodys()
    {
        var given = HandedOver(Handover.OutOfHours);
        var seq = given.Case.Meeting.Safety.Handovers[0].Given.Seq;

        given.By(Priya).Decided(c => CaseHandoverRule.TakeBack(c, Priya, seq));

        Assert.Empty(ClockDuty<HandoverClock>.Owes(given.Case));
        given.When(c => CaseHandoverRule.Told(c, Priya, seq, "", null)).Refused<CannotBe>();
        Assert.Contains(MinutesDraft.Of(given.Case), paragraph => paragraph.Text == "The handover was taken back.");
    }

    private static Readers By(Participant person, Audience? audience = null) => new(audience ?? Audience.Professionals, person);

    private static DateTimeOffset AcceptBy(Given given) =>
        CaseHandoverRule.AcceptBy(given.Case, given.Case.Meeting.Safety.OpenHandovers.Single());

    private static Given Placed(Audience? audience = null) => AConvenedCase().At("2026-12-02 10:00").Fact(
        new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.ParentsAgree, null, Dates.Local("2026-12-02 20:00"), "01632 960009")
        {
            Meeting = FirstMeeting,
            Child = Child1,
            Audience = audience ?? Audience.Professionals,
        },
        new ActionAgreed(new("action-1"), ActionKind.SafetyPlan, "Visit at eight.", Tom.Id, Dates.Local("2026-12-02 20:00"), "",
            "Ring the police.")
        {
            Meeting = FirstMeeting,
        });

    private static Given HandedOver(string to, Audience? audience = null, string at = "2026-12-02 16:00") =>
        Placed(audience).At(at).By(Priya).Decided(c => CaseHandoverRule.Give(c, Priya, to, "The aunt rings at nine.", By(Priya, audience)));
}
