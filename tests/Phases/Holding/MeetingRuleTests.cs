using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

public sealed class MeetingRuleTests
{
    private static readonly Gap Attendance =
        new("attendance", "Who was there is not confirmed yet.", WhoFills.Chair, new("Who is here", "holding/attendance"));

    private static readonly DateTimeOffset Morning = Dates.Local("2026-11-25 08:00");

    [Fact]
    public void The_chair_starts_it() =>
        AConvenedCase().When(Start)
            .Then(
                new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
                new ArrivalNoted(Priya.Id, Via.Chair) { Meeting = FirstMeeting });

    [Fact]
    public void Started_twice_is_started_once() => Started().When(Start).ThenNothingNew();

    [Fact]
    public void What_is_not_convened_cannot_be_started() =>
        new Given().Fact(AConvenedCase().Entries[0].Fact).When(Start).Then(new NotConvened());

    [Fact]
    public void The_call_begins_a_few_minutes_early_and_so_does_the_meeting() =>
        Assert.Equal(
            [new MeetingStarted(Via.TeamsEvent) { Meeting = FirstMeeting, HappenedAt = Dates.Local("2026-11-25 13:50") }],
            MeetingRule.CallBegan(AConvenedCase().Case, Dates.Local("2026-11-25 13:50")));

    [Fact]
    public void Somebody_trying_the_link_in_the_morning_starts_nothing()
    {
        var given = AConvenedCase();

        Assert.Empty(MeetingRule.CallBegan(given.Case, Dates.Local("2026-11-25 09:30")));
        Assert.Empty(MeetingRule.CallEnded(given.Case, Dates.Local("2026-11-25 09:31"), [], given.Now));
    }

    [Fact]
    public void Leaving_the_call_before_its_time_does_not_end_the_meeting()
    {
        var given = AConvenedCase();
        given.Fact(MeetingRule.CallBegan(given.Case, Dates.Local("2026-11-25 13:50")));

        Assert.Empty(MeetingRule.CallEnded(given.Case, Dates.Local("2026-11-25 13:52"), [], given.Now));
        Assert.NotEmpty(MeetingRule.CallEnded(given.Case, Dates.Local("2026-11-25 14:40"), [], given.Now));
    }

    [Fact]
    public void The_end_of_the_call_ends_the_meeting_when_it_happened() =>
        Assert.Equal(
            [new MeetingEnded(Via.TeamsEvent) { Meeting = FirstMeeting, HappenedAt = Dates.Local("2026-11-25 14:55") }],
            MeetingRule.CallEnded(Started().Case, Dates.Local("2026-11-25 14:55"), [], Dates.Local("2026-11-25 14:56")));

    [Fact]
    public void Everybody_dropped_from_the_call_and_back_within_half_an_hour_is_one_meeting()
    {
        var given = Started();
        given.Fact(MeetingRule.CallEnded(given.Case, Dates.Local("2026-11-25 14:20"), [], given.Now));
        given.Fact(MeetingRule.CallBegan(given.Case, Dates.Local("2026-11-25 14:25")));

        Assert.True(given.Case.Meeting.Attendance.IsRunning);
    }

    [Fact]
    public void A_meeting_that_the_chair_ended_is_not_resumed_by_a_call() =>
        Assert.Empty(MeetingRule.CallBegan(Started().Fact(new MeetingEnded(Via.Form)).Case, Dates.Local("2026-11-25 15:00")));

    [Fact]
    public void The_chair_ends_it_and_what_is_open_is_listed_for_today() =>
        Started().When(@case => MeetingRule.End(@case, [Attendance], Dates.Local("2026-11-25 15:00"))).Then(
            new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new GapsListed([Attendance.Sentence], Dates.Local("2026-11-25 17:00")) { Meeting = FirstMeeting });

    [Fact]
    public void In_the_evening_what_is_open_is_due_the_next_working_day_at_noon() =>
        Assert.Equal(
            Dates.Local("2026-11-30 12:00"),
            Started().When(@case => MeetingRule.End(@case, [Attendance], Dates.Local("2026-11-27 18:00"))).Facts
                .OfType<GapsListed>().Single().DueAt);

    [Fact]
    public void With_nothing_open_no_list_is_kept() =>
        Started().When(@case => MeetingRule.End(@case, [], Dates.Local("2026-11-25 15:00")))
            .Then(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

    [Fact]
    public void Ended_twice_is_ended_once() =>
        Started().Fact(new MeetingEnded(Via.Form)).When(@case => MeetingRule.End(@case, [Attendance], Dates.Local("2026-11-25 15:00")))
            .ThenNothingNew();

    [Fact]
    public void What_has_not_started_cannot_end() =>
        AConvenedCase().When(@case => MeetingRule.End(@case, [], Dates.Local("2026-11-25 15:00"))).Then(new NotStarted());

    [Fact]
    public void The_chair_takes_the_end_back()
    {
        var given = Started().Fact(new MeetingEnded(Via.Form)).Decided(c => MeetingRule.Resume(c, Dates.Local("2026-11-25 14:02")));

        Assert.True(given.Case.Meeting.Attendance.IsRunning);
    }

    [Fact]
    public void Once_the_record_is_complete_the_end_stays() =>
        Started().Fact(new MeetingEnded(Via.Form), new RecordCompleted(""))
            .When(c => MeetingRule.Resume(c, Dates.Local("2026-11-25 14:02"))).Then(new TooLateToResume());

    [Fact]
    public void With_parts_open_the_record_is_not_complete_and_they_are_named() =>
        Started().When(@case => MeetingRule.Complete(@case, [Attendance], "  "))
            .Then(new GapsStand([Attendance.Sentence]) { Field = "reason" });

    [Fact]
    public void A_reason_completes_it_all_the_same() =>
        Started().When(@case => MeetingRule.Complete(@case, [Attendance], "Police were called away."))
            .Then(new RecordCompleted("Police were called away.") { Meeting = FirstMeeting, WithGaps = true });

    [Fact]
    public void With_nothing_open_no_reason_is_kept() =>
        Started().When(@case => MeetingRule.Complete(@case, [], "typed before")).Then(new RecordCompleted("") { Meeting = FirstMeeting });

    [Fact]
    public void Completed_twice_is_completed_once() =>
        Started().Fact(new RecordCompleted("")).When(@case => MeetingRule.Complete(@case, [Attendance], "")).ThenNothingNew();

    [Fact]
    public void A_reason_for_what_is_complete_is_not_dropped_in_silence()
    {
        var complete = Started().Fact(new RecordCompleted("Police were called away.") { Meeting = FirstMeeting });

        complete.When(@case => MeetingRule.Complete(@case, [Attendance], "Police were called away.")).ThenNothingNew();
        Assert.Equal("reason",
            complete.When(@case => MeetingRule.Complete(@case, [Attendance], "Health left early.")).Refused<CannotBe>().Field);
    }

    [Fact]
    public void The_confidentiality_line_is_read_once_and_only_in_a_meeting()
    {
        AConvenedCase().When(MeetingRule.ReadConfidentiality).Then(new NotStarted());
        Started().Decided(MeetingRule.ReadConfidentiality).When(MeetingRule.ReadConfidentiality).ThenNothingNew();
    }

    [Fact]
    public void A_meeting_that_was_held_already_began_and_ended_when_it_did()
    {
        var given = AConvenedCase().At("2026-11-25 18:00")
            .Fact(new CircumstancesGiven([], "", Morning, Morning, null, [], "", MeetingMode.AlreadyHappened, ""))
            .Decided(Start).Decided(@case => MeetingRule.End(@case, [], Dates.Local("2026-11-25 18:00")));

        var held = given.Case.Meeting.Attendance;
        Assert.Equal((Dates.Local("2026-11-25 14:00"), Dates.Local("2026-11-25 15:00")), (held.StartedAt, held.EndedAt));
    }

    private static Decision Start(Case @case) => MeetingRule.Start(@case, Dates.Local("2026-11-25 18:00"));

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });
}
