using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Holding;
using StrategyBot.Phases.Minuting;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Holding;

/// <summary>A meeting that was ended and goes on (15.1): ended on Wed 25 Nov 2026 at 14:40, with Sam and Ruth there; Grace wrote at 14:50.
/// </summary>
public sealed class GoesOnTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    private static DateTimeOffset Later => Dates.Local("2026-11-25 15:00");

    [Fact]
    public void A_moment_after_the_end_one_tap_takes_it_back_and_nobody_is_asked_or_told()
    {
        var given = Ended().At("2026-11-25 14:42").By(Priya);
        given.Decided(c => MeetingRule.Resume(c, given.Now));

        Assert.True(given.Case.Meeting.Attendance.IsRunning);
        Assert.Empty(TellGoesOnDuty.Owes(given.Case));
        Assert.Empty(Said(given));
        given.When(c => MeetingRule.Resume(c, Later)).ThenNothingNew();
    }

    [Fact]
    public void Later_it_says_why()
    {
        var given = Ended();
        Assert.Equal("The meeting ended a while ago. Say why it goes on: whoever was there is told.",
            given.When(c => MeetingRule.Resume(c, Dates.Local("2026-11-25 14:43"))).Refused<CannotBe>().Sentence);
        given.When(c => GoOn(c, null, "")).Then(new CannotBe("Choose why it goes on.") { Field = "cause" });
        given.When(c => GoOn(c, ResumeCause.Other, " "))
            .Then(new CannotBe("Say why it goes on, in a line.") { Field = "why" });
        given.When(c => GoOn(c, ResumeCause.CameBack, "")).Then(
            new MeetingResumed(Via.Form) { Meeting = FirstMeeting, Cause = ResumeCause.CameBack });
    }

    /// <summary>What was held before it was typed in ended then: the tap is right after it was typed.</summary>
    [Fact]
    public void A_moment_counts_from_when_the_end_was_written_down()
    {
        var given = Started().At("2026-11-25 18:00").By(Priya)
            .Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting, HappenedAt = Later });
        given.Decided(c => MeetingRule.Resume(c, Dates.Local("2026-11-25 18:01")));
        Assert.True(given.Case.Meeting.Attendance.IsRunning);
    }

    [Fact]
    public void The_limits_and_what_was_asked_for_wait_for_its_end_again()
    {
        var given = Ended().Fact(new GapsListed(["Who was there."], Dates.Local("2026-11-25 17:00")) { Meeting = FirstMeeting });
        Assert.NotEmpty(GapsDuty.Owes(given.Case));
        Assert.NotNull(MinutesClock.Of(given.Case, given.Case.Meeting));
        On(given);

        Assert.Null(MinutesClock.Of(given.Case, given.Case.Meeting));
        Assert.Empty(GapsDuty.Owes(given.Case));
        Assert.Empty(TellDraftReadyDuty.Owes(given.Case));
        Assert.NotEmpty(IdleDuty.Owes(given.Case));
        given.When(c => GoOn(c, ResumeCause.EndedByMistake, "Health had not spoken.")).ThenNothingNew();
        given.When(c => GoOn(c, ResumeCause.CameBack, "")).Then(new CannotBe("The meeting goes on already."));
    }

    [Fact]
    public void Once_its_record_is_complete_or_before_it_began_it_does_not_go_on()
    {
        Ended().Fact(new RecordCompleted("") { Meeting = FirstMeeting }).When(c => GoOn(c, ResumeCause.CameBack, ""))
            .Then(new TooLateToResume());
        AConvenedCase().When(c => GoOn(c, ResumeCause.CameBack, "")).Then(new NotStarted());
    }

    /// <summary>Not whoever says it, and not who was not there and has done nothing since.</summary>
    [Fact]
    public void Whoever_was_there_or_hears_of_an_end_or_has_written_since_is_told_once_and_not_why()
    {
        var given = Ended().At("2026-11-25 14:50").By(Grace)
            .Fact(new InformationGiven(Grace.Id, Agency.Health, "A healing fracture.", 0) { Meeting = FirstMeeting });
        On(given);

        var owed = TellGoesOnDuty.Owes(given.Case).ToList();
        // Tom is the social worker, Helen the manager; Jo enters the minutes, and was not there.
        Assert.Equal([Tom.Id, Sam.Id, Grace.Id, Ruth.Id, Helen.Id], owed.Select(one => one.To!.Value));
        Assert.All(owed, one => Assert.Equal((Later, Dates.Local("2026-11-26 15:00")), (one.DueAt, one.LapsesAt)));
        var card = CardJson.Write(TellGoesOnDuty.Card(given.Case, owed[0].About, Words));
        Assert.Contains("It had ended Wed 25 Nov 2026, 14:40: ended by mistake.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Health had not spoken", card, StringComparison.Ordinal);

        // Nobody hears once it is over after all, and of another end anew.
        given.At("2026-11-25 15:20").By(Priya).Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
        Assert.Empty(TellGoesOnDuty.Owes(given.Case));
        given.At("2026-11-25 15:30").Decided(c => GoOn(c, ResumeCause.CameBack, ""));
        Assert.Empty(owed.Select(one => one.Key).Intersect(TellGoesOnDuty.Owes(given.Case).Select(one => one.Key)));
        // What Grace wrote was after the first end.
        Assert.Equal([Tom.Id, Sam.Id, Ruth.Id, Helen.Id], TellGoesOnDuty.Owes(given.Case).Select(one => one.To!.Value));
    }

    [Fact]
    public void Who_may_approve_for_the_chair_was_told_of_the_draft_and_hears_that_it_waits()
    {
        var given = Ended().By(Priya)
            .Fact(new MinutesDelegateNamed(Jo.Id, new(2026, 11, 25), new(2026, 11, 27)) { Meeting = FirstMeeting });
        On(given);
        Assert.Contains(TellGoesOnDuty.Owes(given.Case), owed => owed.To == Jo.Id);
    }

    [Fact]
    public void The_minutes_say_that_it_was_ended_and_taken_up_again_and_why_to_whom_it_is_for()
    {
        var given = On(Ended()).At("2026-11-25 15:20").By(Priya).Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });
        Assert.Equal(
            "Ended Wed 25 Nov 2026, 14:40 and taken up again 15:00: ended by mistake. Why: Health had not spoken.",
            Said(given).Single().Text);

        var marked = Ended().At("2026-11-26 15:00").By(Priya).Decided(c => MeetingRule.GoOn(c, Priya, ResumeCause.Other, "He rang Sam.",
            new(Audience.PoliceAndSocialCare, Priya)));
        Assert.Equal(
            ["Ended Wed 25 Nov 2026, 14:40 and taken up again Thu 26 Nov 2026, 15:00: another reason.", "Because: He rang Sam."],
            Said(marked).Select(paragraph => paragraph.Text));
        Assert.Equal("", ((MeetingResumed)marked.Entries[^1].Fact.Withheld()).Why);
    }

    [Fact]
    public async Task In_the_dialog_the_echo_of_the_end_takes_it_back_and_later_leads_to_the_form()
    {
        await host.Cases.HaveAsync(Started());
        var ended = await (await OpenAsync(EndPage.Button(await CaseAsync()))).PressAsync("End now");
        host.Clock.Advance(TimeSpan.FromMinutes(3));

        // The card of before leads to the question.
        var asked = await ended.PressAsync("It is not over: go on");
        Assert.Contains("Say why it goes on", asked.Text, StringComparison.Ordinal);
        var missing = await asked.PressAsync("Go on with the meeting");
        Assert.Contains("Choose why it goes on.", missing.Text, StringComparison.Ordinal);
        Assert.False((await CaseAsync()).Meeting.Attendance.IsRunning);

        // So does the page, by its own button.
        var form = await (await OpenAsync(EndPage.Button(await CaseAsync()))).PressAsync("It is not over: go on");
        var saved = await form.PressAsync("Go on with the meeting", ("cause", "cameBack"), ("why", "Health rang in."),
            ("marking", "professionals"));
        Assert.Contains("Saved 14:08 on SB-2026-014 Heron: the meeting goes on, and whoever was there is told", saved.Text,
            StringComparison.Ordinal);
        var said = (await CaseAsync()).Meeting.Attendance.GoneOn.Single().Said.Fact;
        Assert.Equal((ResumeCause.CameBack, "Health rang in."), (said.Cause, said.Why));
        Assert.Contains("The meeting goes on already.", (await OpenAsync(GoOnPart.Button(await CaseAsync()))).Text,
            StringComparison.Ordinal);
    }

    public void Dispose() => host.Dispose();

    private static Given Started() => AConvenedCase().At("2026-11-25 14:00").By(Priya)
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
        .Fact([.. new[] { Priya, Sam, Ruth }.Select(one => new ArrivalNoted(one.Id, Via.Roster) { Meeting = FirstMeeting })]);

    private static Given Ended() => Started().At("2026-11-25 14:40").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

    private static Given On(Given given) =>
        given.At("2026-11-25 15:00").By(Priya).Decided(c => GoOn(c, ResumeCause.EndedByMistake, "Health had not spoken."));

    private static Decision GoOn(Case @case, ResumeCause? cause, string why) =>
        MeetingRule.GoOn(@case, Priya, cause, why, new(Audience.Professionals, Priya));

    private static IEnumerable<MinutesParagraph> Said(Given given) => MinutesDraft.Of(given.Case)
        .Where(paragraph => paragraph.Id.StartsWith("meeting/goes-on", StringComparison.Ordinal));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Given.Id, default);

    private Task<PartHost.Screen> OpenAsync(PartButton button) => host.OpenAsync(Priya, button);
}
