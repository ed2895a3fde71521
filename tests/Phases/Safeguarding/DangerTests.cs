using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>P28: a child is in danger now. Anybody at the meeting says it, and the next is told until somebody acts.</summary>
public sealed class DangerTests
{
    [Fact]
    public async Task The_school_says_it_and_the_social_worker_answers()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(AConvenedCase());
        var before = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Ruth, DangerPart.Button(before));
        Assert.Contains("Immediate danger: ring 999.", form.Text, StringComparison.Ordinal);
        var said = await form.PressAsync("Tell them now", ("kind", "beingTaken"), ("what", "His uncle is at the gate."));
        Assert.Contains("Chair and social worker are being told", said.Text, StringComparison.OrdinalIgnoreCase);

        var raised = (await host.Clerk.LoadAsync(Id, default)).Meeting.Safety.Dangers[0];
        var answer = await host.OpenAsync(Tom, DangerAnswerPart.Button(before, raised));
        Assert.Contains("His uncle is at the gate.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Ruth Carver", answer.Text, StringComparison.Ordinal);
        await answer.PressAsync("I act on it", ("doing", "I am on my way with the police."));

        var @case = await host.Clerk.LoadAsync(Id, default);
        Assert.Empty(ClockDuty<DangerClock>.Owes(@case));
        var told = Assert.Single(TellDangerAnsweredDuty.Owes(@case));
        Assert.Equal(Ruth.Id, told.To);
        var card = CardJson.Write(TellDangerAnsweredDuty.Card(@case, told.About, Ruth, Words));
        Assert.Contains("Tom Okafor", card, StringComparison.Ordinal);
        Assert.Contains("I am on my way with the police.", card, StringComparison.Ordinal);
        // Each under the name of who said it.
        var minutes = MinutesDraft.Of(@case);
        Assert.Equal(Ruth.Described,
            minutes.Single(one => one.Text.Contains("His uncle is at the gate.", StringComparison.Ordinal)).Author);
        Assert.Equal(Tom.Described, minutes.Single(one => one.Text.Contains("I am on my way", StringComparison.Ordinal)).Author);
    }

    [Fact]
    public void While_nobody_acts_the_next_is_told_each_quarter_of_an_hour() => Golden.Text(Timeline.Of(
        Raised("2026-12-05 22:10"), "2026-12-06 02:00"));

    [Fact]
    public void Who_may_not_read_the_words_hears_of_the_danger()
    {
        var given = AConvenedCase().At("2026-12-02 10:00").By(Sam).Decided(c => DangerRule.Raise(c, Sam, c.Children,
            DangerKind.Other, "At the refuge.", new(Audience.Only(Agency.Police), Sam)));

        var card = CardJson.Write(ClockCard.At<DangerClock>(given.Case, Priya));

        Assert.Contains("Child 1: in danger now.", card, StringComparison.Ordinal);
        Assert.Contains("Sam Whitlock", card, StringComparison.Ordinal);
        Assert.DoesNotContain("refuge", card, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_said_twice_is_one_danger_and_nothing_said_is_none()
    {
        var given = Raised("2026-12-02 10:00");

        given.When(c => DangerRule.Raise(c, Ruth, c.Children, DangerKind.BeingTaken, "At the gate.", All)).ThenNothingNew();
        given.When(c => DangerRule.Raise(c, Ruth, c.Children, null, " ", All)).Refused<CannotBe>();
        given.When(c => DangerRule.Raise(c, Ruth, c.Children, null, "Come now", All)).Then(
            new DangerRaised(DangerKind.Other, "Come now") { Meeting = FirstMeeting, Child = Child1 });
    }

    [Fact]
    public void Only_chair_scribe_social_worker_or_a_manager_acts_on_it()
    {
        var given = Raised("2026-12-02 10:00");
        var seq = given.Case.Meeting.Safety.Dangers[0].Raised.Seq;

        given.When(c => DangerRule.Answer(c, Grace, seq, "", new(Audience.Professionals, Grace))).Refused<NotYourPart>();
        given.By(Helen).Decided(c => DangerRule.Answer(c, Helen, seq, "", new(Audience.Professionals, Helen)));

        Assert.NotNull(given.Case.Meeting.Safety.Dangers[0].Answered);
        Assert.DoesNotContain(SafeguardingHub.Status(given.SeenBy(Priya), given.Now), line => line.Text.Contains("Nobody acts"));
    }

    private static Readers All { get; } = new(Audience.Professionals, Ruth);

    private static Given Raised(string at)
    {
        var given = AConvenedCase().At("2026-12-02 08:00").Fact(
            new MeetingStarted(Via.Form) { Meeting = FirstMeeting }, new MeetingEnded(Via.Form) { Meeting = FirstMeeting },
            new PositionRecorded("Ward 4", "Nurses", "", SafetyBasis.None, null, null, "") { Meeting = FirstMeeting, Child = Child1 });
        Timeline.Of(given, at);
        return given.At(at).By(Ruth).Decided(c => DangerRule.Raise(c, Ruth, c.Children, DangerKind.BeingTaken, "At the gate.", All));
    }
}
