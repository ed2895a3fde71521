using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.Enquiring.AnEnquiry;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Enquiring;

/// <summary>Who hears what of an enquiry and when: each nudge at its hour, none twice, none once its step is done (R92–R110).</summary>
public sealed class EnquiryTimelinesTests
{
    private const string Phase = "enquiring";

    [Fact]
    public void Nobody_does_anything() => Golden.Text(Timeline.Of(Begun(), "2026-12-31 12:00", Phase));

    [Fact]
    public void Nobody_does_anything_over_christmas() =>
        Golden.Text(Timeline.Of(Begun("2026-12-22", Conference.AtEndOfEnquiry), "2027-01-08 12:00", Phase));

    [Fact]
    public void Nobody_does_anything_over_easter_in_devon() =>
        Golden.Text(Timeline.Of(Begun("2027-03-22", profile: ProcedureProfiles.Named("devon")), "2027-04-06 12:00", Phase));

    [Fact]
    public void Everything_is_done_on_its_day() => Golden.Text(Played(Begun()));

    [Fact]
    public void Everything_is_done_on_its_day_in_herefordshire() =>
        Golden.Text(Played(Begun(profile: ProcedureProfiles.Named("herefordshire"))));

    [Fact]
    public void Everything_is_done_on_its_day_in_devon() => Golden.Text(Played(Begun(profile: ProcedureProfiles.Named("devon")), "Exeter"));

    [Fact]
    public void Two_children_who_stand_alike_are_one_line() =>
        Assert.All(Timeline.Of(Begun(children: 2), "2026-12-10 12:00", Phase).Split('\n')
            .Where(line => line.Contains("enquiring/step", StringComparison.Ordinal)),
            line => Assert.DoesNotContain("Child 1", line, StringComparison.Ordinal));

    [Fact]
    public void Siblings_are_one_line_of_a_card_and_two_overdue_actions_of_one_owner_stay_two()
    {
        ActionAgreed Action(string id) => new(new(id), ActionKind.Action, "Ring.", Tom.Id, Dates.Local("2026-12-03 12:00"), "", "")
        {
            Meeting = FirstMeeting,
        };
        var @case = Begun(children: 2)
            .Fact(Action("action-1"), Action("action-2"), new ImmediatePlanAgreed { Meeting = FirstMeeting }).Case;

        Assert.Equal(1, Lines<StepClock>(@case, running => running.Id.Contains("/progress-check/", StringComparison.Ordinal)));
        Assert.Equal(2, Lines<OverdueActionClock>(@case, _ => true));
    }

    /// <summary>How many lines all of them are on one card.</summary>
    private static int Lines<TClock>(Case @case, Func<RunningClock, bool> which)
        where TClock : IClock
    {
        var owed = TClock.Runs(@case).Where(which).Select(running => (Owed)new Owed<ClockMark>(
            running.Id, running.EndsAt, new(running, ClockStep.At, Priya.Id.Value))).ToList();
        Assert.Equal(2, owed.Count);
        return new ClockDuty<TClock>(null!, Words, new StoppedClock(Dates.Local("2026-12-09 09:00"))).Of(@case, owed, Priya).Card.Body
            .OfType<TextBlock>().Count(block => block.Text.Contains("due", StringComparison.Ordinal));
    }

    /// <summary>The days of the default procedure from Wed 2 Dec 2026, over Christmas: each is done where its golden line says.</summary>
    private static string Played(Given given, string area = "")
    {
        var heard = new System.Text.StringBuilder();
        void Until(string at) => heard.Append(Timeline.Of(given, at, Phase));

        Until("2026-12-08 10:00");
        given.Checked("2026-12-08 10:00", Conference.Yes);
        given.Concluded("2026-12-08 11:00", EnquiryResult.ContinuingRisk);
        Until("2026-12-09 10:00");
        given.Requested("2026-12-09 10:00", area);
        Until("2026-12-10 09:00");
        given.Assigned("2026-12-10 09:00");
        given.Arranged("2026-12-10 09:10", "2026-12-21 10:00");
        Until("2026-12-11 09:00");
        given.Done(Priya, "2026-12-11 09:00", Pipeline.Authorised);
        given.Done(With(given, Role.ConferenceChair), "2026-12-11 09:10", Pipeline.Screening);
        given.Done(Service(given), "2026-12-11 09:20", Pipeline.Invitations, "By mail, and by hand to the mother.");
        Until("2026-12-17 09:00");
        given.Done(Tom, "2026-12-17 09:00", Pipeline.Report);
        Until("2026-12-17 15:00");
        given.Done(Tom, "2026-12-17 15:00", Pipeline.ReportRead, "With both.");
        Until("2026-12-18 09:00");
        given.Done(Service(given), "2026-12-18 09:00", Pipeline.ReportSent);
        Until("2026-12-21 13:00");
        given.At("2026-12-21 13:00").Decided(c => EnquiryStepRule.Held(c, StrategyBot.Forms.ChildChoice.All, null, given.Now, Words));
        given.At("2026-12-21 13:30").Decided(c => ConferenceOutcomeRule.Say(
            c, StrategyBot.Forms.ChildChoice.All, YesNo.Yes, "neglect", "By hand."));
        Until("2027-01-31 12:00");
        return heard.ToString();
    }
}
