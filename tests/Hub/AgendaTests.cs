using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Hub;
using StrategyBot.Phases;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Hub;

public sealed class AgendaTests
{
    // Answered by the chair alone, or before anybody is there to say it to.
    private static readonly string[] NothingIsSaid =
        ["convening/", "answering/answers", "answering/who-to-check", "answering/invitation", "holding/complete", "holding/resume",
            "answering/read-update", "holding/confidentiality", "assessing/read-information", "assessing/enter-for", "safeguarding/confirm",
            "planning/outcome", "links/", "minuting/", "following-up/", "safeguarding/danger",
            "assessing/late-news", "assessing/escalation", "assessing/paper", "safeguarding/handover", "safeguarding/child-seen",
            "safeguarding/legal-advice", "safeguarding/contact-hold", "safeguarding/bail", "assessing/awaited",
            // Made after the meeting, for one person of the family each.
            "family/",
            // Of another case, and of who has it.
            "linking/", "deputising/",
            // About the record, and not about the child.
            "keeping/"];

    private static readonly HubEntry Plan =
        new("planning/section47", HubSection.Part2, "Section 47 enquiry", "not decided", new("", ""), IsOpen: true);

    [Fact]
    public void Every_part_of_a_running_meeting_has_a_sentence_and_a_paper()
    {
        var view = Running().SeenBy(Given.Priya);
        var silent = Program.Phases.Entries(view, view.Whole.Meeting.Attendance.StartedAt!.Value)
            .Where(entry => !NothingIsSaid.Any(part => entry.Id.StartsWith(part, StringComparison.Ordinal))
                && Agenda.At(view, entry) is null);

        Assert.Equal([], silent.Select(entry => entry.Id));
    }

    [Fact]
    public void Every_step_belongs_to_a_heading_of_the_form_or_a_part_of_the_meeting() =>
        Assert.All(Agenda.Steps.Where(step => step.Part.StartsWith("assessing/block/", StringComparison.Ordinal)),
            step => Assert.NotNull(Headings.FindBlock(step.Part["assessing/block/".Length..])));

    [Fact]
    public void Every_block_of_headings_has_a_sentence() =>
        Assert.All(Headings.Blocks, block => Assert.Contains(Agenda.Steps, step => step.Part == $"assessing/block/{block.Id}"));

    [Fact]
    public void Only_the_chair_is_offered_a_sentence() =>
        Assert.All([Given.Tom, Given.Sam, Given.Grace, Given.Helen], person => Assert.Null(Agenda.At(Running().SeenBy(person), Plan)));

    [Fact]
    public void A_sentence_fits_the_age_of_an_unborn_child()
    {
        var unborn = Given.AConvenedCase()
            .Fact(new ChildNamed(new("Baby of Lia Penrose", "", new DateOnly(2027, 1, 12), true, "", "", "")) { Child = Given.Child1 });
        var position = new HubEntry("safeguarding/position/child-1", HubSection.Safety, "", "", new("", ""), IsOpen: true);

        Assert.Contains("where is the mother", Agenda.At(unborn.SeenBy(Given.Priya), position)!.Say, StringComparison.Ordinal);
        Assert.Contains("where is the child", Agenda.At(Running().SeenBy(Given.Priya), position)!.Say, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_are_said_to_be_with_people_only_once_the_plan_is_agreed()
    {
        var end = new HubEntry("holding/end", HubSection.Ending, "", "", new("", ""), IsOpen: true);
        var agreed = Running().Fact(new ImmediatePlanAgreed { Meeting = Given.FirstMeeting });

        Assert.DoesNotContain("actions", Agenda.At(Running().SeenBy(Given.Priya), end)!.Say, StringComparison.Ordinal);
        Assert.Contains("your actions are with you already", Agenda.At(agreed.SeenBy(Given.Priya), end)!.Say, StringComparison.Ordinal);
    }

    [Fact]
    public void The_confidentiality_line_is_the_procedures_own()
    {
        var view = Running().SeenBy(Given.Priya);
        var entry = new HubEntry("holding/confidentiality", HubSection.Before, "", "", new("", ""), IsOpen: true);

        Assert.Equal(view.Case.Profile.Labels.Confidentiality.Text, Agenda.At(view, entry)!.Say);
    }

    private static Given Running() =>
        Given.AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = Given.FirstMeeting });
}
