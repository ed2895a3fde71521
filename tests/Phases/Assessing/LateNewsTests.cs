using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>P14: what comes in after the meeting asks <em>Does this change the plan? Reconvene?</em>, and climbs if nobody
/// answers.</summary>
public sealed class LateNewsTests
{
    [Fact]
    public void A_nurses_late_fracture_is_told_and_climbs_while_nobody_answers() =>
        Golden.Text(Timeline.Of(Late("2026-12-05 10:12"), "2026-12-05 20:00"));

    [Fact]
    public async Task The_chair_answers_with_a_reason_and_what_comes_then_is_asked_about_again()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Late("2026-12-05 10:12"));
        var before = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Priya, LateNewsPart.Button(before));
        Assert.Contains("Health added information, Sat 5 Dec 2026, 10:12", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("fracture", form.Text, StringComparison.Ordinal);
        var refused = await form.PressAsync("Save", ("answer", "planStands"));
        Assert.Contains("Say why the plan stands.", refused.Text, StringComparison.Ordinal);
        await refused.PressAsync("Save", ("reason", "The ward knew; it is in the plan."));

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(LateNewsClock.Runs(@case));
        var minutes = MinutesDraft.Of(@case).Single(paragraph => paragraph.Section == "What came in after the meeting");
        Assert.Equal(Priya.Described, minutes.Author);
        Assert.Contains("The ward knew; it is in the plan.", minutes.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_after_an_answer_is_asked_about_again()
    {
        var given = Late("2026-12-05 10:12").By(Priya).Decided(c => LateNewsRule.Answer(
            c, Priya, c.Meeting.News.Items[^1].Seq, NewsAnswer.PlanStands, "The ward knew.", new(Audience.Professionals, Priya)));
        Assert.Empty(given.Case.Meeting.News.Open);

        given.At("2026-12-05 15:00").By(Sam).Fact(new RecordsSearched(Sam.Id, "child-1", RecordsFound.Found) { Meeting = FirstMeeting });

        Assert.Equal(LateKind.Found, Assert.Single(given.Case.Meeting.News.Open).Kind);
    }

    [Fact]
    public void What_is_said_in_the_meeting_or_by_the_chair_or_was_not_found_is_no_news()
    {
        var given = AConvenedCase().At("2026-12-02 14:30").By(Grace)
            .Fact(new InformationGiven(Grace.Id, Agency.Health, "A bruise.", 0) { Meeting = FirstMeeting });
        Assert.Empty(given.Case.Meeting.News.Items);

        given.Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }).At("2026-12-02 15:00")
            .Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting }).At("2026-12-02 16:00").By(Priya)
            .Fact(new InformationGiven(Priya.Id, Agency.SocialCare, "Typed up.", 0) { Meeting = FirstMeeting }).By(Sam)
            .Fact(new RecordsSearched(Sam.Id, "child-1", RecordsFound.NoMatch) { Meeting = FirstMeeting });

        Assert.Empty(given.Case.Meeting.News.Items);
    }

    [Fact]
    public void Meeting_again_is_asked_for_each_working_day_until_there_is_a_meeting()
    {
        var given = Late("2026-12-04 10:12").By(Priya).Decided(c => LateNewsRule.Answer(
            c, Priya, c.Meeting.News.Items[^1].Seq, NewsAnswer.MeetAgain, "", new(Audience.Professionals, Priya)));

        var owed = ClockDuty<MeetAgainClock>.Owes(given.Case).Take(2).Select(owed => (owed.About.Whom, owed.DueAt));

        Assert.Equal([(Priya.Id.Value, Dates.Local("2026-12-07 08:45")), ("deputyChair", Dates.Local("2026-12-08 08:45"))], owed);
    }

    private static Given Late(string at)
    {
        var given = AConvenedCase().At("2026-12-02 14:00").Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 });
        Timeline.Of(given, at);
        return given.At(at).By(Grace)
            .Fact(new InformationGiven(Grace.Id, Agency.Health, "A healing rib fracture.", 0) { Meeting = FirstMeeting });
    }
}
