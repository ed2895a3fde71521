using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Deadlines;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>P12: out of term, and outside their hours, one rings whoever is there.</summary>
public sealed class OutOfTermTests
{
    // As the partner directory of the sandbox says it.
    private const string Term = "Term time Mon to Fri 08:00-16:30. Autumn term 1 Sep to 18 Dec 2026; spring term 4 Jan to 26 Mar 2027. "
        + "In holidays ring the education duty desk.";

    [Theory]
    [InlineData(Term, "2026-12-18 16:00", true)]
    [InlineData(Term, "2026-12-18 16:45", false)]
    [InlineData(Term, "2026-12-21 10:00", false)]
    [InlineData(Term, "2026-12-19 10:00", false)]
    [InlineData(Term, "2027-01-04 10:00", true)]
    // After the last term that is written down nobody knows.
    [InlineData(Term, "2027-04-12 10:00", null)]
    [InlineData("Working days in term 08:00 to 16:30", "2026-12-02 10:00", null)]
    [InlineData("Working days in term 08:00 to 16:30", "2026-12-02 18:00", false)]
    [InlineData("Working days 09:00 to 17:00", "2026-12-25 10:00", false)]
    [InlineData("Working days 09:00 to 17:00", "2026-12-02 09:00", true)]
    [InlineData("Every day, all hours", "2026-12-25 03:00", true)]
    [InlineData("Day and night.", "2026-12-25 03:00", true)]
    [InlineData("Every day 08:00-20:00; then the on-call paediatrician through the switchboard.", "2026-12-25 21:00", false)]
    [InlineData("Tue to Sat 09:00-17:00.", "2026-12-05 10:00", true)]
    [InlineData("Tue to Sat 09:00-17:00.", "2026-12-07 10:00", false)]
    [InlineData("Mon to Fri 09:00-17:00, in school holidays too.", "2026-12-22 10:00", true)]
    [InlineData("when she is in", "2026-12-22 10:00", null)]
    [InlineData("", "2026-12-22 10:00", null)]
    public void Hours_are_read_from_the_words_in_which_they_are_said(string hours, string at, bool? isOpen) => Assert.Equal(
        isOpen, StaffedHours.IsOpen(hours, WorkingDays.EnglandAndWales, Given.Words, Dates.Local(at)));

    [Fact]
    public void In_term_the_school_is_rung_and_out_of_term_the_education_contact()
    {
        var @case = Asked(Term).Case;

        Assert.Equal("School: ring Ruth Carver 01632 960005; Education safeguarding desk 01632 960401 "
            + "(Working days in term 08:00 to 16:30); Education safeguarding lead, 01632 960402; "
            + "out of term: Council education officer, 01632 960403",
            CallsRule.WhomToRing(@case, Agency.School, Dates.Local("2026-12-16 10:00")));
        Assert.StartsWith("School: ring Council education officer, 01632 960403 (the school is closed now); Ruth Carver 01632 960005; ",
            CallsRule.WhomToRing(@case, Agency.School, Dates.Local("2026-12-22 10:00")), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_is_the_school_missing_says_whom_to_ring_out_of_term()
    {
        var given = Asked(Term);
        string Form(string at) => CardJson.Write(PartHost.Open(
            new MissingAgencyPart(), given.SeenBy(Priya), new MissingAgencyPart.Form(Id.Value, Agency.School), Dates.Local(at)));

        Assert.Contains("School: ring Ruth Carver", Form("2026-12-16 10:00"), StringComparison.Ordinal);
        Assert.Contains("School: ring Council education officer", Form("2026-12-22 10:00"), StringComparison.Ordinal);
    }

    /// <summary>P12: whoever holds a child and has not confirmed the outcome.</summary>
    [Theory]
    [InlineData("2026-12-16 10:00", "Ring now: Ruth Carver, Designated Safeguarding Lead, School, 01632 960005. They hold child 1")]
    [InlineData("2026-12-22 10:00", "Ring now: Council education officer, 01632 960403, as the school is closed; then Ruth Carver")]
    [InlineData("2026-12-16 18:00", "Ring now: Council education officer, 01632 960403, as the school is closed; then Ruth Carver")]
    public void A_school_that_holds_a_child_is_rung_where_somebody_answers(string at, string says)
    {
        var @case = Asked(Term).At(at).Fact(
            new HolderNamed(Ruth.Id) { Meeting = FirstMeeting, Child = Child1 },
            new Section47Decided(Section47.Start, Conduct.Joint, null, "") { Meeting = FirstMeeting, Child = Child1 },
            new ImmediatePlanAgreed { Meeting = FirstMeeting }).Case;
        var running = HolderClock.Runs(@case).Single();

        Assert.StartsWith(says, HolderClock.Tell(@case, running, ClockStep.At, running.EndsAt, Given.Words), StringComparison.Ordinal);
        Assert.Contains(PlanningHub.Status(new(@case, Priya, @case), running.EndsAt), line =>
            line.Text.StartsWith("Ring now: ", StringComparison.Ordinal)
            && line.Text.Contains("Council", StringComparison.Ordinal) == says.Contains("Council", StringComparison.Ordinal));
    }

    /// <summary>The scene of issue 12: a meeting is called in the evening, and the desk is closed.</summary>
    [Fact]
    public void Where_the_duty_desk_is_closed_the_on_call_senior_is_rung_and_not_the_desk()
    {
        var @case = AConvenedCase().Fact(new ParticipantRemoved(Grace.Id, "Not invited.")).Case;

        Assert.Equal(("Safeguarding nurses, Working days 09:00 to 17:00", "01632 960301"), Ring(@case, Agency.Health, "2026-12-02 10:00"));
        Assert.Equal(("On-call paediatrician", "01632 960302"), Ring(@case, Agency.Health, "2026-12-02 20:00"));
        Assert.Equal(("On-call paediatrician", "01632 960302"), Ring(@case, Agency.Health, "2026-12-05 10:00"));
        Assert.Equal("Health: ring On-call paediatrician, 01632 960302; Safeguarding nurses 01632 960301 "
            + "(closed now: Working days 09:00 to 17:00)", CallsRule.WhomToRing(@case, Agency.Health, Dates.Local("2026-12-05 10:00")));
        Assert.Equal(("Detective", "01632 960003"), ("Detective", Ring(@case, Agency.Police, "2026-12-05 03:00").Number));
    }

    private static (string Who, string Number) Ring(Case @case, Agency agency, string at) =>
        CallsRule.ToRing(new(@case, Priya, @case), Dates.Local(at)).Where(ring => ring.Agency == agency)
            .Select(ring => (ring.Whom, ring.Phone)).Single();

    private static Given Asked(string hours)
    {
        var given = AConvenedCase();
        return given.Fact(new ParticipantAdded(Ruth with { Hours = hours }),
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
    }
}
