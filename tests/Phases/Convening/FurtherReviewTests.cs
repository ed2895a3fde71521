using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>A manager's regular look at a further meeting (15.1, R60): opened on Wed 2 Dec 2026, each second working day.</summary>
public sealed class FurtherReviewTests
{
    private static readonly MeetingId Second = new("meeting-2");

    [Fact]
    public void The_first_is_two_working_days_after_it_was_opened_and_each_next_two_after_the_last()
    {
        var given = Opened();
        Assert.Equal(Dates.Local("2026-12-04 08:45"), Assert.Single(FurtherReviewClock.Runs(given.Case)).EndsAt);
        Look(given, "2026-12-04 10:00");
        // Over a weekend.
        Assert.Equal(Dates.Local("2026-12-08 08:45"), Assert.Single(FurtherReviewClock.Runs(given.Case)).EndsAt);
    }

    [Fact]
    public void Chair_and_managers_are_asked_until_it_is_held()
    {
        var given = Opened().Fact(new ParticipantAdded(Helen) { Meeting = Second });
        Assert.Equal([Priya.Id, Helen.Id], Assert.Single(FurtherReviewClock.Runs(given.Case)).Owners);
        Assert.Contains(FurtherReviewClock.Opens(given.Case, FurtherReviewClock.Runs(given.Case).Single(), Helen),
            button => button.Title == FurtherReviewPart.Title);
        given.Fact(new MeetingConvened(Dates.Local("2026-12-09 10:00"), Dates.Local("2026-12-09 11:00"), Dates.Local("2026-12-09 23:59"),
            "", "")
        { Meeting = Second });
        Assert.NotEmpty(FurtherReviewClock.Runs(given.Case));
        given.Fact(new MeetingStarted(Via.Form) { Meeting = Second });
        Assert.Empty(FurtherReviewClock.Runs(given.Case));
    }

    [Fact]
    public void Only_a_further_meeting_is_looked_at_and_a_look_says_what_was_seen()
    {
        AConvenedCase().By(Priya).When(c => FurtherReviewRule.Say(c, Priya, YesNo.Yes, "Seen.", Readers()))
            .Then(new CannotBe("No further meeting is to be held."));
        var given = Opened();
        Assert.Equal("Say whether the time is soon enough. Say what you looked at.", Assert.IsType<Decision.Refused>(
            given.When(c => FurtherReviewRule.Say(c, Priya, null, " ", Readers())).Decision).Because.Say(Words));
        Look(given, "2026-12-04 10:00");
        given.When(c => FurtherReviewRule.Say(c, Priya, YesNo.Yes, "Seen at school.", Readers())).ThenNothingNew();
    }

    [Fact]
    public void It_waits_in_the_managers_part_from_its_day()
    {
        var given = Opened();
        Assert.Contains(ConveningHub.Entries(given.SeenBy(Priya), Dates.Local("2026-12-03 10:00")),
            entry => entry is { Title: FurtherReviewPart.Title, IsOpen: false, IsOffered: true });
        Assert.Contains(ConveningHub.Entries(given.SeenBy(Priya), Dates.Local("2026-12-04 09:00")),
            entry => entry is { Title: FurtherReviewPart.Title, IsOpen: true });
    }

    [Fact]
    public async Task In_the_dialog_a_time_that_is_too_late_leads_to_another()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Opened());
        host.Clock.Advance(Dates.Local("2026-12-04 10:00") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Priya, FurtherReviewPart.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("It is not called yet. It has to be held by Wed 9 Dec 2026.", form.Text, StringComparison.Ordinal);
        var kept = await form.PressAsync("Save", ("stands", "yes"), ("words", "Seen at school."), ("marking", "professionals"));
        Assert.Contains("the time stands. Look at it again by Tue 8 Dec 2026", kept.Text, StringComparison.Ordinal);
        form = await host.OpenAsync(Priya, FurtherReviewPart.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("Priya Nair: Seen at school.", form.Text, StringComparison.Ordinal);
        var sooner = await form.PressAsync("Save", ("stands", "no"), ("words", "It is worse."), ("marking", "professionals"));
        Assert.Contains("it has to be sooner. Choose another time now", sooner.Text, StringComparison.Ordinal);
        Assert.Equal(YesNo.No, (await host.Clerk.LoadAsync(Id, default)).Meeting.Room.Reviewed[^1].Fact.TimeStands);
    }

    [Fact]
    public async Task In_the_dialog_one_that_is_called_is_moved()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Opened().Fact(new MeetingConvened(Dates.Local("2026-12-09 10:00"), Dates.Local("2026-12-09 11:00"),
            Dates.Local("2026-12-09 23:59"), "", "")
        { Meeting = Second }));
        host.Clock.Advance(Dates.Local("2026-12-04 10:00") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Priya, FurtherReviewPart.Button(await host.Clerk.LoadAsync(Id, default)));
        Assert.Contains("It is called for Wed 9 Dec 2026, 10:00.", form.Text, StringComparison.Ordinal);
        var move = await form.PressAsync("Save", ("stands", "no"), ("words", "It is worse."), ("marking", "professionals"));
        Assert.Contains("Move the meeting", move.Text, StringComparison.Ordinal);
        Assert.Contains("on", move.Inputs.Select(input => input.Id));
    }

    private static Given Opened() => AConvenedCase().At("2026-12-02 09:00").By(Priya)
        .Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting })
        .At("2026-12-02 10:00").Fact(new MeetingOpened(Priya.Id, "Results.")
        {
            Meeting = Second,
            Purpose = MeetingPurpose.Review,
            By = new(2026, 12, 9),
        });

    private static void Look(Given given, string at) => given.At(at).By(Priya)
        .Decided(c => FurtherReviewRule.Say(c, Priya, YesNo.Yes, "Seen at school.", Readers()));

    private static Readers Readers() => new(Audience.Professionals, Priya);
}
