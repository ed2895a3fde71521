using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Oversight;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.Forms;
using StrategyBot.Tests.Phases.Convening;
using StrategyBot.Tests.Phases.Enquiring;
using StrategyBot.Tests.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Oversight;

/// <summary>What lies of an open case on its shelf (issue 18.1, 18.5).</summary>
public sealed class BoardRowTests
{
    [Fact]
    public void Before_its_meeting_it_is_to_be_held_by_its_limit_and_the_chair_has_it()
    {
        var row = Row(AConvenedCase());

        Assert.Equal((BoardStage.Before, "Heron", "Helen Marsh", "Priya Nair"), (row.Stage, row.Word, row.Team, row.Chair.Name));
        var step = Assert.Single(row.Steps);
        Assert.Equal(("Hold the meeting", true, "Priya Nair", Dates.Local("2026-11-25 14:00")),
            (step.What, step.Guards, step.Who!.Name, step.Booked));
    }

    [Fact]
    public void Its_stage_follows_the_meeting_the_minutes_the_enquiry_the_conference_and_the_plan()
    {
        Assert.Equal(BoardStage.Meeting, Row(AMeeting.Held()).Stage);
        Assert.Equal(BoardStage.Minutes, Row(AMeeting.Ended()).Stage);
        Assert.Equal(BoardStage.Minutes, Row(AnEnquiry.Begun()).Stage);
        Assert.Equal(BoardStage.Conference, Row(AnEnquiry.Begun().Requested("2026-12-09 10:00")).Stage);
        Assert.Equal(BoardStage.Plan, Row(AProtectionPlan.Made()).Stage);
    }

    [Fact]
    public void Its_steps_are_those_that_are_still_to_be_done_each_with_its_limit_and_who_has_it()
    {
        var steps = Row(AnEnquiry.Begun(children: 2)).Steps;

        string[] wanted = ["See the child", "Approve and send the minutes", "Enquiry recorded"];
        Assert.Equal(wanted, steps.Select(step => step.What).Where(wanted.Contains));
        Assert.Equal(steps.Select(step => step.What).Distinct(), steps.Select(step => step.What));
        var conference = steps.Single(step => step.What == "Hold the conference");
        Assert.Equal(Dates.Local("2026-12-23 23:59"), conference.At);
        Assert.False(conference.Guards);
        Assert.Equal(("Tom Okafor", "social worker"),
            steps.Single(step => step.What == "See the child").Who is { } who ? (who.Name, who.As) : default);
    }

    [Fact]
    public void A_plan_has_its_next_core_group_and_review()
    {
        var steps = Row(AProtectionPlan.Made()).Steps.ToDictionary(step => step.What);

        Assert.Equal("Tom Okafor", steps["Hold core group 1"].Who!.Name);
        Assert.Equal(Dates.Local("2027-03-21 23:59"), steps["Hold review 1"].At);
        Assert.False(steps.ContainsKey("Hold the conference"));
    }

    [Fact]
    public void Why_it_is_late_is_said_out_of_the_list_and_who_agreed()
    {
        var given = ALateConference.Late(AnEnquiry.Begun(), "2026-12-09 11:00");
        Assert.NotNull(Step(given).Why);
        Assert.DoesNotContain("Area manager", Step(given).Why, StringComparison.Ordinal);

        Assert.EndsWith("Area manager agreed, Wed 9 Dec",
            Step(ALateConference.Answered(given, "2026-12-09 12:00", YesNo.Yes)).Why, StringComparison.Ordinal);

        static BoardStep Step(Given given) => Row(given).Steps.Single(step => step.What == "Hold the conference");
    }

    [Fact]
    public void Whoever_leads_it_and_whoever_else_of_the_authority_may_open_it_are_told_apart_and_partners_are_neither()
    {
        var row = Row(AConvenedCase());

        Assert.Equal([Priya.Person!.Value.Value, Helen.Person!.Value.Value], row.Leads);
        Assert.Equal([Tom.Person!.Value.Value, Jo.Person!.Value.Value], row.Opens);
        Assert.False(row.IsRestricted);
    }

    [Fact]
    public void An_allegation_against_somebody_who_works_with_children_is_restricted() => Assert.True(Row(AConvenedCase()
        .Fact(Begun.Circumstances with { Features = [Features.Staff] })).IsRestricted);

    [Fact]
    public void What_is_closed_has_no_row()
    {
        Assert.Null(BoardRow.Of(new Case(Given.Id), []));
        Assert.Null(BoardRow.Of(AConvenedCase().Fact(new CaseCancelled("")).Case, []));
    }

    /// <summary>In every walked case all that was typed of a child, a family or what is said of them is planted or named.</summary>
    [Fact]
    public void Nothing_of_a_child_a_family_or_what_is_said_of_them_lies_there()
    {
        foreach (var walked in WalkedCases.All)
        {
            var given = walked.Told;
            var text = Row(given).Write();
            Assert.DoesNotContain("PLANTED", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Lindley", text, StringComparison.OrdinalIgnoreCase);
            foreach (var name in given.Case.Children.Select(child => child.Details.Name)
                .Concat(given.Case.Adults.Select(adult => given.Case.NameOf(adult.Id.Value))).Where(name => name.Length > 0))
            {
                Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase);
            }

            // It is read as it was written.
            Assert.Equal(text, BoardRow.Read(text).Write());
            // And fits into one value of a table.
            Assert.InRange(text.Length, 1, 8_000);
        }
    }

    private static BoardRow Row(Given given) => BoardRow.Of(given.Case, Program.Phases.Steps(given.Case))!;
}
