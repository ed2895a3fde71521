using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Enquiring;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Protocols.Cards;
using StrategyBot.Rules.Procedures;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>Core groups of a child protection plan (R114, R115, R121).</summary>
public sealed class CoreGroupTests
{
    /// <summary>Ten working days from Mon 21 Dec 2026, over Christmas and New Year: Thu 7 Jan 2027.</summary>
    [Fact]
    public void The_first_meets_within_ten_working_days_of_the_conference()
    {
        var group = AProtectionPlan.Of(AProtectionPlan.Made()).NextGroup!;
        Assert.Equal((1, new DateOnly(2027, 1, 7)), (group.Number, group.Due.On));
    }

    [Fact]
    public void Each_later_one_within_six_weeks_of_the_one_before()
    {
        var given = AProtectionPlan.Made().CoreGroupHeld("2027-01-06 15:00");
        Assert.Equal((2, new DateOnly(2027, 2, 17)), Next(AProtectionPlan.Of(given).NextGroup!));
        given.CoreGroupHeld("2027-02-10 15:00");
        Assert.Equal((3, new DateOnly(2027, 3, 24)), Next(AProtectionPlan.Of(given).NextGroup!));
    }

    [Fact]
    public void No_conference_or_none_that_made_a_plan_asks_for_none()
    {
        Assert.Empty(ProtectionPlan.Of(Enquiring.AnEnquiry.Begun().Case));
        Assert.Empty(ProtectionPlan.Of(AProtectionPlan.Made().Fact(new ConferenceOutcomeSaid(YesNo.No, "", "Early help.")
        {
            Child = Child1,
        }).Case));
        Enquiring.AnEnquiry.Begun().When(c => CoreGroupRule.Arrange(
                c, Tom, ChildChoice.All, 1, Dates.Local("2027-01-06 10:00"), "", "", Dates.Local("2026-12-22 10:00"), Words))
            .Then(new CannotBe("No conference has decided on a child protection plan here."));
    }

    [Fact]
    public void After_its_limit_it_asks_why_and_says_so_to_who_leads_the_case()
    {
        var given = AProtectionPlan.Made().At("2026-12-22 10:00");
        given.When(c => CoreGroupRule.Arrange(c, Tom, ChildChoice.All, 1, Dates.Local("2027-01-08 10:00"), "", "", given.Now, Words))
            .Then(new CannotBe("The core group has to meet by Thu 7 Jan 2027. Choose another day, or say why it is later.")
            { Field = "because" });
        given.When(c => CoreGroupRule.Arrange(c, Tom, ChildChoice.All, 1, Dates.Local("2027-01-02 10:00"), "", "", given.Now, Words))
            .Then(new CannotBe("Sat 2 Jan 2027 is not a working day. Choose another.") { Field = "day" });
        given.When(c => CoreGroupRule.Arrange(c, Tom, ChildChoice.All, 1, Dates.Local("2026-12-21 10:00"), "", "", given.Now, Words))
            .Then(new CannotBe("That time is over.") { Field = "day" });
        Assert.Empty(LateCoreGroupClock.Runs(given.Case));

        given.CoreGroup("2026-12-22 10:00", "2027-01-08 10:00", "The school is closed.");
        var running = Assert.Single(LateCoreGroupClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2027-01-08 08:45"), true), (running.EndsAt, running.ClimbsAtOnce));
        Assert.Equal("Core group 1 had to meet by Thu 7 Jan 2027. It is arranged for Fri 8 Jan 2027, 10:00.",
            LateCoreGroupClock.Tell(given.Case, running, default, given.Now, Words));
    }

    [Fact]
    public void Held_says_who_came_and_how_the_plan_goes_and_is_said_again_under_the_same_number()
    {
        var given = AProtectionPlan.Made().At("2027-01-06 15:00");
        given.When(c => CoreGroupRule.Held(c, Tom, ChildChoice.All, 1, null, [], null, "", given.Now, Words))
            .Saying("Tick who came.", "Say how the plan goes.", "Say what was agreed.");
        given.When(c => CoreGroupRule.Held(
                c, Tom, ChildChoice.All, 1, new(2026, 12, 20), [Tom.Id.Value], PlanGoing.Behind, "Agreed.", given.Now, Words))
            .Then(new CannotBe("That is before the plan began.") { Field = "on" });

        given.CoreGroupHeld("2027-01-06 15:00", PlanGoing.Behind);
        given.Decided(c => CoreGroupRule.Held(
            c, Tom, ChildChoice.All, 1, new(2027, 1, 5), [Tom.Id.Value], PlanGoing.OnTrack, "Put right.", given.Now, Words));
        var plan = AProtectionPlan.Of(given);
        Assert.Equal((2, new DateOnly(2027, 1, 5), PlanGoing.OnTrack), (plan.Groups.Count, plan.Groups[0].Held!.Fact.On,
            plan.Groups[0].Held!.Fact.Going));
        given.When(c => CoreGroupRule.Held(
            c, Tom, ChildChoice.All, 1, new(2027, 1, 5), [Tom.Id.Value], PlanGoing.OnTrack, "Put right.", given.Now, Words))
            .ThenNothingNew();
    }

    [Fact]
    public void Not_held_keeps_its_limit_and_its_day_no_longer_stands()
    {
        var given = AProtectionPlan.Made().CoreGroup("2026-12-22 10:00", "2027-01-06 10:00").CoreGroupNotHeld("2027-01-06 12:00");
        var group = AProtectionPlan.Of(given).NextGroup!;
        Assert.Equal((new DateOnly(2027, 1, 7), true), (group.Due.On, group.Stands is null));
        Assert.Equal("Core group 1: by Thu 7 Jan 2027. No day is arranged. It was not held Wed 6 Jan 2027: the family could not come.",
            PlanLines.Say(group, Words, given.Now));
        given.CoreGroup("2027-01-06 12:05", "2027-01-07 10:00").CoreGroupHeld("2027-01-07 12:00");
        Assert.Equal(2, AProtectionPlan.Of(given).NextGroup!.Number);
    }

    [Fact]
    public void That_it_was_held_may_have_been_a_slip()
    {
        var given = AProtectionPlan.Made().CoreGroupHeld("2027-01-06 15:00").At("2027-01-06 15:05");
        given.Decided(c => CoreGroupRule.NotHeld(
            c, Tom, ChildChoice.All, 1, null, NotHeldCause.TooFewCame, "Only two came.", given.Now, Words));
        Assert.Equal(1, AProtectionPlan.Of(given).NextGroup!.Number);
        // It was held after all: the same words again are no repetition.
        given.CoreGroupHeld("2027-01-06 15:10");
        Assert.Equal(2, AProtectionPlan.Of(given).NextGroup!.Number);
    }

    /// <summary>What came of it is not lost in silence.</summary>
    [Fact]
    public void That_the_conference_was_held_is_taken_back_only_while_nothing_came_of_it()
    {
        var given = AProtectionPlan.Made();
        var at = given.Case.EnquiryOf(Child1).Held!.At;
        Assert.NotEmpty(given.By(Tom).When(c => EnquiryStepRule.Undo(c, Tom, ChildChoice.All, Pipeline.Held, at)).Facts);
        given.CoreGroupHeld("2027-01-06 15:00").When(c => EnquiryStepRule.Undo(c, Tom, ChildChoice.All, Pipeline.Held, at))
            .Saying("A core group or a review of its plan was held since. Take that back first.");
    }

    [Fact]
    public void Its_professionals_are_told_of_each_day_and_nobody_who_said_it()
    {
        var given = AProtectionPlan.Made().Members("2026-12-22 09:00", Tom, Sam, Grace).CoreGroup("2026-12-22 10:00", "2027-01-06 10:00");
        Assert.Equal(["Sam Whitlock", "Grace Adeyemi"], Told(given));
        given.CoreGroup("2026-12-22 11:00", "2027-01-07 10:00");
        Assert.Equal(["Sam Whitlock", "Grace Adeyemi"], Told(given));
        Assert.All(TellCoreGroupDuty.Owes(given.Case), owed => Assert.Equal(Dates.Local("2026-12-22 11:00"), owed.DueAt));
        var card = CardJson.Write(TellCoreGroupDuty.Card(given.Case, new(Child1, 1), Grace, Words));
        Assert.Contains("The core group meets Thu 7 Jan 2027, 10:00. You are in it.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Lindley", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Mill Lane", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_comes_into_it_alone_reads_nothing_of_the_strategy_meeting_and_gets_none_of_its_minutes()
    {
        var given = AProtectionPlan.Made().At("2026-12-22 09:00").By(Tom);
        given.When(c => CoreGroupRule.Add(c, Tom, "", "Health visitor", null, "nobody", ""))
            .Saying("Give their name.", "Choose their agency.", "Give their mail address: it is how they are told.");
        given.Decided(c => CoreGroupRule.Add(c, Tom, "Ivy Fern", "Health visitor", "health", "ivy.fern@nhs.example", "01632 960301"));
        var ivy = given.Case.Participants[^1];
        Assert.Equal((Agency.Health, false, true), (ivy.Agency, ivy.May(Capability.ReadContent), ivy.May(Capability.Act)));
        Assert.False(ivy.May(Capability.ReadMinutes));
        Assert.DoesNotContain(ivy, given.Case.Invited);
        Assert.Contains(ivy, CoreGroupRule.Able(given.Case));
        given.When(c => CoreGroupRule.Add(c, Tom, "Ivy Fern", "Health visitor", "health", "Ivy.Fern@nhs.example", "")).ThenNothingNew();
        // Who was at the meeting stays what they are.
        given.When(c => CoreGroupRule.Add(c, Tom, "Grace Adeyemi", "", "health", Grace.Mail, "")).ThenNothingNew();
    }

    [Fact]
    public void What_somebody_can_not_do_is_the_groups_to_answer()
    {
        var given = AProtectionPlan.Made().At("2026-12-22 09:00").By(Priya).Fact(
            new ActionAgreed(new("action-1"), ActionKind.Action, "Weigh the child each week.", Grace.Id, Dates.Local("2027-01-05 12:00"),
                "To know.", "")
            { Meeting = FirstMeeting },
            new ImmediatePlanAgreed { Meeting = FirstMeeting });
        Assert.Empty(CoreGroupRule.Raised(given.Case));
        given.By(Grace).Fact(new ActionAnswered(new("action-1"), ActionProgress.CannotDo, "No clinic.") { Meeting = FirstMeeting });
        Assert.Single(CoreGroupRule.Raised(given.Case));
        given.When(c => CoreGroupRule.Held(
                c, Tom, ChildChoice.All, 1, null, [Tom.Id.Value], PlanGoing.Behind, " ", Dates.Local("2027-01-06 15:00"), Words))
            .Then(new CannotBe("Say what was agreed, also on what can't be done.") { Field = "words" });
    }

    [Fact]
    public void Another_agency_says_nothing_of_it() => AProtectionPlan.Made().By(Grace)
        .When(c => CoreGroupRule.Members(c, Grace, ChildChoice.All, [Grace.Id.Value], [], ChildInGroup.Comes, "")).Then(new NotYourPart());

    [Fact]
    public void The_members_are_said_once_and_views_say_who_brings_them()
    {
        var given = AProtectionPlan.Made().At("2026-12-22 09:00").By(Tom);
        given.When(c => CoreGroupRule.Members(c, Tom, ChildChoice.All, [], [], null, ""))
            .Saying("Tick the professionals who are in it.", "Say how the child takes part.");
        given.When(c => CoreGroupRule.Members(c, Tom, ChildChoice.All, [Tom.Id.Value], [], ChildInGroup.ViewsBrought, ""))
            .Then(new CannotBe("Say who brings the child's views.") { Field = "words" });
        given.When(c => CoreGroupRule.Members(c, Tom, ChildChoice.All, ["person-99"], [], ChildInGroup.Comes, ""))
            .Saying("Tick the professionals who are in it.", "Somebody you ticked is not on the case any more. Look at the list again.");
        given.Members("2026-12-22 09:00", Tom, Grace);
        Assert.Equal("In the core group: Tom Okafor, Social Worker, Children's social care; Grace Adeyemi, Named Nurse, Health. "
            + "The child: comes.",
            PlanLines.Members(given.Case, AProtectionPlan.Of(given)));
    }

    [Fact]
    public void Siblings_have_each_their_own_and_one_form_says_it_of_both()
    {
        var given = AProtectionPlan.Made(children: 2).CoreGroupHeld("2027-01-06 15:00", child: "child-1");
        Assert.Equal((2, 1), (AProtectionPlan.Of(given, 1).NextGroup!.Number, AProtectionPlan.Of(given, 2).NextGroup!.Number));
        // What is said of the first group of all is said of those who have yet to hold it.
        given.CoreGroup("2027-01-06 16:00", "2027-01-07 10:00");
        Assert.Equal((true, 1), (
            AProtectionPlan.Of(given, 1).NextGroup!.Arranged is null, AProtectionPlan.Of(given, 2).NextGroup!.Arranged!.Fact.Number));
    }

    private static (int Number, DateOnly On) Next(CoreGroup group) => (group.Number, group.Due.On);

    private static IEnumerable<string> Told(Given given) =>
        TellCoreGroupDuty.Owes(given.Case).OrderBy(owed => owed.DueAt).Select(owed => given.Case.Find(owed.To!.Value)!.Name);
}
