using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>R59, P18: a disagreement that was escalated reaches somebody at once, and goes on until it is settled.</summary>
public sealed class EscalationTests
{
    [Fact]
    public void Chair_and_the_first_of_the_ladder_hear_at_once_and_the_next_while_nobody_settles_it() =>
        Golden.Text(Timeline.Of(Escalated("2026-12-04 15:30"), "2026-12-04 23:00"));

    [Fact]
    public async Task A_step_and_a_time_are_kept_and_the_ladder_waits_for_that_time()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Escalated("2026-12-04 15:30"));
        var before = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Priya, EscalationPart.Button(before, (Sam.Id, Child1)));
        Assert.Contains("Sam Whitlock", form.Text, StringComparison.Ordinal);
        Assert.Contains("Duty inspector, 01632 960202", form.Text, StringComparison.Ordinal);
        await form.PressAsync("Save", ("step", "Rang Helen Marsh; she rings the inspector."),
            ("dueDate", "2026-12-07"), ("dueTime", "12:00"));

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Equal(Dates.Local("2026-12-07 12:00"), Assert.Single(EscalationClock.Runs(@case)).EndsAt);
        var again = await host.OpenAsync(Helen, EscalationPart.Button(@case, (Sam.Id, Child1)));
        Assert.Contains("Rang Helen Marsh; she rings the inspector.", again.Text, StringComparison.Ordinal);
        await again.PressAsync("Save", ("step", "Agreed with the inspector: joint enquiry."), ("settled", "yes"));

        @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(EscalationClock.Runs(@case));
        Assert.Equal([Priya.Described, Helen.Described],
            MinutesDraft.Of(@case).Where(one => one.Section == "Escalated disagreements").Select(one => one.Author));
    }

    [Fact]
    public void Settled_without_a_word_is_asked_how()
    {
        var given = Escalated("2026-12-04 15:30");

        given.When(c => EscalationRule.Take(c, Priya, (Sam.Id, Child1), "", YesNo.Yes, null, new(Audience.Professionals, Priya)))
            .Refused<CannotBe>();
        given.When(c => EscalationRule.Take(c, Priya, (Grace.Id, Child1), "x", null, null, new(Audience.Professionals, Priya)))
            .Refused<NotYourPart>();
    }

    [Fact]
    public void A_view_that_comes_round_ends_it()
    {
        var given = Escalated("2026-12-04 15:30");
        Assert.Single(EscalationRule.Open(given.Case));

        given.By(Sam).Fact(new ViewGiven(Sam.Id, ReasonableCause.Yes, "") { Meeting = FirstMeeting, Child = Child1 });

        Assert.Empty(EscalationRule.Open(given.Case));
    }

    [Fact]
    public void Both_agencies_next_rung_is_named_with_the_policy_and_nothing_that_was_said()
    {
        var given = Escalated("2026-12-04 15:30");

        var owed = TellSeniorDuty.Owes(given.Case).ToList();
        Assert.Equal([Sam.Id, null], owed.Select(one => one.To));
        Assert.All(owed, one => Assert.Equal(Dates.Local("2026-12-04 15:30"), one.DueAt));
        var card = CardJson.Write(TellSeniorDuty.Card(given.Case, Sam.Id, isTheirs: true));
        Assert.Contains("On your side: Duty inspector, 01632 960202.", card, StringComparison.Ordinal);
        Assert.Contains("On ours: Martin Hale", card, StringComparison.Ordinal);
        Assert.Contains($"{given.Case.Profile.Links.Escalation}", card, StringComparison.Ordinal);
        Assert.DoesNotContain("accident", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Ash", card, StringComparison.Ordinal);
        var ours = CardJson.Write(ClockCard.At<EscalationClock>(given.Case, Ladder.Holder(given.Case, "deputyChair")!));
        Assert.Contains($"{given.Case.Profile.Links.Escalation}", ours, StringComparison.Ordinal);
        Assert.Contains("Their side: Duty inspector", CardJson.Write(ClockCard.At<EscalationClock>(given.Case, Priya)),
            StringComparison.Ordinal);

        given.By(Sam).Fact(new ViewGiven(Sam.Id, ReasonableCause.Yes, "") { Meeting = FirstMeeting, Child = Child1 });
        Assert.Empty(TellSeniorDuty.Owes(given.Case));
    }

    private static Given Escalated(string at)
    {
        var given = AConvenedCase().At("2026-12-02 14:00").Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new ReasonableCauseDecided(ReasonableCause.Yes, "Two bruises.") { Meeting = FirstMeeting, Child = Child1 },
            new MeetingEnded(Via.Form) { Meeting = FirstMeeting })
            .By(Sam).Fact(new ViewGiven(Sam.Id, ReasonableCause.No, "An accident.") { Meeting = FirstMeeting, Child = Child1 });
        Timeline.Of(given, at);
        return given.At(at).Fact(new StanceTaken(Sam.Id, Stance.Escalate, "An accident.") { Meeting = FirstMeeting, Child = Child1 });
    }
}
