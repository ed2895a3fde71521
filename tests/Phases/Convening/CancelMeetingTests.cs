using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Obligations;
using StrategyBot.Phases;
using StrategyBot.Phases.Answering;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Calling;
using StrategyBot.Phases.Convening;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>A meeting that is called and does not take place (15.1): called on Wed 25 Nov 2026 at 09:00 for 14:00.</summary>
public sealed class CancelMeetingTests
{
    private static readonly MeetingId Second = new("meeting-2");

    [Fact]
    public void It_says_why_and_only_before_it_has_begun()
    {
        Begun.ACaseWithAChild().When(c => CancelMeetingRule.Cancel(c, "No.", Readers())).Then(new CannotBe("No meeting is called."));
        var given = Begun.ACalledMeeting();
        given.When(c => CancelMeetingRule.Cancel(c, " ", Readers()))
            .Then(new CannotBe("Say why it does not take place.") { Field = "reason" });
        given.Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }).When(c => CancelMeetingRule.Cancel(c, "No.", Readers()))
            .Then(new CannotBe("The meeting has begun. End it, and say what is open."));
        Begun.ACalledMeeting().Fact(Begun.Circumstances with { Mode = MeetingMode.AlreadyHappened })
            .When(c => CancelMeetingRule.Cancel(c, "No.", Readers())).Then(new CannotBe("The meeting was held already."));
    }

    [Fact]
    public void Another_stands_in_its_place_that_nobody_has_called_with_what_was_written_and_no_answer()
    {
        var given = Begun.ACalledMeeting().By(Sam).Fact(
            new InvitationAnswered(new("person-6"), Rsvp.Coming, true, true, "", false, false, Via.Form) { Meeting = FirstMeeting },
            new InformationGiven(new("person-6"), Agency.Police, "Called there twice.", 0) { Meeting = FirstMeeting });
        Cancel(given);

        var meeting = given.Case.Meeting;
        Assert.Equal((Second, false, null), (meeting.Id, meeting.IsConvened, meeting.Room.Planned));
        Assert.Contains(meeting.Assessment.Information, said => said.Text == "Called there twice.");
        Assert.Empty(meeting.Attendance.Standing);
        Assert.Contains(given.Case.Invited, person => person.Name == Sam.Name);
        Assert.False(given.Case.IsFurther);
        Assert.Equal(Second, given.Case.About(FirstMeeting)!.Meeting.Id);

        // Another is cancelled too: no number is given twice.
        given.Decided(c => Begun.Convene(c, Begun.Two with { Time = new TimeOnly(16, 0) }));
        Cancel(given);
        Assert.Equal("meeting-3", given.Case.Meeting.Id.Value);
        Assert.Equal("meeting-3", given.Case.About(FirstMeeting)!.Meeting.Id.Value);
    }

    /// <summary>What was said for it is the next one's, and its clocks run on.</summary>
    [Fact]
    public void A_hold_on_contact_runs_on()
    {
        var given = Begun.ACalledMeeting().At("2026-11-30 09:00").By(Priya).Fact(
            new ContactHeld(null, Dates.Local("2026-12-01 12:00"), "The interview.", "We ring you.") { Meeting = FirstMeeting });
        var before = ContactHoldClock.Runs(given.Case).Select(running => running.EndsAt).ToList();
        Cancel(given);
        Assert.Equal(before, ContactHoldClock.Runs(given.Case).Select(running => running.EndsAt));
        Assert.NotEmpty(before);
    }

    /// <summary>Nothing that guards the child stops with it.</summary>
    [Fact]
    public void The_limit_goes_on_and_it_is_asked_for_until_one_is_called()
    {
        var given = Begun.ACalledMeeting();
        var limit = MeetingDue.Of(given.Case, Begun.Now).Due;
        Assert.Empty(HoldByClock.Runs(given.Case));
        Cancel(given);
        Assert.NotEmpty(HoldByClock.Runs(given.Case));
        Assert.Equal(limit.At, MeetingDue.Of(given.Case, Begun.Now).Due.At);
        Assert.Contains(ConveningHub.Status(given.SeenBy(Priya), Begun.Now),
            line => line.Text == "The meeting of Wed 25 Nov 2026, 14:00 is cancelled. No other is called yet.");

        given.Decided(c => Begun.Convene(c, Begun.Two with { Time = new TimeOnly(16, 0) }));
        Assert.Empty(HoldByClock.Runs(given.Case));
        Assert.DoesNotContain(ConveningHub.Status(given.SeenBy(Priya), Begun.Now),
            line => line.Text.Contains("cancelled", StringComparison.Ordinal));
        Assert.Equal(["convening/create-event/meeting-2"], CreateEventDuty.Owes(given.Case).Select(owed => owed.Key));
    }

    [Fact]
    public void It_is_taken_out_of_the_calendars_also_where_it_came_there_while_it_was_cancelled()
    {
        var given = Begun.ACalledMeeting();
        Cancel(given);
        Assert.Empty(CancelEventDuty.Owes(given.Case));
        given.Fact(new EventCreated("event-1") { Meeting = FirstMeeting });
        var owed = Assert.Single(CancelEventDuty.Owes(given.Case));
        Assert.Equal(("calling/cancel-event/meeting-1", "event-1", Dates.Local("2026-11-25 15:00")),
            (owed.Key, owed.About.Meeting.Room.EventId, owed.WorthUntil));
        Assert.Null(given.Case.Meeting.Room.EventId);
    }

    /// <summary>Priya, who cancels it, knows; Grace was never told that it is called.</summary>
    [Fact]
    public void Who_was_told_of_it_and_its_chat_hear_that_it_does_not_take_place_and_not_why()
    {
        var given = Begun.ACalledMeeting();
        var (tom, sam) = (given.Case.Find(new ParticipantId("person-5"))!, given.Case.Find(new ParticipantId("person-6"))!);
        foreach (var person in new[] { tom, sam })
        {
            given.Fact(new EffectSettled(InviteDuty.KeyOf(given.Case, person), EffectOutcome.Delivered, "mail", "1"));
        }

        given.Fact(new ChatReachable("19:meeting", "https://smba.example", null) { Meeting = FirstMeeting });
        Cancel(given);
        Assert.Equal(["person-5", "person-6", "chat"], TellCancelledDuty.Owes(given.Case).Select(owed => owed.Key.Split('/')[^1]));
        var card = CardJson.Write(TellCancelledDuty.Card(given.Case, given.Case.Cancelled[0], Words));
        Assert.Contains("The meeting of Wed 25 Nov 2026, 14:00 does not take place.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("X-ray", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Closed_afterwards_the_case_still_owes_that_it_is_taken_back_and_nothing_else()
    {
        var given = Begun.ACalledMeeting();
        given.When(c => ClosingRule.NoMeeting(c, NotCalledCause.Other, "Clear.", "Priya", "Early help.")).Then(new CannotBe(
            "The meeting is called and people are invited, so the case stays open. Move the meeting, hold it, or cancel it first."));
        given.Fact(new EventCreated("event-1") { Meeting = FirstMeeting }).At("2026-11-30 09:00");
        Cancel(given);
        given.Decided(c => ClosingRule.NoMeeting(c, NotCalledCause.NoReasonableCause, "The X-ray is clear.", "Priya Nair", "Early help."));
        var duties = new Duties().Add<CreateEventDuty>().Add<InviteDuty>().Clock<HoldByClock>().Add<CancelEventDuty, CancelledMeeting>();
        Assert.Equal(["calling/cancel-event/meeting-1"], duties.OwedBy(given.Case).Select(owed => owed.Key));
        Assert.Empty(duties.WatchesOver(given.Case));
    }

    [Fact]
    public void A_further_meeting_that_is_cancelled_may_not_be_needed_after_all()
    {
        var given = Begun.ACalledMeeting().Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new MeetingOpened(new("person-1"), "Results.") { Meeting = Second, Purpose = MeetingPurpose.Review, By = new(2026, 12, 2) },
            new MeetingConvened(Dates.Local("2026-12-01 10:00"), Dates.Local("2026-12-01 11:00"), Dates.Local("2026-12-02 23:59"), "", "")
            { Meeting = Second });
        Cancel(given);
        Assert.Equal(("meeting-3", true), (given.Case.Meeting.Id.Value, given.Case.IsFurther));
        Assert.NotNull(given.Case.Meeting.Opened);
        given.Decided(c => AnotherMeetingRule.NotNeeded(c, "The X-ray is clear.", Readers()));
        Assert.Equal(FirstMeeting, given.Case.Meeting.Id);
    }

    [Fact]
    public async Task In_the_dialog_it_is_cancelled_and_whoever_was_invited_can_still_write_and_answers_nothing()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Begun.ACalledMeeting());
        host.Clock.Advance(Begun.Now - host.Clock.GetUtcNow());
        var answer = await host.OpenAsync(Sam, InvitationPart.Id.Button("", CaseForm.Of(await CaseAsync(host))));
        var information = await host.OpenAsync(Sam, InformationPart.Id.Button("", CaseForm.Of(await CaseAsync(host))));

        var form = await host.OpenAsync(Priya, CancelMeetingPart.Button(await CaseAsync(host)));
        Assert.Contains("The limit goes on. Hold by", form.Text, StringComparison.Ordinal);
        var next = await form.PressAsync("Cancel the meeting", ("reason", "The X-ray is clear."), ("marking", "professionals"));
        Assert.Contains("everybody invited is told", next.Text, StringComparison.Ordinal);
        Assert.Contains("The meeting of Wed 25 Nov 2026, 14:00 is cancelled. No other is called yet.",
            (await host.OpenAsync(Sam, new PartId(PartIds.MyPart).Button("", CaseForm.Of(await CaseAsync(host))))).Text,
            StringComparison.Ordinal);

        var refused = await answer.PressAsync("Save", ("answer", "coming"));
        Assert.Contains("The meeting is cancelled. You are invited again if it is held at another time.", refused.Text,
            StringComparison.Ordinal);
        await information.PressAsync("Save", ("text", "Called there twice."), ("marking", "professionals"));
        Assert.Contains((await CaseAsync(host)).Meeting.Assessment.Information, said => said.Text == "Called there twice.");
    }

    private static void Cancel(Given given) =>
        given.By(Priya).Decided(c => CancelMeetingRule.Cancel(c, "The X-ray is clear.", Readers()));

    private static Readers Readers() => new(Audience.Professionals, Priya);

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);
}
