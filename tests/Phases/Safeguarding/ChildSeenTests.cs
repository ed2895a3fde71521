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

/// <summary>P29: the child must be seen; and where that is refused, legal advice is taken that day (section 47(6)).</summary>
public sealed class ChildSeenTests
{
    [Fact]
    public void Nobody_has_seen_the_child_of_an_enquiry() => Golden.Text(Timeline.Of(Started(), "2026-12-04 02:00"));

    [Fact]
    public void Nobody_has_seen_the_child_the_same_day() => Golden.Text(Timeline.Of(Started(YesNo.Yes), "2026-12-03 02:00"));

    [Fact]
    public void Access_is_refused_on_a_friday_evening_and_nobody_takes_advice()
    {
        var given = Started();
        Timeline.Of(given, "2026-12-03 10:00");
        given.At("2026-12-03 10:00").Fact(Visited(VisitOutcome.SeenAlone));
        Timeline.Of(given, "2026-12-04 18:30");
        Golden.Text(Timeline.Of(given.At("2026-12-04 18:30").By(Tom).Fact(Visited(VisitOutcome.AccessRefused)), "2026-12-05 10:00"));
    }

    [Fact]
    public async Task The_social_worker_is_refused_takes_advice_and_sees_the_child_in_the_end()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Started());
        host.Clock.Advance(Dates.Local("2026-12-02 17:00") - host.Clock.GetUtcNow());
        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Contains(Board(@case), line => line == "Child 1: to be seen by Thu 3 Dec 2026, 15:00.");

        var form = await host.OpenAsync(Tom, ChildSeenPart.Button(@case, @case.Children[0]));
        var refused = await form.PressAsync("Save", ("outcome", "accessRefused"), ("time", "16:40"), ("what", "The door stays shut."));
        Assert.Contains("Take legal advice today", refused.Text, StringComparison.Ordinal);

        @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(ClockDuty<ChildSeenClock>.Owes(@case));
        Assert.Contains(ClockDuty<AccessClock>.Owes(@case), owed => owed.To == Priya.Id);
        Assert.Contains(Board(@case), line => line.StartsWith("Child 1: access refused, Wed 2 Dec 2026, 16:40.", StringComparison.Ordinal));
        var card = CardJson.Write(ClockCard.At<AccessClock>(@case, Priya));
        Assert.StartsWith("Immediate danger: ring 999.", Said(@case), StringComparison.Ordinal);
        Assert.DoesNotContain("The door stays shut.", card, StringComparison.Ordinal);
        Assert.True(Entry(@case, PartIds.LegalAdvice).IsOpen);

        var advice = await host.OpenAsync(Tom, LegalAdvicePart.Button(@case, @case.Children[0]));
        Assert.Contains("Legal team: 01632 960109", advice.Text, StringComparison.Ordinal);
        await advice.PressAsync("Save", ("outcome", "orderAppliedFor"), ("what", "An emergency protection order, tonight."));
        @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(ClockDuty<AccessClock>.Owes(@case));
        // The child is to be seen all the same.
        Assert.Contains(Board(@case), line => line == "Child 1: to be seen by Thu 3 Dec 2026, 17:00.");

        form = await host.OpenAsync(Priya, ChildSeenPart.Button(@case, @case.Children[0]));
        await form.PressAsync("Save", ("outcome", "seenAlone"), ("byWhom", "Sam Whitlock"), ("what", "Well, and glad of company."));
        @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(ClockDuty<ChildSeenClock>.Owes(@case));
        Assert.DoesNotContain(Board(@case), line => line.Contains("seen", StringComparison.Ordinal));
        Assert.True(Entry(@case, PartIds.ChildSeen).IsOffered);
        // Each under the name of who said it.
        var minutes = MinutesDraft.Of(@case);
        Assert.Equal(Tom.Described, minutes.Single(one => one.Text.Contains("The door stays shut.", StringComparison.Ordinal)).Author);
        Assert.Equal(Tom.Described, minutes.Single(one => one.Text.Contains("protection order, tonight", StringComparison.Ordinal)).Author);
        Assert.Equal(Priya.Described, minutes.Single(one => one.Text.Contains("By whom: Sam Whitlock", StringComparison.Ordinal)).Author);
        Assert.Contains(minutes, one => one.Text.Contains("Was the child seen: seen alone", StringComparison.Ordinal));
    }

    [Fact]
    public void A_child_who_is_not_born_need_not_be_seen()
    {
        var given = Started().Fact(
            new ChildNamed(new("Ash Lindley", "", new DateOnly(2027, 1, 20), true, "", "", "")) { Child = Child1 });

        Assert.Empty(ChildSeenClock.Runs(given.Case));
        given.When(c => Visit(c, VisitOutcome.SeenAlone)).Refused<NoChildMeant>();
    }

    [Fact]
    public void A_meeting_for_the_same_day_waits_for_no_decision_unless_somebody_has_the_child_in_sight()
    {
        var given = AConvenedCase().Fact(new WhereaboutsSaid(PlaceNow.Home, "", "The mother", null) { Child = Child1 });
        Assert.Equal(Dates.Local("2026-11-25 23:59"), Assert.Single(ChildSeenClock.Runs(given.Case)).EndsAt);

        given.Fact(new WhereaboutsSaid(PlaceNow.Ward, "", "Nurses", null) { Child = Child1 });
        Assert.Empty(ChildSeenClock.Runs(given.Case));
    }

    [Fact]
    public void An_enquiry_that_goes_on_asks_once_and_a_visit_of_before_answers_it()
    {
        var given = Started(answer: Section47.Continue);
        Assert.Equal(Dates.Local("2026-12-03 15:00"), Assert.Single(ChildSeenClock.Runs(given.Case)).EndsAt);
        given.Decided(c => Visit(c, VisitOutcome.SeenWithOthers, "2026-12-01 10:00"));

        Assert.Empty(ChildSeenClock.Runs(given.Case));
        given.When(c => Visit(c, VisitOutcome.SeenWithOthers, "2026-12-01 10:00")).ThenNothingNew();
        given.When(c => Visit(c, VisitOutcome.SeenWithOthers, "2026-12-03 10:00")).Refused<CannotBe>();
    }

    [Fact]
    public void Safeguarded_without_an_order_needs_a_reason_and_ends_it()
    {
        var given = Started().By(Tom).Fact(Visited(VisitOutcome.WhereaboutsWithheld));
        Readers all = new(Audience.Professionals, Tom);
        given.When(c => SeenRule.Advise(c, Tom, c.Children, AdviceOutcome.SafeguardedWithout, " ", all)).Refused<CannotBe>();

        given.Decided(c => SeenRule.Advise(c, Tom, c.Children, AdviceOutcome.SafeguardedWithout, "The police have the child.", all));

        Assert.Empty(AccessClock.Runs(given.Case));
        Assert.Empty(ChildSeenClock.Runs(given.Case));
        // Refused again, it is asked again.
        given.At("2026-12-03 10:00").Fact(Visited(VisitOutcome.NotFound));
        Assert.Single(AccessClock.Runs(given.Case));
    }

    private static IEnumerable<string> Board(Case @case) => SafeguardingHub
        .Status(new(@case, Priya, @case), Dates.Local("2026-12-02 17:00")).Select(line => line.Text);

    private static HubEntry Entry(Case @case, string id) => SafeguardingHub
        .Entries(new(@case, Priya, @case), Dates.Local("2026-12-02 17:00")).Single(entry => entry.Id == $"{id}/{Child1.Value}");

    private static string Said(Case @case) =>
        string.Join(' ', ClockCard.At<AccessClock>(@case, Priya).Body.Skip(1).OfType<TextBlock>().Select(block => block.Text));

    private static ChildVisited Visited(VisitOutcome outcome) => new(outcome, "", "") { Meeting = FirstMeeting, Child = Child1 };

    private static Decision Visit(Case @case, VisitOutcome outcome, string? at = null) => SeenRule.Visit(@case, Priya, @case.Children,
        outcome, "", "", at is null ? null : Dates.Local(at), false, Dates.Local("2026-12-02 16:00"), new(Audience.Professionals, Priya));

    /// <summary>Decided on Wed 2 Dec 2026 at 15:00; what else the case owes is done or answered.</summary>
    private static Given Started(YesNo urgent = YesNo.No, Section47 answer = Section47.Start)
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new UrgencyAnswered(new(urgent, [], "Seen well.")),
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Home", "Mother", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new NoSafetyPlanNeeded("Safe with his aunt.") { Meeting = FirstMeeting },
            new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
        Timeline.Of(given, "2026-12-02 15:00");
        return given.At("2026-12-02 15:00").By(Priya)
            .Fact(new Section47Decided(answer, Conduct.Single, null, "Unexplained.") { Meeting = FirstMeeting, Child = Child1 });
    }
}
