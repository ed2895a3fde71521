using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>A conference out of timescale is said by Day 8, agreed or not, and known to whom it binds (R106, R108–R110).</summary>
public sealed class OutOfTimescaleTests
{
    [Fact]
    public void The_area_manager_is_put_on_the_case_and_asked_at_once()
    {
        var given = Said(LatenessCause.EnquiryNotFinished);
        var asked = Assert.Single(LatenessAskedClock.Runs(given.Case));
        var area = With(given, Role.AreaManager);

        Assert.Equal((Dates.Local("2026-12-09 11:00"), area.Id), (asked.EndsAt, asked.Owners.Single()));
        Assert.Equal("area.manager@council.example", area.Mail);
        // They read why, and nothing else of the case (P17).
        Assert.False(area.May(Capability.ReadContent));
        Assert.Equal("The medical is on Friday.", given.SeenBy(area).Case.EnquiryOf(Child1).Late!.Fact.Words);
    }

    [Fact]
    public void Agreed_the_operations_manager_hears_and_the_day_counts()
    {
        var given = Said(LatenessCause.EnquiryNotFinished);
        var area = With(given, Role.AreaManager);
        given.When(c => OutOfTimescaleRule.Answer(c, Tom, ChildChoice.All, YesNo.Yes, "x")).Refused<NotYourPart>();
        given.When(c => OutOfTimescaleRule.Answer(c, area, ChildChoice.All, null, "")).Refused<Several>();

        given.At("2026-12-09 13:00").By(area)
            .Decided(c => OutOfTimescaleRule.Answer(c, area, ChildChoice.All, YesNo.Yes, "The plan holds until then."));
        Assert.Empty(LatenessAskedClock.Runs(given.Case));
        Assert.Equal([Priya.Id, Tom.Id, With(given, Role.OperationsManager).Id],
            TellLatenessDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        // Its limit was Wed 23 Dec: the agreed day takes its place.
        Assert.Equal(Dates.Local("2027-01-05 08:45"), Assert.Single(ConferenceDayClock.Runs(given.Case)).EndsAt);
        given.When(c => OutOfTimescaleRule.Answer(c, area, ChildChoice.All, YesNo.Yes, "The plan holds until then.")).ThenNothingNew();
    }

    [Fact]
    public void Not_agreed_the_limit_stands()
    {
        var given = Said(LatenessCause.EnquiryNotFinished);
        var area = With(given, Role.AreaManager);
        given.At("2026-12-09 13:00").By(area)
            .Decided(c => OutOfTimescaleRule.Answer(c, area, ChildChoice.All, YesNo.No, "Hold it without."));

        Assert.DoesNotContain(given.Case.Participants, person => person.Roles.Contains(Role.OperationsManager));
        Assert.Equal([Priya.Id, Tom.Id], TellLatenessDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        Assert.Equal(Dates.Local("2026-12-24 08:45"), Assert.Single(ConferenceDayClock.Runs(given.Case)).EndsAt);
        Assert.Contains("does not agree", string.Join(' ', EnquiryLines.Stands(Of(given), Words)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_free_goes_to_the_operations_manager_who_finds_a_day()
    {
        var given = Begun().Requested("2026-12-04 10:00");
        var service = Service(given);
        Decision Say(Case c, LatenessCause cause) =>
            OutOfTimescaleRule.Say(c, service, ChildChoice.All, cause, "All four are away.", null, given.Now, Words);
        given.When(c => Say(c, LatenessCause.FamilyUnavailable)).Refused<CannotBe>();
        given.At("2026-12-09 11:00").By(service).Decided(c => Say(c, LatenessCause.NoChairFree));

        var manager = With(given, Role.OperationsManager);
        Assert.Equal(manager.Id, Assert.Single(LatenessAskedClock.Runs(given.Case)).Owners.Single());
        given.At("2026-12-09 12:00").By(manager)
            .Decided(c => OutOfTimescaleRule.Review(c, manager, ChildChoice.All, "A locum chairs.", new(2026, 12, 30), given.Now, Words));
        Assert.Empty(LatenessAskedClock.Runs(given.Case));
        Assert.Equal([Priya.Id, Tom.Id, With(given, Role.AreaManager).Id],
            TellLatenessDuty.Owes(given.Case).Select(owed => owed.To!.Value));
        Assert.Equal(Dates.Local("2026-12-31 08:45"), Assert.Single(ConferenceDayClock.Runs(given.Case)).EndsAt);
    }

    [Fact]
    public void The_card_of_an_answer_gives_no_reason_away()
    {
        var given = Said(LatenessCause.Other);
        var area = With(given, Role.AreaManager);
        given.At("2026-12-09 13:00").By(area).Decided(c => OutOfTimescaleRule.Answer(c, area, ChildChoice.All, YesNo.Yes, "PLANTED"));
        var card = CardJson.Write(TellLatenessDuty.Card(given.Case, Child1, Words));

        Assert.Contains("The area manager agrees.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("PLANTED", card, StringComparison.Ordinal);
        Assert.DoesNotContain("medical", card, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_a_reason_a_line_and_a_day_that_is_to_come()
    {
        var refused = Begun().When(c => OutOfTimescaleRule.Say(
            c, Priya, ChildChoice.All, null, "", new(2026, 12, 1), Dates.Local("2026-12-09 11:00"), Words)).Refused<Several>();
        Assert.Equal(["cause", "expected", "because"], refused.All.Select(one => one.Field));
        Begun().When(c => OutOfTimescaleRule.Say(
            c, Grace, ChildChoice.All, LatenessCause.Other, "x", null, Dates.Local("2026-12-09 11:00"), Words)).Refused<NotYourPart>();
    }

    [Fact]
    public void The_manager_names_who_comes_in_the_social_workers_place()
    {
        var given = Begun().At("2026-12-11 16:00").By(Tom);
        Assert.Equal("who", given.When(c => ConferenceFamilyRule.StandIn(c, Tom, ChildChoice.All, "Ola Finch", "Ill.")).Refused<CannotBe>()
            .Field);
        given.Decided(c => ConferenceFamilyRule.StandIn(c, Tom, ChildChoice.All, "", "Ill."));
        // Said on a Friday afternoon: the manager hears on Monday morning.
        var running = Assert.Single(StandInClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-14 08:45"), Priya.Id), (running.EndsAt, running.Owners.Single()));
        given.By(Priya).Decided(c => ConferenceFamilyRule.StandIn(c, Priya, ChildChoice.All, "Ola Finch, senior practitioner", "Ill."));
        Assert.Empty(StandInClock.Runs(given.Case));
    }

    private static Given Said(LatenessCause cause)
    {
        var given = Begun().At("2026-12-09 11:00").By(Priya);
        return given.Decided(c => OutOfTimescaleRule.Say(
            c, Priya, ChildChoice.All, cause, "The medical is on Friday.", new(2027, 1, 4), given.Now, Words));
    }
}
