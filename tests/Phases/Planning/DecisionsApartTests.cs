using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>One question on several children on one form, where somebody sees it differently for one of them (P9).</summary>
public sealed class DecisionsApartTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Where_a_view_differs_each_child_has_its_answer_on_one_form()
    {
        await HaveAsync(Differing());

        var form = await OpenAsync(DecisionDrawing.Cause);
        Assert.Equal(["answer-child-1", "answer-child-2", "rationale", "marking"], form.Inputs.Select(input => input.Id));
        Assert.Equal(["", ""], [form.Value("answer-child-1"), form.Value("answer-child-2")]);
        await form.PressAsync("Save", ("answer-child-1", "yes"), ("answer-child-2", "no"), ("rationale", "The bruises are on Ash alone."));

        var plan = (await CaseAsync()).Meeting.Plan.ReasonableCause;
        Assert.Equal((ReasonableCause.Yes, ReasonableCause.No), (plan[Child1].Fact.Answer, plan[Child2].Fact.Answer));
        var again = await OpenAsync(DecisionDrawing.Cause);
        Assert.Equal(("yes", "no", "The bruises are on Ash alone."),
            (again.Value("answer-child-1"), again.Value("answer-child-2"), again.Value("rationale")));
    }

    [Fact]
    public async Task One_tap_gives_both_children_the_one_answer_that_was_chosen()
    {
        await HaveAsync(Differing());
        var form = await OpenAsync(DecisionDrawing.Cause);

        var two = await form.PressAsync("Same for both children", ("answer-child-1", "yes"), ("answer-child-2", "no"));
        Assert.Contains("You chose more than one answer.", two.Text, StringComparison.Ordinal);
        Assert.Empty((await CaseAsync()).Meeting.Plan.ReasonableCause);
        var none = await form.PressAsync("Same for both children");
        Assert.Contains("Choose Yes, No or Can't say yet", none.Text, StringComparison.Ordinal);
        await form.PressAsync("Same for both children", ("answer-child-1", "yes"), ("rationale", "Nobody explains them."));

        Assert.Equal([ReasonableCause.Yes, ReasonableCause.Yes],
            (await CaseAsync()).Meeting.Plan.ReasonableCause.Values.Select(decided => decided.Fact.Answer));
    }

    [Fact]
    public async Task An_enquiry_for_one_child_and_help_for_the_other_are_decided_in_one()
    {
        await HaveAsync(Differing());

        var form = await OpenAsync(DecisionDrawing.Enquiry);
        Assert.Equal(6, form.Inputs.Count);
        await form.PressAsync("Save", ("answer-child-1", "start"), ("answer-child-2", "notStart"), ("conduct", "joint"),
            ("followOn", "childInNeed"), ("rationale", "Ash is hurt; Bo needs help."));

        var plan = (await CaseAsync()).Meeting.Plan.Section47;
        Assert.Equal((Section47.Start, Conduct.Joint, null),
            (plan[Child1].Fact.Answer, plan[Child1].Fact.Conduct, plan[Child1].Fact.FollowOn));
        Assert.Equal((Section47.NotStart, null, FollowOn.ChildInNeed),
            (plan[Child2].Fact.Answer, plan[Child2].Fact.Conduct, plan[Child2].Fact.FollowOn));
        var again = await OpenAsync(DecisionDrawing.Enquiry);
        Assert.Equal(("start", "notStart", "joint", "childInNeed"), (again.Value("answer-child-1"), again.Value("answer-child-2"),
            again.Value("conduct"), again.Value("followOn")));
    }

    [Fact]
    public async Task A_child_left_out_stays_open_and_is_asked_about_alone()
    {
        await HaveAsync(Differing());

        await (await OpenAsync(DecisionDrawing.Conference)).PressAsync("Save", ("answer-child-1", "yes"));

        Assert.Equal([Child1], (await CaseAsync()).Meeting.Plan.Conference.Keys);
        var alone = await OpenAsync(DecisionDrawing.Conference);
        Assert.Equal(("child-2", ""), (alone.Value("child"), alone.Value("answer")));
    }

    [Fact]
    public async Task Where_nothing_differs_it_is_asked_once_and_where_reasons_do_each_apart()
    {
        await HaveAsync(Running(2).Fact(
            new ConferenceDecided(Conference.Yes, "Ash's.") { Meeting = FirstMeeting, Child = Child1 },
            new ConferenceDecided(Conference.No, "Bo's.") { Meeting = FirstMeeting, Child = Child2 }));

        var cause = await OpenAsync(DecisionDrawing.Cause);
        Assert.Equal("all", cause.Value("child"));
        Assert.Contains("Same for both children", cause.Text, StringComparison.Ordinal);
        Assert.Equal("child-1", (await OpenAsync(DecisionDrawing.Conference)).Value("child"));
    }

    [Fact]
    public async Task What_somebody_else_decides_meanwhile_is_not_replaced_unseen()
    {
        await HaveAsync(Differing().Fact(
            new ConferenceDecided(Conference.Yes, "") { Meeting = FirstMeeting, Child = Child1 },
            new ConferenceDecided(Conference.No, "") { Meeting = FirstMeeting, Child = Child2 }));
        var (mine, theirs) = (await OpenAsync(DecisionDrawing.Conference), await OpenAsync(DecisionDrawing.Conference));
        await theirs.PressAsync("Save", ("answer-child-2", "atEndOfEnquiry"));

        var shown = await mine.PressAsync("Save", ("answer-child-2", "yes"));

        Assert.Contains("saved something else", shown.Text, StringComparison.Ordinal);
        Assert.Equal(Conference.AtEndOfEnquiry, (await CaseAsync()).Meeting.Plan.Conference[Child2].Fact.Answer);
    }

    private static Given Running(int children) =>
        AConvenedCase(children).At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });

    /// <summary>The school sees it differently for the second child, and the views are shown.</summary>
    private static Given Differing() => Running(2).By(Ruth)
        .Fact(
            new ViewGiven(Ruth.Id, ReasonableCause.Yes, "") { Meeting = FirstMeeting, Child = Child1 },
            new ViewGiven(Ruth.Id, ReasonableCause.No, "") { Meeting = FirstMeeting, Child = Child2 })
        .By(Priya).Fact(new ViewsRevealed { Meeting = FirstMeeting });

    private Task HaveAsync(Given given) => host.Cases.HaveAsync(given);

    private async Task<PartHost.Screen> OpenAsync(string about) =>
        await host.OpenAsync(Priya, DecisionDrawing.OfItsOwn(await CaseAsync(), about, null));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
