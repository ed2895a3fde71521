using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Phases.SafetyPlanning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.SafetyPlanning;

/// <summary>R72–R78, P31: what the family says to the plan, and a manager's oversight where they don't agree.</summary>
public sealed class PlanTalkTests
{
    [Fact]
    public void Each_adult_is_asked_within_two_working_days_or_it_is_said_why_not()
    {
        var given = Agreed();
        var running = Assert.Single(FamilyAskedClock.Runs(given.Case));
        Assert.Equal((Dates.Local("2026-12-04 08:45"), Tom.Id), (running.EndsAt, running.Owners.Single()));
        Assert.Equal("Adult 1, Adult 2: not asked yet about the safety plan. Ask them, or say why it is not shared with them.",
            FamilyAskedClock.Tell(given.Case, running, default, given.Now, Words));

        given.By(Tom).Decided(c => Say(c, "adult-1", PlanAnswer.Signed, "Gran comes at six, not seven."))
            .Decided(c => PlanTalkRule.Agreed(c, Tom, Of(given, 0), YesNo.Yes, YesNo.Yes, YesNo.Yes, AgreedHow.OnPaper))
            .Decided(c => Say(c, "adult-2", PlanAnswer.NotShared, "He may not know where they are."));

        Assert.Equal([], FamilyAskedClock.Runs(given.Case));
        Assert.Equal(["adult-1", "adult-2"], PlanTalk.Standing(given.Case).Select(talk => talk.Whom));
    }

    [Fact]
    public void Nobody_is_asked_before_there_is_a_plan() => Assert.Equal([], FamilyAskedClock.Runs(AConvenedCase().Case));

    [Fact]
    public void Whoever_does_not_agree_brings_a_manager_who_says_whether_the_children_are_safe_without_it()
    {
        var given = Agreed().By(Tom).Decided(c => Say(c, "adult-1", PlanAnswer.Unwilling, "She says no."));

        var running = Assert.Single(PlanOversightClock.Runs(given.Case));
        Assert.Equal((given.Now, Helen.Id), (running.EndsAt, running.Owners.Single()));
        Assert.Equal("Adult 1: does not agree. Are the children safe without it?",
            PlanOversightClock.Tell(given.Case, running, default, given.Now, Words));
        var of = PlanTalk.Standing(given.Case).Single().Said.Seq;
        given.By(Helen).Decided(c => PlanTalkRule.Oversee(c, of, YesNo.Yes, "Gran has them.", APlan.By(Helen)));

        Assert.Equal([], PlanOversightClock.Runs(given.Case));
        Assert.Empty(given.Case.Meeting.Safety.Dangers);
    }

    [Fact]
    public void Children_who_are_not_safe_without_it_are_in_danger_and_it_is_told_now()
    {
        var given = Agreed().By(Tom).Decided(c => Say(c, "adult-1", PlanAnswer.Unwilling, "She says no."));
        var of = PlanTalk.Standing(given.Case).Single().Said.Seq;
        given.By(Helen).Decided(c => PlanTalkRule.Oversee(c, of, YesNo.No, "Legal advice now.", APlan.By(Helen)));

        Assert.Equal("Legal advice now.", Assert.Single(given.Case.Meeting.Safety.Dangers).Raised.Fact.What);
        Assert.Contains(DangerClock.Runs(given.Case), danger => danger.EndsAt == given.Now);
        given.When(c => PlanTalkRule.Oversee(c, of, YesNo.No, "Legal advice now.", APlan.By(Helen))).ThenNothingNew();
    }

    [Fact]
    public void Nobody_signs_while_it_is_in_doubt_whether_they_can_decide_it()
    {
        var given = Agreed().By(Tom).Decided(c => Say(c, "adult-1", PlanAnswer.CapacityInDoubt, "She was confused."));
        var signs = given.When(c => Say(c, "adult-1", PlanAnswer.Signed, "On paper.")).Refused<CannotBe>();
        Assert.Contains("before a manager has answered", signs.Sentence, StringComparison.Ordinal);
        // Somebody else may.
        Assert.Single(given.When(c => Say(c, "adult-2", PlanAnswer.Signed, "On paper.")).Facts);

        var of = PlanTalk.Standing(given.Case).Single().Said.Seq;
        given.By(Helen).Decided(c => PlanTalkRule.Oversee(c, of, YesNo.Yes, "Legal says that she can.", APlan.By(Helen)));
        Assert.Single(given.By(Tom).When(c => Say(c, "adult-1", PlanAnswer.Signed, "On paper.")).Facts);
    }

    [Fact]
    public void What_was_agreed_in_an_emergency_is_reviewed_on_the_next_working_day()
    {
        var given = Agreed().At("2026-12-04 22:00").By(Tom)
            .Decided(c => Say(c, "adult-1", PlanAnswer.AgreesInEmergency, "Gran came at once.", "2026-12-04 22:00"));

        Assert.Equal(new DateOnly(2026, 12, 7), given.Case.Meeting.Safety.ReviewOn);
        Assert.Equal("Agreed in an emergency on Fri 4 Dec 2026.", given.Case.Meeting.Safety.Review!.Fact.Change!.Why);
    }

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var given = Agreed();
        var missing = given.When(c => PlanTalkRule.Say(c, Tom, null, new(2026, 12, 3), null, null, "", given.Now, Words, APlan.By(Tom)))
            .Refused<Several>();
        Assert.Equal(["whom", "day", "answer"], missing.All.Select(why => why.Field));
        Assert.Equal("what", given.When(c => Say(c, "adult-1", PlanAnswer.Unwilling, " ")).Refused<CannotBe>().Field);
        Assert.Single(given.When(c => Say(c, "adult-1", PlanAnswer.Agrees, "")).Facts);
    }

    [Fact]
    public void Whoever_agrees_was_offered_time_and_advice_and_agreed_of_their_own_will()
    {
        var given = Agreed().By(Tom).Decided(c => Say(c, "adult-1", PlanAnswer.Agrees, ""))
            .Decided(c => Say(c, "adult-2", PlanAnswer.Signed, ""));
        var (mother, father) = (Of(given, 0), Of(given, 1));
        var running = Assert.Single(FamilyAskedClock.Runs(given.Case));
        Assert.Equal("Adult 1, Adult 2: nobody has said yet how they agreed.",
            FamilyAskedClock.Tell(given.Case, running, default, given.Now, Words));

        var missing = given.When(c => PlanTalkRule.Agreed(c, Tom, mother, null, null, null, null)).Refused<Several>();
        Assert.Equal(["time", "advice", "free", "how"], missing.All.Select(why => why.Field));
        Assert.Equal("how", given.When(c => PlanTalkRule.Agreed(c, Tom, mother, YesNo.Yes, YesNo.Yes, YesNo.Yes, AgreedHow.OnPaper))
            .Refused<CannotBe>().Field);
        Assert.Equal("how", given.When(c => PlanTalkRule.Agreed(c, Tom, father, YesNo.Yes, YesNo.Yes, YesNo.Yes, AgreedHow.InWords))
            .Refused<CannotBe>().Field);
        given.Decided(c => PlanTalkRule.Agreed(c, Tom, mother, YesNo.Yes, YesNo.No, YesNo.Yes, AgreedHow.InWords))
            .Decided(c => PlanTalkRule.Agreed(c, Tom, father, YesNo.Yes, YesNo.Yes, YesNo.Yes, AgreedHow.OnPaper));

        Assert.Equal([], FamilyAskedClock.Runs(given.Case));
        Assert.Equal([], PlanOversightClock.Runs(given.Case));
        given.When(c => PlanTalkRule.Agreed(c, Tom, father, YesNo.Yes, YesNo.Yes, YesNo.Yes, AgreedHow.OnPaper)).ThenNothingNew();
    }

    [Fact]
    public void Whoever_was_pressed_has_not_agreed_and_a_manager_is_asked()
    {
        var given = Agreed().By(Tom).Decided(c => Say(c, "adult-1", PlanAnswer.Agrees, ""));
        Assert.Equal([], PlanOversightClock.Runs(given.Case));
        given.Decided(c => PlanTalkRule.Agreed(c, Tom, Of(given, 0), YesNo.No, YesNo.No, YesNo.No, AgreedHow.InWords));

        var running = Assert.Single(PlanOversightClock.Runs(given.Case));
        Assert.Equal("Adult 1: agrees, not signed, but was pressed. Are the children safe without it?",
            PlanOversightClock.Tell(given.Case, running, default, given.Now, Words));
        given.By(Helen).Decided(c => PlanTalkRule.Oversee(c, Of(given, 0), YesNo.Yes, "Gran has them.", APlan.By(Helen)));
        Assert.Equal([], PlanOversightClock.Runs(given.Case));
    }

    [Fact]
    public void What_an_earlier_release_asked_of_their_agreement_is_not_asked_again()
    {
        var given = Agreed().By(Tom).Fact(
            new PlanDiscussed(Nadia, PlanAnswer.Signed, YesNo.Yes, "On paper.") { Meeting = FirstMeeting },
            new PlanDiscussed(Lee, PlanAnswer.Unwilling, null, "He says no.") { Meeting = FirstMeeting });

        Assert.Equal([], FamilyAskedClock.Runs(given.Case));
    }

    [Fact]
    public async Task How_they_agreed_is_asked_next_and_stands_in_the_plan()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Agreed());
        host.Clock.Advance(Dates.Local("2026-12-03 10:00") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Tom, PlanTalkPart.Button(await host.Clerk.LoadAsync(Id, default)));
        var next = await form.PressAsync("Save", ("whom", "adult-1"), ("answer", "signed"), ("asked", "Sundays at home. Agreed."));

        Assert.Contains("Nadia Lindley: signed.", next.Text, StringComparison.Ordinal);
        await next.PressAsync("Save", ("time", "yes"), ("advice", "yes"), ("free", "yes"), ("how", "onPaper"));

        var @case = await host.Clerk.LoadAsync(Id, default);
        var printed = string.Join('\n', PlanParagraphs.Of(@case, [], host.Clock.GetUtcNow(), Words).Select(one => one.Text));
        Assert.Contains("What they ask to change, and what came of it: Sundays at home. Agreed.", printed, StringComparison.Ordinal);
        Assert.Contains("How they agreed: signed on paper", printed, StringComparison.Ordinal);
        Assert.Contains("Of their own will, with nobody pressing them: Yes", printed, StringComparison.Ordinal);
    }

    private static int Of(Given given, int at) => PlanTalk.All(given.Case)[at].Said.Seq;

    [Fact]
    public async Task The_social_worker_reads_who_was_asked_and_what_they_say()
    {
        using var host = new PartHost();
        await host.Cases.HaveAsync(Agreed());
        host.Clock.Advance(Dates.Local("2026-12-03 10:00") - host.Clock.GetUtcNow());
        var @case = await host.Clerk.LoadAsync(Id, default);

        var form = await host.OpenAsync(Tom, PlanTalkPart.Button(@case));
        var half = await form.PressAsync("Save", ("whom", "adult-1"), ("what", "She asks for Sundays."));
        Assert.Contains("Choose what they said.", half.Text, StringComparison.Ordinal);
        Assert.Equal("She asks for Sundays.", half.Value("what"));
        await half.PressAsync("Save", ("answer", "agrees"));

        var after = await host.OpenAsync(Tom, PlanTalkPart.Button(@case));
        Assert.Contains("Nadia Lindley: agrees, not signed, Thu 3 Dec 2026. She asks for Sundays. Nobody has said yet how they agreed.",
            after.Text, StringComparison.Ordinal);
    }

    private static Decision Say(
        Case @case, string whom, PlanAnswer answer, string what, string now = "2026-12-02 11:00") =>
        PlanTalkRule.Say(@case, Tom, whom, null, answer, null, what, Dates.Local(now), Words, APlan.By(Tom));
}
