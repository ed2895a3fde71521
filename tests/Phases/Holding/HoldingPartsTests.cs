using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Holding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;
using Fact = StrategyBot.Cases.Fact;

namespace StrategyBot.Tests.Phases.Holding;

/// <summary>The phase's forms and buttons as people press them, over a real record.</summary>
public sealed class HoldingPartsTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    [Fact]
    public async Task The_chair_starts_the_meeting_once()
    {
        await HaveAsync(AConvenedCase());

        var started = await PressAsync(Priya, StartMeeting.Button);
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the meeting began 14:05", started.Text);
        Assert.Contains("Nothing was changed on SB-2026-014 Heron", (await PressAsync(Priya, StartMeeting.Button)).Text);
        Assert.Contains("That part belongs to someone else", (await PressAsync(Sam, StartMeeting.Button)).Text);
    }

    [Fact]
    public async Task The_confidentiality_line_is_read_out_from_its_page()
    {
        await HaveAsync(Started());

        var read = await (await PressAsync(Priya, ConfidentialityPage.Button)).PressAsync("I have read it out");

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the confidentiality line was read out", read.Text);
        Assert.NotNull((await CaseAsync()).Meeting.Attendance.ConfidentialityReadAt);
    }

    [Fact]
    public async Task Nobody_is_ticked_because_they_said_that_they_would_come()
    {
        await HaveAsync(Started().Fact(
            new InvitationAnswered(Grace.Id, Rsvp.Coming, true, true, "", true, false, Via.Form), new ArrivalNoted(Sam.Id, Via.Roster)));

        var asked = await PressAsync(Priya, AttendancePart.Button);
        Assert.Equal("person-1,person-3", asked.Value("present"));

        await asked.PressAsync("Confirm");
        Assert.Equal([Priya.Id, Sam.Id], (await CaseAsync()).Meeting.Attendance.Confirmed!.Fact.Present);
    }

    [Fact]
    public async Task Where_no_call_shows_anybody_the_chair_ticks_everybody()
    {
        await HaveAsync(AConvenedCase().At("2026-11-25 14:00").Fact(
            new InvitationAnswered(Grace.Id, Rsvp.Coming, true, true, "", true, false, Via.Form),
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting }));

        var asked = await PressAsync(Priya, AttendancePart.Button);

        Assert.Equal("", asked.Value("present"));
        Assert.Contains("Nobody is ticked.", (await asked.PressAsync("Confirm")).Text);
    }

    [Fact]
    public async Task Who_is_here_that_comes_back_without_its_ticks_makes_nobody_absent()
    {
        await HaveAsync(Started().Fact(new ArrivalNoted(Sam.Id, Via.Roster), new AttendanceConfirmed([Priya.Id, Sam.Id])));

        var asked = await (await PressAsync(Priya, AttendancePart.Button)).PressAsync("Confirm", ("present", null));

        Assert.Contains("Something stood under “Tick everybody who is, or was, there”, and it came back empty.", asked.Text);
        Assert.Equal(2, (await CaseAsync()).Meeting.Attendance.Presences.Count);
        await asked.PressAsync("Leave as it was", ("present", null));
        Assert.Equal(2, (await CaseAsync()).Meeting.Attendance.Presences.Count);
    }

    [Theory]
    [InlineData("attending/confirm-attendance", true)]
    [InlineData("attending/confirm-attendance", false)]
    [InlineData("holding/save-attendance", true)]
    public async Task Posted_without_a_form_and_without_its_ticks_it_makes_nobody_absent_either(string verb, bool isConfirmed)
    {
        Fact[] confirmed = isConfirmed ? [new AttendanceConfirmed([Priya.Id, Sam.Id])] : [];
        await HaveAsync(Started().Fact([new ArrivalNoted(Sam.Id, Via.Roster), .. confirmed]));

        var asked = await host.PressAsync(Priya, verb, new() { ["case"] = Given.Id.Value });

        Assert.Contains(asked.Inputs, input => input.Id == "present");
        Assert.Equal(2, (await CaseAsync()).Meeting.Attendance.Presences.Count);
    }

    [Fact]
    public async Task A_card_of_an_earlier_release_confirms_who_is_here()
    {
        await HaveAsync(Started());

        var saved = await host.PressAsync(
            Priya, "attending/confirm-attendance", new() { ["case"] = Given.Id.Value, ["present"] = "person-1,person-3" });

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: who is here", saved.Text);
        Assert.Equal([Priya.Id, Sam.Id], (await CaseAsync()).Meeting.Attendance.Confirmed!.Fact.Present);
    }

    [Fact]
    public async Task Whoever_came_while_the_form_was_open_is_confirmed_along_with_the_others()
    {
        await HaveAsync(Started());
        var form = await PressAsync(Priya, AttendancePart.Button);
        await host.Clerk.RecordAsync(Given.Id, "roster", _ => [new ArrivalNoted(Sam.Id, Via.Roster) { Meeting = FirstMeeting }], default);

        await form.PressAsync("Confirm");

        Assert.Equal([Priya.Id, Sam.Id], (await CaseAsync()).Meeting.Attendance.Confirmed!.Fact.Present);
    }

    [Fact]
    public async Task Before_the_start_nobody_is_here()
    {
        await HaveAsync(AConvenedCase());

        Assert.Contains("The meeting has not started.", (await PressAsync(Priya, AttendancePart.Button)).Text);
    }

    [Fact]
    public async Task An_end_that_was_pressed_too_soon_is_taken_back()
    {
        await HaveAsync(Started());

        var ended = await (await PressAsync(Priya, EndPage.Button)).PressAsync("End now");
        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the meeting ended 14:05; ", ended.Text);
        Assert.Contains(" still to answer by today 17:00", ended.Text);
        var goesOn = await ended.PressAsync("It is not over: go on");

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: the meeting goes on", goesOn.Text);
        Assert.True((await CaseAsync()).Meeting.Attendance.IsRunning);
    }

    [Fact]
    public async Task An_end_that_is_delivered_again_after_it_was_taken_back_says_that_the_meeting_goes_on()
    {
        await HaveAsync(Started());
        var sent = (await PressAsync(Priya, EndPage.Button)).Sent("End now");
        await host.PressAsync(Priya, EndMeeting.Verb, (System.Text.Json.Nodes.JsonObject)sent.DeepClone(), "same");
        await PressAsync(Priya, @case => ResumeMeeting.Button(@case, Dates.Local("2026-11-25 14:05")));

        var again = await host.PressAsync(Priya, EndMeeting.Verb, sent, "same");

        Assert.Contains("the meeting goes on", again.Text);
        Assert.True((await CaseAsync()).Meeting.Attendance.IsRunning);
    }

    [Fact]
    public async Task A_record_with_parts_open_is_complete_only_with_a_reason()
    {
        await HaveAsync(Started().Fact(new MeetingEnded(Via.Form)));
        var form = await PressAsync(Priya, CompletionPart.Button);

        var refused = await form.PressAsync("Complete without them");
        Assert.Contains("parts are still to answer.", refused.Text);
        await refused.PressAsync("Complete without them", ("reason", "Police were called away."));

        Assert.Equal("Police were called away.", (await CaseAsync()).Meeting.Attendance.OverrideReason);
    }

    [Fact]
    public async Task Whoever_takes_over_says_why_and_chairs()
    {
        await HaveAsync(Started());
        var form = await PressAsync(Helen, TakeoverPart.Button);

        var refused = await form.PressAsync("Take over");
        Assert.Contains("Choose or type why you take over", refused.Text);
        var saved = await refused.PressAsync("Take over", ("reason", "The chair is unwell"), ("more", "She fainted."));

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: you chair this meeting", saved.Text);
        var @case = await CaseAsync();
        Assert.Equal((Helen.Id, "The chair is unwell: She fainted."), (@case.Chair.Id, @case.Meeting.Takeovers[0].Fact.Reason));
    }

    [Fact]
    public async Task What_is_not_as_somebody_said_it_is_settled_by_agreeing_later()
    {
        await HaveAsync(Started());
        var form = await PressAsync(Sam, ReadBackPart.Button);

        var refused = await form.PressAsync("Agreed", ("objection", "I said Tuesday."));
        Assert.Contains("You wrote what is different, and pressed Agreed.", refused.Text);
        Assert.Equal("I said Tuesday.", refused.Value("objection"));
        Assert.Contains("not what you said; the chair sees it", (await refused.PressAsync("Not what I said")).Text);
        var agreed = await (await PressAsync(Sam, ReadBackPart.Button)).PressAsync("Agreed");

        Assert.Contains("Saved 14:05 on SB-2026-014 Heron: agreed", agreed.Text);
        var answer = (await CaseAsync()).Meeting.Attendance.ReadBack[Sam.Id].Fact;
        Assert.Equal((true, ""), (answer.Agreed, answer.Objection));
    }

    [Fact]
    public async Task A_manager_reads_the_read_back_and_answers_for_nobody()
    {
        await HaveAsync(Started());

        var page = await PressAsync(Helen, ReadBackPart.Button);
        var posted = await host.PressAsync(Helen, "attending/answer-read-back", new() { ["case"] = Given.Id.Value, ["agrees"] = true });

        Assert.Equal((0, 0), (page.Inputs.Count, page.Buttons.Count));
        Assert.Contains("That part belongs to someone else", posted.Text);
        Assert.Empty((await CaseAsync()).Meeting.Attendance.ReadBack);
    }

    [Fact]
    public async Task A_read_back_card_of_an_earlier_release_still_answers()
    {
        await HaveAsync(Started());

        await host.PressAsync(
            Sam, "attending/answer-read-back", new() { ["case"] = Given.Id.Value, ["agrees"] = false, ["objection"] = "I said Tuesday." });

        Assert.Equal("I said Tuesday.", (await CaseAsync()).Meeting.Attendance.ReadBack[Sam.Id].Fact.Objection);
    }

    [Fact]
    public async Task A_page_to_end_or_complete_what_is_over_says_so_and_asks_nothing()
    {
        await HaveAsync(Started().At("2026-11-25 14:40").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting }));
        var ended = await PressAsync(Priya, EndPage.Button);
        Assert.Contains("The meeting ended Wed 25 Nov 2026, 14:40.", ended.Text);
        Assert.DoesNotContain(ended.Buttons, button => button.Title == "End now");

        await (await PressAsync(Priya, CompletionPart.Button))
            .PressAsync("Complete without them", ("reason", "The rest comes tomorrow."));
        var complete = await PressAsync(Priya, CompletionPart.Button);
        Assert.Contains("The record was completed Wed 25 Nov 2026, 14:05 without what was open. Why:", complete.Text);
        Assert.Contains("The rest comes tomorrow.", complete.Text);
        Assert.Empty(complete.Inputs);
        Assert.DoesNotContain(complete.Buttons, button => button.Title is "Complete the record" or "Complete without them");
        Assert.Empty((await PressAsync(Priya, EndPage.Button)).Buttons);
    }

    public void Dispose() => host.Dispose();

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00")
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new ArrivalNoted(Priya.Id, Via.Roster) { Meeting = FirstMeeting });

    private Task HaveAsync(Given given) => host.Cases.HaveAsync(given);

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Given.Id, default);

    private async Task<PartHost.Screen> PressAsync(Participant by, Func<Case, PartButton> button) =>
        await host.OpenAsync(by, button(await CaseAsync()));
}
