using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Answering;

/// <summary>What each reader is offered, told and asked for.</summary>
public sealed class AnsweringHubTests
{
    private static readonly Phase Phase = AnsweringPhase.List;
    private static readonly DateTimeOffset Morning = Dates.Local("2026-11-25 09:30");

    [Fact]
    public void An_invitee_is_led_to_answer_and_to_whom_to_check() =>
        Assert.Equal(["answering/invitation", "answering/who-to-check"], Open(AConvenedCase(), Sam));

    [Fact]
    public void Who_cannot_come_is_led_to_the_written_update() =>
        Assert.Contains("answering/update", Open(AConvenedCase().Fact(Answer(Sam, Rsvp.CannotCome)), Sam));

    [Fact]
    public void Who_sends_a_deputy_is_led_to_name_them() =>
        Assert.Contains("answering/deputy", Open(AConvenedCase().Fact(Answer(Sam, Rsvp.SendingDeputy)), Sam));

    [Fact]
    public void Who_is_not_invited_reads_whom_to_check_and_business_support_does_not()
    {
        var entry = Assert.Single(Phase.Entries(AConvenedCase().SeenBy(Helen), Morning));

        Assert.Equal(
            ("answering/who-to-check", "Who to check", "1 child, 0 adults", false), (entry.Id, entry.Title, entry.State, entry.IsOpen));
        Assert.Empty(Phase.Entries(AConvenedCase().SeenBy(Jo), Morning));
    }

    [Fact]
    public void In_the_meeting_the_chair_is_led_to_the_missing_agencies() =>
        Assert.Equal(["answering/missing/Police", "answering/missing/Health", "answering/missing/School"], Open(Started(), Priya));

    [Fact]
    public void Each_missing_core_agency_binds()
    {
        Assert.Equal(
            ["answering/missing/Police", "answering/missing/Health", "answering/missing/School"],
            Phase.Gaps(Started().Case).Select(gap => gap.Id));

        var given = Started().Fact(new ArrivalNoted(Sam.Id, Via.Chair), new ArrivalNoted(Ruth.Id, Via.Chair))
            .Decided(@case => MissingAgencyRule.Explain(@case, Agency.Health, "a", "b", "c"));
        Assert.Empty(Phase.Gaps(given.Case));
    }

    [Fact]
    public void The_chair_sees_whom_to_ring_and_the_school_only_who_is_missing()
    {
        var given = AConvenedCase().Fact(Answer(Sam, Rsvp.CannotCome));
        var chair = Lines(given, Priya, Dates.Local("2026-11-25 13:00"));
        var school = Lines(given, Ruth, Dates.Local("2026-11-25 13:00"));

        Assert.Contains(
            chair, line => line.Contains(Sam.Phone, StringComparison.Ordinal) && line.Contains("01632 960201", StringComparison.Ordinal));
        Assert.Equal(["Not sure of: Police, Health."], school);
    }

    [Fact]
    public void An_invitee_owes_an_answer_until_it_is_given()
    {
        Assert.Equal([Dates.Local("2026-11-25 14:00")], Phase.Dues(AConvenedCase().SeenBy(Sam), Morning).Select(due => due.At));
        Assert.Empty(Phase.Dues(AConvenedCase().Fact(Answer(Sam, Rsvp.Coming)).SeenBy(Sam), Morning));
    }

    private static Given Started() =>
        AConvenedCase().At("2026-11-25 14:00")
            .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster));

    private static IEnumerable<string> Open(Given given, Participant reader) =>
        Phase.Entries(given.SeenBy(reader), Morning).OrderBy(entry => entry.Section).Where(entry => entry.IsOpen).Select(entry => entry.Id);

    private static List<string> Lines(Given given, Participant reader, DateTimeOffset now) =>
        [.. Phase.Status(given.SeenBy(reader), now).Select(line => line.Text)];

    private static InvitationAnswered Answer(Participant person, Rsvp answer) =>
        new(person.Id, answer, false, false, "", false, false, Via.Form);
}
