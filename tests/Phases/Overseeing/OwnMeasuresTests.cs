using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Overseeing;
using StrategyBot.Tests.Documents;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Overseeing;

/// <summary>Issue 18.6: a meeting ends with what is counted of it, by the definitions of the service, and never with a score.</summary>
public sealed class OwnMeasuresTests
{
    [Fact]
    public void What_the_service_counts_of_it_is_said_in_its_order_and_what_is_not_due_yet_is_said_to_be_so() => Assert.Equal(
        [
            "Meetings held in time", "First meeting held in time: yes",
            "All core agencies there", "All core agencies were there: yes", "Only police and social care were there: no",
            "Family contacted before", "The family or child was seen or told before it: no",
            "Safety plan before the end", "Children with a full row of the safety plan before the end: 0 of 1",
            "Actions done in time", "Actions with owner, time and what happens if it fails: 1 of 2",
            "Actions that their owner accepted: 0 of 2", "Actions done by the time first agreed: not due yet",
            "Reasons and views recorded", "Decisions with a reason, after every core agency's view: 0 of 1", "Disagreements settled: no",
            "Minutes sent in time", "Minutes approved in time: not due yet", "Minutes on every child's record in time: not due yet",
            "Minutes sent in time: not due yet",
        ], Said(AMeeting.Ended(), "2026-11-25 15:00"));

    [Fact]
    public void A_day_later_some_is_due_and_some_is_not()
    {
        var said = Said(AMeeting.Ended(), "2026-11-26 13:00");
        Assert.Contains("Actions done by the time first agreed: 0 of 1, others not due yet", said);
        Assert.Contains("Minutes sent in time: no", Said(AMeeting.Ended(), "2026-12-03 13:00"));
    }

    [Fact]
    public void Of_another_meeting_of_the_case_nothing_is_counted()
    {
        Fact[] facts = [new MeetingOpened(Priya.Id, "A new injury."), new MeetingStarted(Via.Chair), new MeetingEnded(Via.Chair)];
        var further = AMeeting.Ended().At("2026-12-01 10:00").By(Priya)
            .Fact([.. facts.Select(fact => fact with { Meeting = new("meeting-2") })]);
        var said = OwnMeasures.Of(further.Case.About(further.Case.Meetings[^1].Id)!, further.Now).SelectMany(group => group.Lines).ToList();
        Assert.DoesNotContain(said, line => line.StartsWith("First meeting", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.StartsWith("Actions", StringComparison.Ordinal));
        Assert.Contains(said, line => line.StartsWith("All core agencies", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_chair_opens_it_once_the_meeting_is_over_and_nobody_else()
    {
        Assert.Contains("once the meeting has ended", await OpenAsync(AMeeting.Held(), Priya), StringComparison.Ordinal);
        Assert.Contains("no score", await OpenAsync(AMeeting.Ended(), Priya), StringComparison.Ordinal);
        Assert.DoesNotContain("no score", await OpenAsync(AMeeting.Ended(), Grace), StringComparison.Ordinal);

        static async Task<string> OpenAsync(Given given, Participant by)
        {
            using var host = new PartHost();
            await host.Cases.HaveAsync(given);
            return (await host.OpenAsync(by, OwnMeasuresPage.Button(given.Case))).Text;
        }
    }

    private static IEnumerable<string> Said(Given given, string local) => OwnMeasures.Of(given.Case, Dates.Local(local))
        .SelectMany(group => (IEnumerable<string>)[group.Title, .. group.Lines]);
}
