using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

public sealed class AttendanceRuleTests
{
    private static readonly DateTimeOffset TwoOClock = Dates.Local("2026-11-25 14:00");

    [Fact]
    public void Who_is_in_the_call_has_arrived_and_nothing_is_written_twice()
    {
        var given = Started();
        var inCall = new Dictionary<ParticipantId, bool> { [Sam.Id] = true, [Ruth.Id] = false };
        given.Fact(AttendanceRule.Seen(given.Case, inCall, TwoOClock));

        Assert.True(given.Case.Meeting.Attendance.Attended(Sam.Id));
        Assert.False(given.Case.Meeting.Attendance.Attended(Ruth.Id));
        Assert.Empty(AttendanceRule.Seen(given.Case, inCall, TwoOClock));
    }

    [Fact]
    public void Who_left_and_came_back_was_there_from_the_first_time()
    {
        var given = Started();
        foreach (var (at, isIn) in new[] { ("2026-11-25 14:00", true), ("2026-11-25 14:10", false), ("2026-11-25 14:20", true) })
        {
            given.At(at).Fact(AttendanceRule.Seen(given.Case, new Dictionary<ParticipantId, bool> { [Sam.Id] = isIn }, given.Now));
        }

        Assert.Equal(new Attendance.Presence(TwoOClock, null, Via.Roster), given.Case.Meeting.Attendance.Presences[Sam.Id]);
    }

    [Fact]
    public void The_chair_in_the_call_at_its_time_starts_a_meeting_of_whose_start_nobody_told()
    {
        var given = AConvenedCase();
        var inCall = new Dictionary<ParticipantId, bool> { [Priya.Id] = true };

        Assert.Empty(AttendanceRule.Seen(given.Case, inCall, Dates.Local("2026-11-25 13:59")));
        Assert.Equal(
            [new MeetingStarted(Via.Roster) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting }],
            AttendanceRule.Seen(given.Case, inCall, TwoOClock));
    }

    [Fact]
    public void The_roster_recognises_people_by_the_address_that_the_chair_confirmed()
    {
        var stranger = Sam with { Id = new("person-8"), Mail = "Una.Bright@police.example", Person = null, ChannelId = null };
        var given = AConvenedCase().Fact(new ParticipantAdded(stranger));
        RosterMember[] roster =
        [
            new(PersonId.Of("police", "object-8"), "29:object-8", ["una.bright@police.example"]),
            new(PersonId.Of("police", "object-3"), "29:object-3", [Sam.Mail]),
            new(PersonId.Of("x", "y"), "29:y", []),
        ];

        Assert.Equal(
            [new PersonRecognised(stranger.Id, PersonId.Of("police", "object-8"), "29:object-8") { Mail = stranger.Mail }],
            AttendanceRule.Recognised(given.Case, roster));
    }

    [Fact]
    public void The_chair_has_the_last_word_on_who_was_there()
    {
        var given = Started().Fact(new ArrivalNoted(Ruth.Id, Via.Roster))
            .Decided(@case => AttendanceRule.Confirm(@case, [Priya.Id.Value, Sam.Id.Value, "person-99"]));

        Assert.Equal([Priya.Id, Sam.Id], given.Case.Meeting.Attendance.Presences.Keys.OrderBy(id => id.Value));
        Assert.Equal(Via.Chair, given.Case.Meeting.Attendance.Presences[Sam.Id].Via);
    }

    [Fact]
    public void Whom_the_call_showed_is_asked_about_though_nobody_invited_them()
    {
        var given = Started().Fact(new ArrivalNoted(Helen.Id, Via.Roster));

        Assert.Contains(AttendanceRule.Offered(given.Case), person => person.Id == Helen.Id);
        Assert.DoesNotContain(AttendanceRule.Offered(Started().Case), person => person.Id == Helen.Id);
    }

    [Fact]
    public void Whom_the_form_has_no_room_for_stays_as_the_call_showed_them()
    {
        var given = Started()
            .Fact([.. Enumerable.Range(20, 50).Select(i => new ParticipantAdded(Sam with { Id = new($"person-{i}"), Person = null }))])
            .Fact(new ArrivalNoted(new("person-69"), Via.Roster)).Decided(@case => AttendanceRule.Confirm(@case, [Priya.Id.Value]));

        Assert.Equal([Priya.Id, new("person-69")], given.Case.Meeting.Attendance.Presences.Keys.OrderBy(id => id.Value));
    }

    [Fact]
    public void A_meeting_at_which_nobody_was_is_none() =>
        Assert.Equal("present", Started().When(@case => AttendanceRule.Confirm(@case, [])).Refused<CannotBe>().Field);

    [Fact]
    public void The_same_confirmation_twice_is_one_fact() =>
        Started().Decided(@case => AttendanceRule.Confirm(@case, [Priya.Id.Value]))
            .When(@case => AttendanceRule.Confirm(@case, [Priya.Id.Value])).ThenNothingNew();

    [Fact]
    public void Whom_the_chair_saw_in_the_room_does_not_leave_by_not_being_in_the_call()
    {
        var given = Started().Decided(@case => AttendanceRule.Confirm(@case, [Sam.Id.Value]));

        Assert.Empty(AttendanceRule.Seen(given.Case, new Dictionary<ParticipantId, bool> { [Sam.Id] = false }, TwoOClock));
    }

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
