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

/// <summary>P31: what a position stands on, and an agreement that is withdrawn.</summary>
public sealed class ConsentTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 14:20");

    [Theory]
    [InlineData(nameof(SafetyBasis.StaysForTreatment), "decideDate decideTime ring")]
    [InlineData(nameof(SafetyBasis.None), "decideDate decideTime ring")]
    [InlineData(nameof(SafetyBasis.ParentsAgree), "agreedBy askedBy told decideDate decideTime ring")]
    [InlineData(nameof(SafetyBasis.Section20), "agreedBy askedBy told decideDate decideTime ring")]
    [InlineData(nameof(SafetyBasis.PoliceProtection), "officer sinceDate sinceTime decideDate decideTime ring")]
    [InlineData(nameof(SafetyBasis.Order), "order endsDate endsTime decideDate decideTime ring")]
    public void Each_footing_asks_what_it_stands_on_and_nothing_else(string basis, string inputs)
    {
        var given = AConvenedCase().Fact(Position(Enum.Parse<SafetyBasis>(basis)));

        var card = PartHost.Open(new LimitPart(), given.SeenBy(Priya), new LimitPart.Form(Id.Value, "child-1"), Now);

        Assert.Equal(inputs, string.Join(' ', card.Body.OfType<CardInput>().Select(input => input.Id)));
    }

    [Fact]
    public async Task An_order_has_its_own_end_and_the_child_is_decided_on_before_it()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(AConvenedCase().Fact(Position(SafetyBasis.Order)));
        var before = await host.Clerk.LoadAsync(Id, default);
        var form = await host.OpenAsync(Priya, LimitPart.Button(before, before.Children[0]));
        await form.PressAsync("Save", ("order", "Interim care order"), ("endsDate", "2026-11-27"), ("endsTime", "16:00"),
            ("decideDate", "2026-12-01"));

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal(Dates.Local("2026-11-27 16:00"), PositionRule.DecideBy(@case, @case.Children[0]));
        var text = MinutesDraft.Of(@case).Single(paragraph => paragraph.Id == "position/child-1").Text;
        Assert.Contains("Order ends: Fri 27 Nov 2026, 16:00", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_agreed_and_who_asked_is_kept_shown_and_printed_until_the_footing_is_another()
    {
        var given = AConvenedCase().Fact(Position(SafetyBasis.ParentsAgree)).Decided(c => PositionRule.Limit(
            c, c.Children, null, null, "", Now, Words, said: new("Dana Pell, mother", "Tom Okafor", YesNo.Yes)));

        var text = MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Id == "position/child-1").Text;
        Assert.Contains("Agreed by: Dana Pell, mother", text, StringComparison.Ordinal);
        Assert.Contains("Asked by: Tom Okafor", text, StringComparison.Ordinal);
        Assert.Contains("Told that they may withdraw: Yes", text, StringComparison.Ordinal);

        given.Decided(c => PositionRule.Place(c, c.Children, "Ward 4", "Nurses", "", SafetyBasis.Order));
        Assert.Null(given.Case.Meeting.Safety.Positions[Child1].Fact.AgreedBy);
    }

    [Fact]
    public void What_was_said_of_since_when_under_a_footing_that_no_longer_asks_it_stays()
    {
        var given = AConvenedCase().Fact(Position(SafetyBasis.ParentsAgree) with { BasisFrom = Dates.Local("2026-11-25 10:00") });
        var part = new LimitPart();
        var page = new FormPage(given.SeenBy(Priya), Words, Now, given.Case.Version);

        var facts = part.Decide(page, new(Id.Value, "child-1", Ring: "999")).Match(facts => facts, _ => []);

        Assert.Equal(Dates.Local("2026-11-25 10:00"), Assert.IsType<PositionRecorded>(Assert.Single(facts)).BasisFrom);
    }

    [Fact]
    public void A_withdrawn_agreement_opens_the_position_again_and_is_told_to_social_worker_and_chair()
    {
        var given = AConvenedCase().At("2026-11-28 10:00").Fact(Position(SafetyBasis.ParentsAgree));
        Assert.True(SafeguardingHub.IsComplete(given.Case.Meeting.Safety, given.Case.Children[0]));

        given.By(Grace).Decided(c => PositionRule.WithdrawConsent(
            c, c.Children, "Dana Pell", "She wants to take him home.", new(Audience.Professionals, Grace)));

        Assert.False(SafeguardingHub.IsComplete(given.Case.Meeting.Safety, given.Case.Children[0]));
        Assert.Equal([Priya.Id, Tom.Id], TellConsentDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        Assert.Contains(SafeguardingHub.Status(given.SeenBy(Priya), given.Now), line => line is { Urgency: 0 }
            && line.Text.Contains("was withdrawn", StringComparison.Ordinal));
        Assert.Contains(MinutesDraft.Of(given.Case),
            paragraph => paragraph.Text.Contains("Agreement withdrawn by: Dana Pell", StringComparison.Ordinal));
        given.When(c => PositionRule.WithdrawConsent(
            c, c.Children, "Dana Pell", "She wants to take him home.", new(Audience.Professionals, Grace))).ThenNothingNew();

        // By when it is to be decided is not a footing.
        given.By(Priya).Decided(c => PositionRule.Limit(c, c.Children, null, Dates.Local("2026-11-28 20:00"), "", given.Now, Words));
        Assert.NotEmpty(given.Case.Meeting.Safety.Withdrawn);
        given.Decided(c => PositionRule.Place(c, c.Children, "Ward 4", "Nurses", "", SafetyBasis.PoliceProtection));
        Assert.Empty(given.Case.Meeting.Safety.Withdrawn);
        Assert.Empty(TellConsentDuty.Owes(given.Case));
    }

    [Fact]
    public void Whoever_wrote_it_is_not_told_and_what_was_said_goes_to_those_whom_it_names()
    {
        var given = AConvenedCase().At("2026-11-28 10:00").Fact(Position(SafetyBasis.Section20)).By(Tom).Decided(
            c => PositionRule.WithdrawConsent(c, c.Children, "Dana Pell", "At the refuge.", new(Audience.Only(Agency.Police), Tom)));

        Assert.Equal([Priya.Id], TellConsentDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        var card = CardJson.Write(new TellConsentDuty(null!, Words).Card(given.Case, given.Case.Children[0], Priya));
        Assert.Contains("Immediate danger: ring 999.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Dana Pell", card, StringComparison.Ordinal);
    }

    [Fact]
    public void While_nobody_says_on_what_footing_the_child_stays_the_next_is_told_each_quarter_of_an_hour()
    {
        var given = AConvenedCase().At("2026-11-30 10:00").Fact(Position(SafetyBasis.ParentsAgree)).By(Grace).Decided(
            c => PositionRule.WithdrawConsent(c, c.Children, "Dana Pell", "", new(Audience.Professionals, Grace)));

        Assert.Equal(
            [("deputyChair", Dates.Local("2026-11-30 10:15")), ("person-6", Dates.Local("2026-11-30 10:30"))],
            ClockDuty<ConsentClock>.Owes(given.Case).Take(2).Select(owed => (owed.About.Whom, owed.DueAt)));
        Assert.Equal("safeguarding/climb-consent/meeting-1/child-1/11/serviceManager",
            ClockDuty<ConsentClock>.Owes(given.Case).ElementAt(1).Key);
        var card = CardJson.Write(ClockCard.At<ConsentClock>(given.Case, Helen));
        Assert.Contains("Immediate danger: ring 999.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Dana Pell", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Out of hours", TellCard(given), StringComparison.Ordinal);

        given.By(Priya).Decided(c => PositionRule.Place(c, c.Children, "Ward 4", "Nurses", "", SafetyBasis.PoliceProtection));
        Assert.Empty(ClockDuty<ConsentClock>.Owes(given.Case));
    }

    [Fact]
    public void At_night_the_out_of_hours_team_is_told_at_once_and_its_number_stands_on_the_card()
    {
        var given = AConvenedCase().At("2026-11-28 23:10").Fact(Position(SafetyBasis.ParentsAgree)).By(Grace).Decided(
            c => PositionRule.WithdrawConsent(c, c.Children, "Dana Pell", "", new(Audience.Professionals, Grace)));

        Assert.Contains("Out of hours: Emergency duty team, 01632 960900.", TellCard(given), StringComparison.Ordinal);
        Assert.Equal(["deputyChair", "person-6"], ClockDuty<ConsentClock>.Owes(given.Case).Take(2).Select(owed => owed.About.Whom));
        var profile = given.Case.Profile with { OutOfHours = given.Case.Profile.OutOfHours with { Mail = "edt@council.example" } };
        var first = ClockDuty<ConsentClock>.Owes(given.Case with { Profile = profile }).First();
        Assert.Equal(("outOfHours", Dates.Local("2026-11-28 23:10"), null), (first.About.Whom, first.DueAt, first.To));
    }

    private static string TellCard(Given given) =>
        CardJson.Write(new TellConsentDuty(null!, Words).Card(given.Case, given.Case.Children[0], Priya));

    [Fact]
    public void What_is_no_agreement_can_not_be_withdrawn()
    {
        AConvenedCase().Fact(Position(SafetyBasis.PoliceProtection)).When(c => PositionRule.WithdrawConsent(
            c, c.Children, "Dana Pell", "", new(Audience.Professionals, Priya))).Refused<CannotBe>();
        AConvenedCase().When(c => PositionRule.WithdrawConsent(c, c.Children, "x", "", new(Audience.Professionals, Priya)))
            .Refused<CannotBe>();
    }

    private static PositionRecorded Position(SafetyBasis basis) =>
        new("Ward 4", "Nurses", "", basis, null, null, "") { Meeting = FirstMeeting, Child = Child1 };
}
