using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>R54, R60, P14: another meeting on a case is opened with its reason and its day, called like the first, and watched.</summary>
public sealed class AnotherMeetingTests
{
    private static readonly MeetingId Second = new("meeting-2");

    private static readonly DateOnly By = new(2026, 12, 9);

    [Fact]
    public void It_is_opened_with_its_kind_its_reason_its_day_and_its_chair()
    {
        var given = Ended();
        var missing = given.When(c => AnotherMeetingRule.Open(c, null, " ", null, null, Today, Readers())).Refused<Several>();
        Assert.Equal(["purpose", "reason", "by", "chair"], missing.All.Select(why => why.Field));
        Assert.Equal("by", given.When(c => Open(c, by: new(2026, 12, 1))).Refused<CannotBe>().Field);
        Assert.Equal("chair", given.When(c => Open(c, chair: Sam.Id.Value)).Refused<CannotBe>().Field);

        given.When(c => Open(c)).Then(new MeetingOpened(Priya.Id, "The X-ray is back.")
        {
            Meeting = Second,
            Purpose = MeetingPurpose.Review,
            By = By,
        });
    }

    [Fact]
    public void One_is_opened_at_a_time_and_never_before_the_one_before_has_ended()
    {
        AConvenedCase().When(c => Open(c)).Refused<CannotBe>();
        var given = Ended().Decided(c => Open(c));
        given.When(c => Open(c)).Refused<CannotBe>();
    }

    [Fact]
    public void Who_was_invited_is_carried_over_and_only_what_each_meeting_is_asked_is_asked()
    {
        var given = Ended().Decided(c => Open(c));
        Assert.Equal(given.Case.About(FirstMeeting)!.Invited.Select(person => person.Id),
            given.Case.About(Second)!.Invited.Select(person => person.Id));
        Assert.Equal([Step.People, Step.SocialWorker, Step.Invitees, Step.Time, Step.Check], StepRule.Applying(given.Case));
        Assert.Equal("Step 4 of 5", Step.Time.Say(given.Case));
        Assert.Equal(Step.Time, StepRule.FirstOpen(given.Case));
    }

    [Fact]
    public void Its_limit_is_the_day_that_was_decided_and_a_later_time_asks_why()
    {
        var given = Ended().Decided(c => Open(c));
        Assert.Equal("Wed 9 Dec 2026 (as it was decided)", MeetingDue.Of(given.Case, given.Now).Due.SayRule(Words));

        Assert.Null(MeetingDue.Missed(given.Case, Dates.Local("2026-12-09 16:00")));
        Assert.Equal(By, MeetingDue.Missed(given.Case, Dates.Local("2026-12-10 09:00"))!.On);
    }

    [Fact]
    public void While_nobody_calls_it_its_chair_is_asked_and_told_once_its_day_has_passed()
    {
        var given = Ended().Fact(new ParticipantAdded(Helen)).Decided(c => Open(c, chair: Helen.Id.Value));
        var runs = HoldByClock.Runs(given.Case).ToList();
        Assert.All(runs, running => Assert.Equal([Helen.Id], running.Owners));
        // She did not open it: she hears of it at once.
        Assert.Equal(given.Now, runs[0].Before[0]);
        Assert.Equal("A review strategy meeting is to be held by Wed 9 Dec 2026. You chair it, and it is not called yet.",
            HoldByClock.Tell(given.Case, runs[0], default, given.Now, Words));
        Assert.Contains(HoldByClock.Opens(given.Case, runs[0], Helen), button => button.Title == MeetingNotNeededPart.Title);
        Assert.Equal(Dates.Local("2026-12-10 08:45"), runs[1].EndsAt);

        given.By(Helen).Fact(new MeetingConvened(Dates.Local("2026-12-08 10:00"), Dates.Local("2026-12-08 11:00"),
            Dates.Local("2026-12-09 23:59"), "as it was decided", "")
        { Meeting = Second });
        Assert.Empty(HoldByClock.Runs(given.Case));
    }

    [Fact]
    public void A_meeting_that_is_not_needed_leaves_the_one_before_as_the_last_and_its_number_unused()
    {
        var given = Ended().Decided(c => Open(c));
        Assert.Equal("reason", given.When(c => AnotherMeetingRule.NotNeeded(c, " ", Readers())).Refused<CannotBe>().Field);
        given.Decided(c => AnotherMeetingRule.NotNeeded(c, "The X-ray is clear.", Readers()));

        Assert.Equal(FirstMeeting, given.Case.Meeting.Id);
        Assert.Empty(HoldByClock.Runs(given.Case));
        Assert.StartsWith("This is not a further meeting.",
            given.When(c => AnotherMeetingRule.NotNeeded(c, "Again.", Readers())).Refused<CannotBe>().Sentence, StringComparison.Ordinal);
        Assert.Equal("meeting-3", ((MeetingOpened)Assert.Single(given.When(c => Open(c)).Facts)).Meeting!.Value.Value);
    }

    [Fact]
    public void A_meeting_that_is_called_is_held_or_moved()
    {
        var given = Ended().Decided(c => Open(c)).Fact(new MeetingConvened(Dates.Local("2026-12-08 10:00"),
            Dates.Local("2026-12-08 11:00"), Dates.Local("2026-12-09 23:59"), "as it was decided", "")
        { Meeting = Second });

        given.When(c => AnotherMeetingRule.NotNeeded(c, "No.", Readers())).Refused<CannotBe>();
    }

    /// <summary>R54, R60: chair and manager, two working days on, until one is opened.</summary>
    [Fact]
    public void A_review_meeting_that_was_decided_on_and_that_nobody_opens_is_asked_for()
    {
        var given = Decided();
        var running = Assert.Single(FurtherMeetingClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-04 08:45"), Priya.Id), (running.EndsAt, running.Owners[0]));
        Assert.Equal(MeetingPurpose.Review, AnotherMeetingRule.Proposed(given.Case));
        Assert.Contains(ConveningHub.Entries(given.SeenBy(Priya), given.Now),
            entry => entry is { Title: AnotherMeetingPart.Title, IsOpen: false, IsOffered: true });
        Assert.Contains(ConveningHub.Entries(given.SeenBy(Priya), running.EndsAt),
            entry => entry is { Title: AnotherMeetingPart.Title, IsOpen: true });

        given.Decided(c => Open(c));
        Assert.All(given.Case.AboutEach(), one => Assert.Empty(FurtherMeetingClock.Runs(one)));
        Assert.Empty(FurtherMeetingClock.Runs(Ended().Case));
        // Who says why it is not needed is not asked again.
        given.Decided(c => AnotherMeetingRule.NotNeeded(c, "The X-ray is clear.", Readers()));
        Assert.Empty(FurtherMeetingClock.Runs(given.Case));
    }

    [Fact]
    public void What_came_in_afterwards_leads_to_it()
    {
        var given = Ended().At("2026-12-03 10:00").By(Grace).Fact(
            new InformationGiven(Grace.Id, Agency.Health, "A healing fracture.", 0) { Meeting = FirstMeeting });
        var upTo = given.Case.Meeting.News.Items[^1].Seq;
        given.By(Priya).Decided(c => LateNewsRule.Answer(c, Priya, upTo, NewsAnswer.MeetAgain, "It is another injury.", Readers()));

        Assert.Equal(MeetingPurpose.Reconvened, AnotherMeetingRule.Proposed(given.Case));
        Assert.Contains(MeetAgainClock.Opens(given.Case, MeetAgainClock.Runs(given.Case).Single(), Priya),
            button => button.Title == AnotherMeetingPart.Title);
    }

    [Fact]
    public async Task In_the_dialog_it_is_opened_and_called_with_its_own_reason_in_the_check()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Ended().Fact(Begun.Circumstances));
        host.Clock.Advance(Dates.Local("2026-12-02 15:00") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Priya, AnotherMeetingPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var time = await form.PressAsync("Open the meeting", ("purpose", "review"), ("reason", "The X-ray is back."), ("by", "2026-12-09"));
        Assert.Contains("When it is held", time.Text, StringComparison.Ordinal);
        var check = await time.PressAsync("Save and go on", ("on", "2026-12-08"), ("time", "10:00"), ("minutes", "60"));

        Assert.Contains("Why you meet again: The X-ray is back.", check.Text, StringComparison.Ordinal);
        Assert.Contains("To be held by: Wed 9 Dec 2026", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("First question", check.Text, StringComparison.Ordinal);
        var called = await check.PressAsync("Call the meeting and invite");
        Assert.Contains("Hold by Wed 9 Dec 2026", called.Text, StringComparison.Ordinal);
        Assert.True((await host.Clerk.LoadAsync(Id, default)).About(Second)!.Meeting.IsConvened);
    }

    [Fact]
    public async Task In_the_dialog_it_is_said_why_it_is_not_needed_and_the_first_meetings_own_part_is_back()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Ended().Fact(Begun.Circumstances).Decided(c => Open(c)));
        host.Clock.Advance(Dates.Local("2026-12-02 15:00") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Priya, MeetingNotNeededPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var refused = await form.PressAsync("It is not needed", ("reason", new string('x', 5_000)));
        Assert.StartsWith("xxx", refused.Value("reason"), StringComparison.Ordinal);
        var told = await refused.PressAsync("It is not needed", ("reason", "The X-ray is clear."));

        Assert.Contains("Saved", told.Text, StringComparison.Ordinal);
        Assert.Equal(FirstMeeting, (await host.Clerk.LoadAsync(Id, default)).Meeting.Id);
    }

    private static readonly DateOnly Today = new(2026, 12, 2);

    private static Readers Readers() => new(Audience.Professionals, Priya);

    private static Given Ended() => AConvenedCase().At("2026-12-02 09:00").By(Priya)
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting })
        .At("2026-12-02 10:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

    private static Given Decided() => AConvenedCase().At("2026-12-02 09:00").By(Priya).Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting },
            new HeadingAnswered("review-meeting", new(AnswerKind.Known, ["yes"], "In a week.")) { Meeting = FirstMeeting })
        .At("2026-12-02 10:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting });

    private static Decision Open(Case @case, DateOnly? by = null, string? chair = null) => AnotherMeetingRule.Open(
        @case, MeetingPurpose.Review, "The X-ray is back.", by ?? By, chair ?? Priya.Id.Value, Today, Readers());
}
