using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Forms;
using StrategyBot.Phases.Reviewing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Reviewing;

/// <summary>Core groups, reviews and the end of a case in the dialog.</summary>
public sealed class ReviewingPartsTests
{
    [Fact]
    public async Task From_ones_own_part_the_social_worker_says_who_is_in_the_core_group_and_arranges_it()
    {
        using var host = await HaveAsync(AProtectionPlan.Made(), "2026-12-22 09:00");
        var members = await host.OpenAsync(Tom, CoreGroupMembersPart.Button(await CaseAsync(host), ChildChoice.All));
        Assert.Contains("Professionals: each is told of its dates", members.Text, StringComparison.Ordinal);
        var arrange = await members.PressAsync("Save", ("people", "person-2,person-4"), ("childIs", "comes"));
        Assert.Contains("It has to meet by Thu 7 Jan 2027 (within 10 working days).", arrange.Text, StringComparison.Ordinal);
        Assert.Equal(("2027-01-07", "10:00"), (arrange.Value("day"), arrange.Value("time")));
        var page = await arrange.PressAsync("Save", ("day", "2027-01-06"), ("where", "Mill Lane Primary"));
        Assert.Contains("Saved", page.Text, StringComparison.Ordinal);
        Assert.Contains("Core group 1: Wed 6 Jan 2027, 10:00; it has to meet by Thu 7 Jan 2027.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_say_at_once_that_it_was_held_say_it_of_the_same_one()
    {
        using var host = await HaveAsync(AProtectionPlan.Made().CoreGroup("2026-12-22 10:00", "2027-01-06 10:00"), "2027-01-06 12:00");
        var page = await host.OpenAsync(Tom, ProtectionPlanPage.Button(await CaseAsync(host)));
        var first = await page.PressAsync("Core group held");
        var second = await (await host.OpenAsync(Priya, ProtectionPlanPage.Button(await CaseAsync(host)))).PressAsync("Core group held");
        await first.PressAsync("It was held", ("came", "person-2"), ("going", "onTrack"), ("words", "First."));
        var answer = await second.PressAsync("It was held", ("came", "person-2"), ("going", "behind"), ("words", "Second."));
        Assert.Contains("First.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Second.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, ProtectionPlan.Of(await CaseAsync(host))[0].NextGroup!.Number);
    }

    /// <summary>A press from the group's own form to its first action, and one more for each.</summary>
    [Fact]
    public async Task What_a_core_group_agreed_becomes_actions_without_leaving_and_the_plan_is_back()
    {
        using var host = await HaveAsync(AProtectionPlan.Made().CoreGroup("2026-12-22 10:00", "2027-01-06 10:00"), "2027-01-06 12:00");
        var held = await (await host.OpenAsync(Tom, ProtectionPlanPage.Button(await CaseAsync(host)))).PressAsync("Core group held");
        Assert.InRange(held.Inputs.Count, 1, 6);
        var action = await held.PressAsync(
            "It was held: add its actions", ("came", "person-2"), ("going", "onTrack"), ("words", "School each day."));
        Assert.Contains("the core group was held", action.Text, StringComparison.Ordinal);
        var another = await action.PressAsync("Save and add another", ("what", "Ring the school each Friday."), ("owner", Tom.Id.Value),
            ("at", "11 Jan 2027 14:00"), ("marking", "professionals"));
        Assert.Contains("Saved", another.Text, StringComparison.Ordinal);
        var plan = await another.PressAsync("Save", ("what", "See Ash alone."), ("owner", Tom.Id.Value),
            ("at", "11 Jan 2027 14:00"), ("marking", "professionals"));
        Assert.Equal(["Ring the school each Friday.", "See Ash alone."],
            (await CaseAsync(host)).Meeting.Plan.Actions.Select(one => one.Fact.What));
        Assert.Contains("Core group 2", plan.Text, StringComparison.Ordinal);
        Assert.Equal(2, ProtectionPlan.Of(await CaseAsync(host))[0].NextGroup!.Number);
    }

    [Fact]
    public async Task A_review_that_was_held_by_slip_is_taken_back_from_its_own_form()
    {
        using var host = await HaveAsync(AProtectionPlan.Made().ReviewHeld("2027-03-12 13:00", ReviewOutcome.Ends), "2027-03-12 14:00");
        var page = await host.OpenAsync(Tom, ProtectionPlanPage.Button(await CaseAsync(host)));
        var form = await (await page.PressAsync("Change: review 1")).PressAsync("It was not held");
        Assert.Contains("It has to be held by Sun 21 Mar 2027 again", form.Text, StringComparison.Ordinal);
        Assert.Contains("The child protection plan runs on", form.Text, StringComparison.Ordinal);
        var saved = await form.PressAsync("Take it back", ("words", "The wrong case."));
        Assert.Contains("review 1 has to be held by Sun 21 Mar 2027", saved.Text, StringComparison.Ordinal);
        Assert.True(ProtectionPlan.Of(await CaseAsync(host))[0].Runs);
    }

    [Fact]
    public async Task A_manager_who_answers_after_another_is_told_that_nobody_waits()
    {
        using var host = await HaveAsync(AProtectionPlan.Made().ReviewLate("2027-03-01 10:00", "2027-03-24"), "2027-03-01 11:00");
        var @case = await CaseAsync(host);
        var asked = ReviewLateAnswerPart.Button(@case, ChildChoice.All, ProtectionPlan.Of(@case)[0].NextReview!);
        var (first, second) = (await host.OpenAsync(Helen, asked), await host.OpenAsync(Helen, asked));
        await first.PressAsync("Save", ("agrees", "yes"), ("words", "It can't be avoided."));
        var answer = await second.PressAsync("Save", ("agrees", "no"), ("words", "Find a room."));
        Assert.Contains("Nobody waits for that answer on a late review any more.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Find a room.", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_case_says_so_and_opens_again_with_a_reason()
    {
        var given = AProtectionPlan.Made().ReviewHeld("2027-03-12 13:00", ReviewOutcome.Ends).By(Priya).Fact(
            new MinutesApproved(1, "digest", "") { Meeting = FirstMeeting },
            new MinutesEntered(1) { Meeting = FirstMeeting, Child = Child1 },
            new AuthorisedToStart { Meeting = FirstMeeting },
            new PositionRecorded("Home", "Gran", "", SafetyBasis.ParentsAgree, null, null, "") { Meeting = FirstMeeting, Child = Child1 });
        using var early = await HaveAsync(given, "2027-03-12 14:00");
        var refused = await (await early.OpenAsync(Priya, CaseEndPart.Button(await CaseAsync(early)))).PressAsync("Close the case",
            ("cause", "noLongerAtRisk"), ("words", "Why."), ("goesOn", "School."), ("letter", "yes"), ("understood", "They know."));
        Assert.Contains("It can't be closed yet. Still open: each child to be seen.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("They know.", refused.Text, StringComparison.Ordinal);

        using var host = await HaveAsync(given.Fact(
            new ChildVisited(VisitOutcome.SeenAlone, "Tom", "Well.") { Meeting = FirstMeeting, Child = Child1 }), "2027-03-12 14:00");
        var closed = await (await host.OpenAsync(Priya, CaseEndPart.Button(await CaseAsync(host)))).PressAsync(
            "Close the case", ("cause", "noLongerAtRisk"), ("words", "Why."), ("goesOn", "School."), ("letter", "yes"),
            ("understood", "They know."));
        Assert.Contains("the case is closed", closed.Text, StringComparison.Ordinal);
        var again = await host.OpenAsync(Priya, ReopenPart.Button(await CaseAsync(host)));
        again = await again.PressAsync("Open it again", ("words", " "));
        Assert.Contains("Say why it is opened again.", again.Text, StringComparison.Ordinal);
        await again.PressAsync("Open it again", ("words", "A new referral."));
        Assert.Null((await CaseAsync(host)).Ended);
    }

    private static Task<Case> CaseAsync(PartHost host) => host.Clerk.LoadAsync(Id, default);

    internal static async Task<PartHost> HaveAsync(Given given, string at)
    {
        var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(given);
        host.Clock.Advance(Dates.Local(at) - host.Clock.GetUtcNow());
        return host;
    }
}
