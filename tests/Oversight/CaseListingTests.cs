using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Oversight;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Forms;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Oversight;

/// <summary>Issue 18.3: what of a case stands on the service's lists, from its record alone.</summary>
public sealed class CaseListingTests
{
    [Fact]
    public void A_conference_stands_there_once_its_limit_has_passed_with_its_reason_and_whether_a_manager_agreed()
    {
        var item = Assert.Single(Of(AnEnquiry.Begun(), ServiceList.OutOfTimescale));
        Assert.Equal(("Child 1", "Initial", new DateOnly(2026, 12, 23), null, "No reason given", "not asked"),
            (item.Child, item.What, item.On, item.Ended, item.Why, item.Note));
        Assert.Equal(Dates.Local("2026-12-24 00:00"), item.From);

        var said = AnEnquiry.Begun().Late("2026-12-09 11:00");
        Assert.Equal(WordTables.LatenessCause.InList(LatenessCause.FamilyUnavailable),
            Assert.Single(Of(said, ServiceList.OutOfTimescale)).Why);
        Assert.Empty(Of(AnEnquiry.Begun().Held("2026-12-23"), ServiceList.OutOfTimescale));

        var held = Assert.Single(Of(AnEnquiry.Begun().Held("2027-01-05"), ServiceList.OutOfTimescale));
        Assert.Equal([new DateOnly(2026, 12, 1), new DateOnly(2027, 1, 1)], held.Months);
        // The next review of a plan, and none that was held in time.
        Assert.Equal(["Review 1"], Of(AProtectionPlan.Made(), ServiceList.OutOfTimescale).Select(one => one.What));
    }

    [Fact]
    public void What_was_considered_and_not_held_stands_there_with_its_reason_out_of_the_list()
    {
        var given = new Given().At("2026-11-30 10:00").Fact(AConvenedCase().Entries[0].Fact).At("2026-12-02 10:00")
            .Fact(new NoMeetingDecided("PLANTED.", "Ada Quill", "A visit.") { Cause = NotCalledCause.OfAnotherCase });

        var item = Assert.Single(Of(given, ServiceList.NotHeld));
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2026, 12, 2), "Another case has it"), (item.On, item.Ended, item.Why));
        Assert.Empty(Of(new Given().Fact(AConvenedCase().Entries[0].Fact, new CaseCancelled("")), ServiceList.NotHeld));
        Assert.Empty(Of(AConvenedCase(), ServiceList.NotHeld));
    }

    [Fact]
    public void Each_agency_stands_there_as_it_took_part_in_each_meeting_that_was_held()
    {
        Assert.Empty(Of(AConvenedCase(), ServiceList.Attendance));
        Assert.Equal(
            ["Children's social care attended", "Police attended", "Health attended", "School invited and absent"],
            Of(AMeeting.Ended(), ServiceList.Attendance).Select(one => $"{one.Agency} {one.What}"));
    }

    [Fact]
    public void An_action_stands_there_from_when_its_time_has_passed_until_it_is_done()
    {
        var given = AMeeting.Ended();
        var items = Of(given, ServiceList.Overdue);

        Assert.Equal([("Action", "no answer"), ("Row of the safety plan", "no answer")], items.Select(one => (one.What, one.Why)));
        Assert.All(items, one => Assert.Equal("Children's social care", one.Agency));
        Assert.True(items[0].From > Dates.Local("2026-11-26 12:00") && items[0].From < Dates.Local("2026-11-26 12:01"));
        given.At("2026-11-27 09:00").By(Tom).Fact(AMeeting.In(new ActionAnswered(AMeeting.VisitHome, ActionProgress.Done, "")));
        Assert.Single(Of(given, ServiceList.Overdue));
        given.Fact(new CaseCancelled(""));
        Assert.Empty(Of(given, ServiceList.Overdue));
    }

    [Fact]
    public void A_safety_plan_stands_there_until_the_conference_has_a_day_or_the_plan_has_ended()
    {
        Assert.Empty(Of(AMeeting.Ended(), ServiceList.NoConferenceDay));
        var given = AMeeting.Ended().Fact(AMeeting.In(new ImmediatePlanAgreed()));
        Assert.Equal(("Child 1", "not decided yet"), Only(given));

        given.Fact(AMeeting.In(new ConferenceDecided(Conference.Yes, "") { Child = Child1 }));
        Assert.Equal(("Child 1", "to be held, no day yet"), Only(given));
        var ended = AMeeting.Ended().Fact(AMeeting.In(new ImmediatePlanAgreed()),
            AMeeting.In(new SafetyPlanEnded(PlanEnd.NoLongerNeeded, null, YesNo.Yes, "")));
        Assert.Empty(Of(ended, ServiceList.NoConferenceDay));
        given.Fact(new ConferenceHeld(new(2026, 12, 8)) { Child = Child1 });
        Assert.Empty(Of(given, ServiceList.NoConferenceDay));

        static (string?, string) Only(Given given) =>
            Assert.Single(Of(given, ServiceList.NoConferenceDay)) is var item ? (item.Child, item.What) : default;
    }

    [Fact]
    public void A_view_that_differs_stands_there_and_whether_what_was_escalated_is_settled()
    {
        var given = AMeeting.Ended();
        var item = Assert.Single(Of(given, ServiceList.Disagreements));
        Assert.Equal(("Child 1", "Health", "Not escalated", null), (item.Child, item.Agency, item.What, item.Ended));

        given.Fact(AMeeting.In(new StanceTaken(Grace.Id, Stance.Escalate, "") { Child = Child1 }));
        Assert.Equal(("Escalated", null), Only(given));
        given.At("2026-11-28 09:00").Fact(AMeeting.In(new EscalationStepTaken(Grace.Id, "", true) { Child = Child1 }));
        Assert.Equal(("Escalated", new DateOnly(2026, 11, 28)), Only(given));
        given.Fact(AMeeting.In(new StanceTaken(Grace.Id, Stance.GoWithDecision, "") { Child = Child1 }));
        Assert.Empty(Of(given, ServiceList.Disagreements));

        static (string, DateOnly?) Only(Given given) =>
            Assert.Single(Of(given, ServiceList.Disagreements)) is var item ? (item.What, item.Ended) : default;
    }

    /// <summary>Once each day, whatever number of its actions or children it is so of.</summary>
    [Fact]
    public void What_a_measure_asks_after_stands_there_by_its_number_and_from_when_it_counts()
    {
        var given = AMeeting.Ended(2);
        Assert.Contains(Of(AnEnquiry.Begun("2026-10-30"), ServiceList.OfMeasure), one => one.What == "3");
        var late = Of(given, ServiceList.OfMeasure).Where(one => one.What == "6").ToList();
        Assert.Equal([new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27)], late.Select(one => one.On));
        Assert.All(late, one => Assert.True(one.From > Dates.Local("2026-11-26 12:00")));
        Assert.DoesNotContain(Of(given, ServiceList.OfMeasure), one => one.What is "1" or "2");
        Assert.Single(Of(new Given().Fact(AConvenedCase().Entries[0].Fact, new NoMeetingDecided("", "", "")), ServiceList.OfMeasure),
            one => one.What == "2");
    }

    /// <summary>In every walked case all that was typed of a child, a family or what is said of them is planted or named.</summary>
    [Fact]
    public void Nothing_of_a_child_a_family_or_what_is_said_of_them_lies_there()
    {
        foreach (var given in WalkedCases.All.Select(walked => walked.Told))
        {
            foreach (var (_, row) in ListedCase.Of(given.Case, Program.Phases.Listed(given.Case)))
            {
                var text = row.Write();
                Assert.DoesNotContain("PLANTED", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("Lindley", text, StringComparison.OrdinalIgnoreCase);
                foreach (var name in given.Case.Children.Select(child => child.Details.Name)
                    .Concat(given.Case.Adults.Select(adult => given.Case.NameOf(adult.Id.Value))).Where(name => name.Length > 0))
                {
                    Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
                }

                // It is read as it was written.
                Assert.Equal(text, ListedCase.Read(text).Write());
            }
        }
    }

    [Fact]
    public void What_stands_as_long_as_it_is_so_lies_on_its_own_shelf_and_the_rest_on_its_months()
    {
        var given = AMeeting.Ended();
        Assert.Equal(["lists-2026-11", "lists-open"],
            ListedCase.Of(given.Case, Program.Phases.Listed(given.Case)).Select(row => row.Shelf));
    }

    private static List<ListItem> Of(Given given, ServiceList list) =>
        [.. Program.Phases.Listed(given.Case).Where(item => item.List == list)];
}
