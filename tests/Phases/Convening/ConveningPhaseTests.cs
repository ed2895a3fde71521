using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Convening;

public sealed class ConveningPhaseTests
{
    [Fact]
    public void Convening_goes_on_with_the_first_part_that_waits()
    {
        Assert.Equal(Step.Why, StepRule.FirstOpen(Begun.ACase().Case));
        Assert.Equal(Step.Features, StepRule.FirstOpen(Begun.ACase().Fact(Begun.Circumstances with { Reason = "" }).Case));
        Assert.Equal(Step.People, StepRule.FirstOpen(Begun.ACase().Fact(Begun.Circumstances).Case));
        Assert.Equal(Step.Invitees, StepRule.FirstOpen(Begun.ACaseWithAChild().Case));
        var complex = Begun.Circumstances with { Features = [Features.Complex] };
        Assert.Equal(Step.Limit, StepRule.FirstOpen(Begun.ACaseWithAChild(complex).Case));
    }

    [Fact]
    public void Before_it_is_called_only_who_arranges_has_parts()
    {
        var given = Begun.ACaseWithAChild();

        Assert.Contains("convening/invitees: Who is invited, 0 invited", Entries(given, given.Case.Chair));
        Assert.Empty(Entries(given, given.Case.Find(new ParticipantId("person-3"))!));
    }

    [Fact]
    public void A_called_meeting_can_be_moved_until_it_begins()
    {
        var given = Begun.ACalledMeeting();
        Assert.Contains("convening/time: Move the meeting, called", Entries(given, given.Case.Chair));

        given.Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });
        Assert.DoesNotContain("convening/time: Move the meeting, called", Entries(given, given.Case.Chair));
    }

    [Fact]
    public void The_limit_stands_on_the_board_and_is_urgent_when_it_is_past()
    {
        const string Limit = "old by Fri 27 Nov 2026 (within 3 working days: general limit – Default procedure).";
        Assert.Equal([(2, $"H{Limit}")], Said(Board(Begun.ACaseWithAChild(), "2026-11-25 09:00")));
        Assert.Equal([(0, $"The limit is past: h{Limit}")], Said(Board(Begun.ACaseWithAChild(), "2026-11-28 09:00")));
        var begun = Begun.ACalledMeeting().Fact(new MeetingStarted(Via.Chair) { Meeting = Given.FirstMeeting });
        Assert.Empty(Board(begun, "2026-11-28 09:00"));
    }

    private static IEnumerable<(int, string)> Said(IEnumerable<StatusLine> lines) => lines.Select(line => (line.Urgency, line.Text));

    [Fact]
    public void Whoever_does_not_read_content_sees_the_date_without_its_ground()
    {
        var given = Begun.ACalledMeeting();

        var support = given.SeenBy(given.Case.Find(new ParticipantId("person-4"))!);
        Assert.Equal("Hold by Fri 27 Nov 2026.", ConveningHub.Status(support, Begun.Now).Single().Text);
    }

    [Fact]
    public void What_binds_is_the_first_question_why_and_the_cause()
    {
        Assert.Equal(["convening/urgent", "convening/cause"], Gaps(Begun.ACase(urgent: null)));
        Assert.Empty(Gaps(Begun.ACaseWithAChild()));
        var open = Begun.Circumstances with { Circumstances = [], Reason = "" };
        Assert.Equal(["convening/why", "convening/cause"], Gaps(Begun.ACaseWithAChild(open)));
    }

    [Fact]
    public void The_meeting_is_due_for_whoever_is_invited()
    {
        var given = Begun.ACalledMeeting();

        var due = Assert.Single(ConveningHub.Dues(given.SeenBy(given.Case.Chair), Begun.Now));
        Assert.Equal((Dates.Local("2026-11-25 14:00"), "Strategy meeting"), (due.At, due.Text));
        Assert.Empty(ConveningHub.Dues(given.SeenBy(given.Case.Find(new ParticipantId("person-3"))!), Begun.Now));
    }

    [Fact]
    public void Somebody_taken_off_can_do_nothing_and_put_on_again_is_somebody_new()
    {
        var given = Begun.ACalledMeeting();
        var sam = given.Case.Find(new ParticipantId("person-6"))! with { Person = Given.Sam.Person };
        given.Fact(new ParticipantAdded(sam)).Decided(@case => InviteeRule.Remove(@case, sam.Id, "A colleague comes."));
        var asker = new Asker(Given.Sam.Person!.Value, "Sam Whitlock", "sam.whitlock@police.example", "29:sam");
        Assert.Null(asker.On(given.Case));

        var again = new Candidate("Sam Whitlock", sam.Mail, Agency.Police, "", "", "") { Person = sam.Person };
        given.Decided(@case => InviteeRule.Add(@case, again, Role.Attendee));
        Assert.Equal(("person-8", true), (asker.On(given.Case)!.Id.Value, asker.On(given.Case)!.May(Capability.ReadContent)));
    }

    private static IEnumerable<string> Entries(Given given, Participant reader) =>
        ConveningHub.Entries(given.SeenBy(reader), Begun.Now).Select(entry => $"{entry.Id}: {entry.Title}, {entry.State}");

    private static IEnumerable<string> Gaps(Given given) => ConveningHub.Gaps(given.Case).Select(gap => gap.Id);

    private static List<StatusLine> Board(Given given, string now) =>
        [.. ConveningHub.Status(given.SeenBy(given.Case.Chair), Dates.Local(now))];
}
