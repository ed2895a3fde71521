using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Phases.Minuting;

/// <summary>Why the chair was taken over, the record completed, the minutes late or amended is for those whom its marking names;
/// that it was, everybody may know (P6).</summary>
public sealed class ReasonsForFewTests
{
    private const string Why = "She had a call of the police.";

    private static readonly Readers Police = new(Audience.Only(Agency.SocialCare, Agency.Police), Given.Priya);

    [Fact]
    public void That_the_chair_was_taken_over_is_for_all_and_why_for_those_whom_it_names()
    {
        var given = Given.AConvenedCase().By(Given.Helen).Decided(@case => TakeoverRule.Take(@case, Given.Helen, Why, Police));

        Assert.Contains(
            "Helen Marsh, Head of Service, Children's social care took the chair.", Read(given, Given.Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain(Why, Read(given, Given.Ruth), StringComparison.Ordinal);
        Assert.Contains(Why, Read(given, Given.Sam), StringComparison.Ordinal);
        Assert.DoesNotContain(HoldingHub.Reasons(given.SeenBy(Given.Ruth)), line => line.Contains(Why, StringComparison.Ordinal));
    }

    [Fact]
    public void A_record_completed_with_parts_open_is_said_so_also_to_whoever_may_not_read_why()
    {
        var given = AMeeting.Ended().By(Given.Priya).Decided(@case => MeetingRule.Complete(
            @case, [new Gap("x", "Open.", WhoFills.Chair, CompletionPart.Button(@case))], Why, Police));

        Assert.Contains("The record was completed with parts unanswered.", Read(given, Given.Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain(Why, Read(given, Given.Ruth), StringComparison.Ordinal);
        Assert.Contains(Why, Read(given, Given.Sam), StringComparison.Ordinal);
        var cut = given.SeenBy(Given.Ruth);
        Assert.Contains("The record was completed with parts unanswered.", HoldingHub.Reasons(cut));
        Assert.Contains("without what was open.",
            CardJson.Write(FormCard.Of("", null, [.. CompleteRecord.Say(cut.Case, Given.Words)])), StringComparison.Ordinal);
        // As it is drawn from what the reader has.
        Assert.DoesNotContain(MinutesDraft.Of(cut.Case), paragraph => paragraph.Text.StartsWith("Nothing:", StringComparison.Ordinal));
    }

    [Fact]
    public void Why_the_minutes_are_late_is_for_those_whom_it_names_in_the_version_and_beside_it()
    {
        var late = Dates.Local("2026-12-09 10:00");
        var typed = new ApprovalPart.Form(Given.Id.Value, 0, MinutesDigest.Of(MinutesDraft.Of(AMeeting.Ended().Case)), Late: Why);
        var given = AMeeting.Ended().By(Given.Priya).At("2026-12-09 10:00")
            .Decided(@case => ApprovalRule.Approve(@case, Given.Priya, typed, late, Police));

        given.When(@case => ApprovalRule.Approve(@case, Given.Priya, typed, late, Police)).ThenNothingNew();
        Assert.Contains("Approved after the limit.", Issued(given, Given.Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain(Why, Issued(given, Given.Ruth), StringComparison.Ordinal);
        Assert.Contains(Why, Issued(given, Given.Sam), StringComparison.Ordinal);
        Assert.DoesNotContain(MinutingHub.Reasons(given.SeenBy(Given.Ruth)), line => line.Contains(Why, StringComparison.Ordinal));
        Assert.Equal(given.Case.Meeting.Minutes.Of(1), MinutesDraft.Of(given.Case));
    }

    [Fact]
    public void Why_they_were_entered_late_is_for_those_whom_it_names()
    {
        var given = ApprovalRuleTests.Approved().At("2026-12-09 10:00")
            .Decided(@case => EnteringRule.Enter(@case, ["child-1"], Why, Dates.Local("2026-12-09 10:00"), Police));

        Assert.Contains("Entered on the child's record after the limit.", Read(given, Given.Ruth), StringComparison.Ordinal);
        Assert.DoesNotContain(Why, Read(given, Given.Ruth), StringComparison.Ordinal);
        Assert.Contains(Why, Read(given, Given.Sam), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_there_is_another_version_is_for_those_whom_it_names_on_its_page_and_in_what_is_sent()
    {
        var given = ApprovalRuleTests.Approved().At("2026-11-26 10:00").By(Given.Priya)
            .Fact(AMeeting.In(new MinutesEdited("part-1/cause", "A bruise on the right arm.")))
            .Decided(@case => ApprovalRule.Approve(@case, Given.Priya,
                new(Given.Id.Value, 1, MinutesDigest.Of(MinutesDraft.Of(@case)), Why), Dates.Local("2026-11-26 10:00"), Police));

        foreach (var (reader, mayKnow) in new[] { (Given.Ruth, false), (Given.Sam, true) })
        {
            Assert.Equal(mayKnow, Write(PartHost.Page(new IssuedMinutesPage(), given.SeenBy(reader), new(Given.Id.Value), given.Now)));
            Assert.Equal(mayKnow, Write(PartHost.Page(new IssuedMinutesPage(), given.SeenBy(reader),
                new(Given.Id.Value, Version: 1), given.Now)));
            Assert.Equal(mayKnow, Write(MinutesSentCard.For(given.Case, given.Case.Meeting, reader, Given.Words)));
        }

        bool Write(AdaptiveCard card) => CardJson.Write(card).Contains(Why, StringComparison.Ordinal);
    }

    private static string Read(Given given, Participant reader) => Joined(MinutesCopy.For(MinutesDraft.Of(given.Case), reader));

    private static string Issued(Given given, Participant reader) =>
        Joined(MinutesCopy.For(given.Case.Meeting.Minutes.Of(given.Case.Meeting.Minutes.Version), reader));

    private static string Joined(IEnumerable<MinutesParagraph> paragraphs) =>
        string.Join('\n', paragraphs.Select(paragraph => paragraph.Text));
}
