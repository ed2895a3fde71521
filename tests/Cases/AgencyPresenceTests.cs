using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Answering;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Cases;

/// <summary>Not invited, invited and absent, written only (R139); who knows the child (R133).</summary>
public sealed class AgencyPresenceTests
{
    [Fact]
    public void Not_being_there_is_three_things_and_the_minutes_say_which()
    {
        var given = AConvenedCase().At("2026-11-25 14:00")
            .By(Ruth).Fact(new WrittenUpdateGiven(Ruth.Id, "Often late.") { Meeting = FirstMeeting })
            .By(Priya).Fact(
                new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting },
                new ParticipantRemoved(Grace.Id, "Not here any more.") { Meeting = FirstMeeting },
                new AttendanceConfirmed([Priya.Id]) { Meeting = FirstMeeting });

        Assert.Equal(
            [(Agency.SocialCare, AgencyPresence.Attended), (Agency.Police, AgencyPresence.InvitedAndAbsent),
                (Agency.Health, AgencyPresence.NotInvited), (Agency.School, AgencyPresence.WrittenOnly)],
            AgencyPresences.Of(given.Case));
        Assert.Equal("Written update only: School\nInvited and absent: Police\nNot invited: Health",
            MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Id == "attendance/agencies").Text);
    }

    [Theory]
    [InlineData("knows-child", "KnowsChild", "knows the child")]
    [InlineData("duty-desk", "DutyDesk", "from a duty desk")]
    public void Whoever_comes_says_whether_they_know_the_child_or_come_from_a_duty_desk(string tick, string knows, string said)
    {
        var given = AConvenedCase();
        given.By(Grace).Decided(c => InvitationRule.Answer(c, Grace, new(Id.Value, Rsvp.Coming, [tick])));
        Assert.Equal(Enum.Parse<Acquaintance>(knows), given.Case.Meeting.Attendance.Standing[Grace.Id].Knows);
        Assert.Contains(said, RsvpWords.Say(given.Case.Meeting.Attendance.Standing[Grace.Id]), StringComparison.Ordinal);

        given.By(Priya).Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Grace.Id, Via.Roster)
        {
            Meeting = FirstMeeting,
        });
        Assert.Contains($"; {said})", MinutesDraft.Of(given.Case).Single(paragraph => paragraph.Id == "attendance/there").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_both() => Assert.Equal("ticks", AConvenedCase()
        .When(c => InvitationRule.Answer(c, Grace, new(Id.Value, Rsvp.Coming, ["knows-child", "duty-desk"]))).Refused<CannotBe>().Field);
}
