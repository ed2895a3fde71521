using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Convening;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Convening;

/// <summary>The steps as a way that can be walked both ways, and the answers that are checked before anybody is invited.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Call = "Call the meeting and invite";

    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Each_step_says_which_it_is_of_those_that_apply()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        Assert.Contains("Step 3 of 10", (await OpenAsync(Step.Why)).Text);

        await (await OpenAsync(Step.Features)).PressAsync("Save and go on", ("about", "complex"));

        Assert.Contains("Step 3 of 11", (await OpenAsync(Step.Why)).Text);
        Assert.Contains("Step 5 of 11", (await OpenAsync(Step.Limit)).Text);
    }

    [Fact]
    public async Task Back_opens_the_step_before_and_keeps_what_was_typed()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var setting = await OpenAsync(Step.Setting);

        Assert.Contains("Step 4 of 10", (await setting.PressAsync("Back")).Text);
        var before = await setting.PressAsync("Back", ("reason", "A bruise on the arm."));

        Assert.Contains("Step 4 of 10", before.Text);
        Assert.Contains("how it is held, and the cause", before.Text);
        Assert.Equal("A bruise on the arm.", (await OpenAsync(Step.Setting)).Value("reason"));
        // What can't be saved comes back, and nothing is lost without a word.
        var why = await (await OpenAsync(Step.Why)).PressAsync("Back", ("concernOn", "2031-11-25"), ("referralTime", "09:31"));
        Assert.Equal(("2031-11-25", "09:31"), (why.Value("concernOn"), why.Value("referralTime")));
        Assert.DoesNotContain((await OpenAsync(Step.Urgent)).Buttons, button => button.Title == "Back");
    }

    [Fact]
    public async Task Every_answer_is_checked_before_anybody_is_invited()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        Assert.DoesNotContain((await OpenAsync(Step.Check)).Buttons, button => button.Title == Call);

        var check = await (await OpenAsync(Step.Time)).PressAsync("Save and go on", ("on", "2026-11-25"), ("time", "16:00"));

        Assert.False((await CaseAsync()).Meeting.IsConvened);
        string[] said =
        [
            "Nobody is invited yet.", "First question: No. Seen by the GP.", "What has come up: New referral", "Referred by: School",
            "Who decides to hold it, and chairs: Priya Nair, Team Manager",
            "Area: Northgate", "Reasonable cause: A bruise that nobody can explain.", "Children: Ash Lindley",
            "Social worker: Not known yet",
            "When: Wed 25 Nov 2026, 16:00 to 17:00",
        ];
        Assert.All(said, line => Assert.Contains(line, check.Text));
        Assert.InRange(check.Buttons.Count, 2, 5);
        await check.PressAsync(Call);
        Assert.Equal(Dates.Local("2026-11-25 16:00"), (await CaseAsync()).Meeting.Room.Convened!.StartsAt);
    }

    [Fact]
    public async Task Whoever_changes_an_answer_comes_back_to_where_they_check_it()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var check = await (await OpenAsync(Step.Time)).PressAsync("Save and go on");

        var back = await (await check.PressAsync("Change: how it is held, and the cause"))
            .PressAsync("Save and go on", ("reason", "Two bruises."));

        Assert.Contains("Reasonable cause: Two bruises.", back.Text);
        Assert.Contains(back.Buttons, button => button.Title == Call);
    }

    [Fact]
    public async Task What_was_planned_is_judged_again_when_it_is_called()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var check = await (await OpenAsync(Step.Time)).PressAsync("Save and go on", ("on", "2026-11-25"), ("time", "16:00"));
        host.Clock.Advance(TimeSpan.FromHours(3));

        var refused = await check.PressAsync(Call);

        Assert.Contains("16:00 is past. Choose a time that is still to come", refused.Text);
        Assert.Contains(refused.Inputs, input => input.Id == "on");
        Assert.False((await CaseAsync()).Meeting.IsConvened);
    }

    [Fact]
    public async Task What_somebody_changed_while_it_was_checked_is_checked_again_before_anybody_is_invited()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild());
        var check = await (await OpenAsync(Step.Time)).PressAsync("Save and go on", ("on", "2026-11-25"), ("time", "16:00"));
        await (await OpenAsync(Step.Setting)).PressAsync("Save and go on", ("reason", "Two bruises."));

        var again = await check.PressAsync(Call);

        Assert.Contains("Somebody changed an answer while you checked.", again.Text);
        Assert.Contains("Reasonable cause: Two bruises.", again.Text);
        Assert.False((await CaseAsync()).Meeting.IsConvened);
        await again.PressAsync(Call);
        Assert.True((await CaseAsync()).Meeting.IsConvened);
    }

    [Fact]
    public async Task A_child_or_an_adult_named_by_mistake_is_taken_off_and_the_number_is_not_given_again()
    {
        await host.Cases.HaveAsync(Begun.ACaseWithAChild().Fact(
            new ChildNamed(new("Bo Lindley", "", null, false, "", "", "")) { Child = Child2 },
            new AdultNamed(new("adult-1"), new("Kay Stone", "", null, "Mother", ""))));

        var list = await (await PersonAsync("child-2")).PressAsync("Take off the list");
        await (await PersonAsync("adult-1")).PressAsync("Take off the list");

        Assert.Contains("taken off the list", list.Text);
        Assert.DoesNotContain("Bo Lindley", list.Text);
        await (await list.PressAsync("Add a child")).PressAsync("Save", ("name", "Cai Lindley"));
        var @case = await CaseAsync();
        Assert.Equal(["child-1", "child-3"], @case.Children.Select(child => child.Id.Value));
        Assert.Empty(@case.Adults);
        Begun.ACase().Fact(Begun.Circumstances).When(one => PersonRule.TakeOff(one, "child-9")).Refused<NoSuchPerson>();
    }

    [Fact]
    public void A_child_whom_agencies_look_for_stays_and_it_says_why()
    {
        Assert.Contains("the agencies look for everybody named here",
            Begun.ACalledMeeting().When(@case => PersonRule.TakeOff(@case, "child-1")).Refused<CannotBe>().Sentence);
        Assert.Contains("Where Child 1 is safe is on the record",
            Begun.ACaseWithAChild().Fact(
                new PositionRecorded("Home", "Aunt", "", SafetyBasis.ParentsAgree, null, null, "")
                {
                    Meeting = FirstMeeting,
                    Child = Child1,
                })
                .When(@case => PersonRule.TakeOff(@case, "child-1")).Refused<CannotBe>().Sentence);
    }

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> OpenAsync(Step step) => await host.OpenAsync(Priya, step.Button(await CaseAsync()));

    private Task<PartHost.Screen> PersonAsync(string id) =>
        host.OpenAsync(Priya, PersonPart.Id.Button("", new PersonPart.Form(Id.Value, id)));
}
