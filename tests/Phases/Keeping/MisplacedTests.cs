using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Keeping;
using StrategyBot.Phases.Minuting;
using StrategyBot.Records;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Keeping;

/// <summary>Something is about another family, or reached somebody whom it was not for (P16): noticed on Wed 25 Nov 2026 at 16:00.
/// </summary>
public sealed class MisplacedTests
{
    private static readonly DateTimeOffset Now = Dates.Local("2026-11-25 16:00");

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        Saying(new(Id.Value), "Choose what is wrong.", "Say where it stands, or how it reached them.");
        Saying(new(Id.Value, Misplaced.WrongReader, What: "By mail."), "Choose whom it was not for.");
        Saying(new(Id.Value, Misplaced.AnotherFamily, What: "Paragraph 4.2.", Day: new(2026, 11, 26)),
            "That lies ahead. Say when it was noticed.");
        Saying(new(Id.Value, Misplaced.AnotherFamily, What: "Paragraph 4.2.", Day: new(2026, 11, 20)), "The case was not begun then.");
    }

    [Fact]
    public void The_case_closes_to_whom_it_was_not_for_and_information_governance_comes_on()
    {
        var given = Reported();

        Assert.Contains(Ruth.Id, given.Case.Links.ShutOut.Keys);
        Assert.False(given.Case.IsOpenTo(given.Case.Find(Ruth.Id)!));
        Assert.True(given.Case.IsOpenTo(given.Case.Find(Grace.Id)!));
        var keeper = Assert.Single(Governance.Of(given.Case));
        Assert.Equal("information.governance@council.example", keeper.Mail);
        Assert.Equal([Role.InformationGovernance], keeper.Roles);
        Assert.False(keeper.IsInvited);
        // Pressed again, nobody is told again.
        given.When(c => MisplacedRule.Say(c, Tom, Wrong(), Now, Words)).ThenNothingNew();
    }

    /// <summary>The chair leads the case, and whoever says it goes on reading.</summary>
    [Fact]
    public void Neither_the_chair_nor_oneself_is_offered() => Assert.DoesNotContain(
        MisplacedRule.Offered(AConvenedCase().Case, Tom), person => person.Id == Priya.Id || person.Id == Tom.Id);

    [Fact]
    public void The_chair_and_information_governance_are_told_and_not_who_said_it()
    {
        var keeper = Governance.Of(Reported().Case).Single();
        Assert.Equal([keeper.Id, Priya.Id], TellMisplacedDuty.Owes(Reported().Case).Select(owed => owed.To!.Value));
        var byChair = AConvenedCase().By(Priya).At("2026-11-25 16:00").Decided(c => MisplacedRule.Say(c, Priya, Wrong(), Now, Words));
        Assert.Equal([keeper.Id], TellMisplacedDuty.Owes(byChair.Case).Select(owed => owed.To!.Value));
    }

    /// <summary>From when it was noticed, through the weekend.</summary>
    [Fact]
    public void The_72_hours_run_until_it_is_said_what_came_of_it()
    {
        var given = Reported();
        var running = Assert.Single(MisplacedClock.Runs(given.Case));
        Assert.Equal(Dates.Local("2026-11-28 16:00"), running.EndsAt);
        Assert.Equal([Dates.Local("2026-11-27 16:00"), Dates.Local("2026-11-28 12:00")], running.Before);
        Assert.Equal(Governance.Of(given.Case).Select(person => person.Id), running.Owners);
        Assert.Equal(Dates.Local("2026-11-28 10:00"), Assert.Single(MisplacedClock.Runs(AConvenedCase().By(Tom).At("2026-11-25 16:00")
            .Decided(c => MisplacedRule.Say(c, Tom, Wrong() with { Day = new(2026, 11, 25), Time = new(10, 0) }, Now, Words)).Case))
            .EndsAt);

        Assert.Empty(MisplacedClock.Runs(Answered(given, new(Id.Value, Report(given), YesNo.No, Why: "Read by nobody.")).Case));
    }

    [Fact]
    public void Told_or_not_and_why_not()
    {
        var given = Reported();
        var report = Report(given);
        void Refused(MisplacedAnswerPart.Form typed, string says) => Saying(given,
            c => MisplacedRule.Answer(c, typed with { Report = report }, Dates.Local("2026-11-27 09:00"), Words), says);
        Refused(new(Id.Value), "Say whether the Commissioner was told.");
        Refused(new(Id.Value, Commissioner: YesNo.No), "Say why not: how the risk to anybody was judged.");
        Refused(new(Id.Value, Commissioner: YesNo.Yes, Day: new(2026, 11, 28)), "That day lies ahead.");
        Refused(new(Id.Value, Commissioner: YesNo.Yes, Day: new(2026, 11, 24)), "It was not noticed then.");

        var told = Answered(given, new(Id.Value, report, YesNo.Yes, new(2026, 11, 26)));
        Assert.Contains("The Information Commissioner was told on Thu 26 Nov 2026.",
            MisplacedLines.Of(told.Case, told.Case.Keeping.Reports.Single(), Words));
        told.When(c => MisplacedRule.Answer(c, new(Id.Value, report, YesNo.Yes, new(2026, 11, 26)), Dates.Local("2026-11-27 09:00"), Words))
            .ThenNothingNew();
    }

    /// <summary>Where the procedure names nobody.</summary>
    [Fact]
    public void The_chair_answers_where_nobody_of_information_governance_is_on_the_case()
    {
        Assert.True(Governance.MayAnswer(AConvenedCase().Case, Priya));
        Assert.False(Governance.MayAnswer(AConvenedCase().Case, Tom));
        Assert.False(Governance.MayAnswer(Reported().Case, Priya));
    }

    [Fact]
    public void Who_received_and_opened_it_is_listed_whom_it_was_not_for_first()
    {
        var given = Reported().Settled(Dates.Local("2026-11-25 16:10"), new EffectSettled(
            $"{DistributeMinutesDuty.Kind}/meeting-1/1/{Ruth.Id.Value}", EffectOutcome.Delivered, "mail", ""));
        IReadOnlyList<Access> readings =
        [
            new("cases/x", Ruth.Person!.Value.Value, "minuting/read/1/1", Dates.Local("2026-11-25 16:20")),
            new("cases/x", Sam.Person!.Value.Value, "hub/my-part", Dates.Local("2026-11-25 16:30")),
        ];

        var rows = Received.Of(given.Case, given.Case.Keeping.Reports.Single(), readings, Words);

        Assert.Equal(["Ruth Carver", "Sam Whitlock"], rows.Select(row => row.Who.Split(',')[0]).Take(2));
        Assert.EndsWith("– not for them", rows[0].Who, StringComparison.Ordinal);
        Assert.Equal(
        [
            "Sent by mail: 1, the last Wed 25 Nov 2026, 16:10.", "Opened something once; the last:",
            "Wed 25 Nov 2026, 16:20 · minuting/read/1/1",
        ], rows[0].Lines);
    }

    [Fact]
    public void A_record_is_held_for_a_court_until_it_is_said_otherwise()
    {
        var given = AConvenedCase().By(Helen);
        Saying(given, c => HoldRule.Hold(c, null, ""), "Choose what for.", "Say which proceedings, and who asked.");
        given.Decided(c => HoldRule.Hold(c, HoldCause.Court, "Case 1, asked by legal."));
        given.When(c => HoldRule.Hold(c, HoldCause.Court, "Case 1, asked by legal.")).ThenNothingNew();
        var hold = Assert.Single(HoldRule.Standing(given.Case));
        Saying(given, c => HoldRule.Release(c, hold.Said.Seq, " "), "Say who said so, and when.");
        given.Decided(c => HoldRule.Release(c, hold.Said.Seq, "Legal, today."));
        Assert.Empty(HoldRule.Standing(given.Case));
        given.When(c => HoldRule.Release(c, hold.Said.Seq, "Legal, today.")).ThenNothingNew();
    }

    private static MisplacedPart.Form Wrong() => new(Id.Value, Misplaced.WrongReader, Ruth.Id.Value, "A letter to the wrong school.");

    private static Given Reported() =>
        AConvenedCase().By(Tom).At("2026-11-25 16:00").Decided(c => MisplacedRule.Say(c, Tom, Wrong(), Now, Words));

    private static int Report(Given given) => given.Case.Keeping.Reports.Single().Said.Seq;

    private static Given Answered(Given given, MisplacedAnswerPart.Form typed) => given.By(Helen).At("2026-11-27 09:00")
        .Decided(c => MisplacedRule.Answer(c, typed, Dates.Local("2026-11-27 09:00"), Words));

    private static void Saying(MisplacedPart.Form typed, params string[] says) =>
        Saying(AConvenedCase(), c => MisplacedRule.Say(c, Tom, typed, Now, Words), says);

    private static void Saying(Given given, Func<Case, Decision> rule, params string[] says) => Assert.Equal(
        string.Join(' ', says), Assert.IsType<Decision.Refused>(given.When(rule).Decision).Because.Say(Words));
}
