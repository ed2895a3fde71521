using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Phases.Planning;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>Reasonable cause and the section 47 enquiry on one form, as the panel's picture has it (issue 11.2, P3, P9).</summary>
public sealed class CauseAndEnquiryTests : IDisposable
{
    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task One_form_one_reason_and_two_facts()
    {
        await HaveAsync(Running(1));

        var form = await OpenAsync();
        Assert.Equal("Reasonable cause and section 47", form.Title);
        Assert.Equal(["cause", "enquiry", "conduct", "followOn", "rationale", "marking"], form.Inputs.Select(input => input.Id));
        Assert.All(["cause", "enquiry", "conduct", "followOn"], id => Assert.Equal("", form.Value(id)));
        await form.PressAsync("Save", ("cause", "yes"), ("enquiry", "start"), ("conduct", "joint"), ("rationale", "Nobody explains it."));

        var plan = (await CaseAsync()).Meeting.Plan;
        Assert.Equal((ReasonableCause.Yes, "Nobody explains it."),
            (plan.ReasonableCause[Child1].Fact.Answer, plan.ReasonableCause[Child1].Fact.Rationale));
        Assert.Equal((Section47.Start, Conduct.Joint, "Nobody explains it."),
            (plan.Section47[Child1].Fact.Answer, plan.Section47[Child1].Fact.Conduct, plan.Section47[Child1].Fact.Rationale));
        Assert.Equal("yes", (await OpenAsync()).Value("cause"));
    }

    [Fact]
    public async Task Where_nothing_differs_it_is_said_once_for_all_and_each_apart_is_a_tap_away()
    {
        await HaveAsync(Running(2));

        var once = await OpenAsync();
        Assert.Equal("Decide for each child", once.Title);
        var apart = await once.PressAsync("Each child apart");
        Assert.Equal(Apart, apart.Inputs.Select(input => input.Id));
        await once.PressAsync("Save", ("cause", "yes"), ("enquiry", "start"), ("conduct", "single"), ("rationale", "Both were there."));

        var plan = (await CaseAsync()).Meeting.Plan;
        Assert.Equal([ReasonableCause.Yes, ReasonableCause.Yes], plan.ReasonableCause.Values.Select(one => one.Fact.Answer));
        Assert.Equal([Section47.Start, Section47.Start], plan.Section47.Values.Select(one => one.Fact.Answer));
    }

    [Fact]
    public async Task Where_a_view_differs_two_children_stand_side_by_side_below_what_each_agency_said()
    {
        await HaveAsync(Differing());

        var form = await OpenAsync();
        Assert.Equal(Apart, form.Inputs.Select(input => input.Id));
        Assert.Contains("Agency\nAsh\nBo\nSchool\n✓ Yes\n✗ No\n", form.Text, StringComparison.Ordinal);
        Assert.True(form.Text.IndexOf("✗ No", StringComparison.Ordinal) < form.Text.IndexOf("Start, continue", StringComparison.Ordinal));
        await form.PressAsync("Save", ("cause-child-1", "yes"), ("cause-child-2", "yes"), ("enquiry-child-1", "start"),
            ("enquiry-child-2", "continue"), ("conduct", "joint"), ("rationale", "The bruises are on Ash."));

        var plan = (await CaseAsync()).Meeting.Plan;
        Assert.Equal((Section47.Start, Section47.Continue), (plan.Section47[Child1].Fact.Answer, plan.Section47[Child2].Fact.Answer));
        Assert.All(plan.Section47.Values, one => Assert.Equal(Conduct.Joint, one.Fact.Conduct));
        var again = await OpenAsync();
        Assert.Equal(("start", "continue", "joint", "The bruises are on Ash."), (again.Value("enquiry-child-1"),
            again.Value("enquiry-child-2"), again.Value("conduct"), again.Value("rationale")));
    }

    [Fact]
    public async Task What_follows_for_the_one_without_an_enquiry_is_asked_next()
    {
        await HaveAsync(Differing());

        var next = await (await OpenAsync()).PressAsync("Save", ("cause-child-1", "yes"), ("cause-child-2", "no"),
            ("enquiry-child-1", "start"), ("enquiry-child-2", "notStart"), ("conduct", "single"), ("rationale", "The bruises are on Ash."));

        Assert.Equal("Decide for Child 2", next.Title);
        Assert.Equal(("no", "notStart", ""), (next.Value("cause"), next.Value("enquiry"), next.Value("followOn")));
        await next.PressAsync("Save", ("followOn", "childInNeed"));
        var plan = (await CaseAsync()).Meeting.Plan.Section47;
        Assert.Equal((Conduct.Single, FollowOn.ChildInNeed), (plan[Child1].Fact.Conduct, plan[Child2].Fact.FollowOn));
        // Said again side by side, it stays.
        await (await OpenAsync()).PressAsync("Save", ("rationale", "The bruises are on Ash alone."));
        Assert.Equal(FollowOn.ChildInNeed, (await CaseAsync()).Meeting.Plan.Section47[Child2].Fact.FollowOn);
    }

    [Fact]
    public async Task One_tap_gives_both_children_the_one_answer_to_each_question()
    {
        await HaveAsync(Differing());
        var form = await OpenAsync();

        var two = await form.PressAsync("Same for both children", ("cause-child-1", "yes"), ("cause-child-2", "no"));
        Assert.Contains("You chose more than one answer.", two.Text, StringComparison.Ordinal);
        await form.PressAsync("Same for both children", ("cause-child-2", "yes"), ("enquiry-child-1", "start"), ("conduct", "joint"));

        var plan = (await CaseAsync()).Meeting.Plan;
        Assert.Equal([ReasonableCause.Yes, ReasonableCause.Yes], plan.ReasonableCause.Values.Select(one => one.Fact.Answer));
        Assert.Equal([Section47.Start, Section47.Start], plan.Section47.Values.Select(one => one.Fact.Answer));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_all_that_was_typed_stays()
    {
        await HaveAsync(Differing().By(Grace).Fact(
            new ViewGiven(Grace.Id, ReasonableCause.Yes, "No explanation fits.") { Meeting = FirstMeeting, Child = Child1 }));

        var refused = await (await OpenAsync()).PressAsync("Save", ("cause-child-1", "yes"), ("cause-child-2", "no"),
            ("enquiry-child-1", "start"), ("enquiry-child-2", "start"), ("rationale", "No explanation fits"));

        Assert.Contains("Child 2: no reasonable cause, but a section 47 enquiry starts. Change one of the two.", refused.Text,
            StringComparison.Ordinal);
        Assert.Contains("Those are the words of Health.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(("no", "start", "No explanation fits"),
            (refused.Value("cause-child-2"), refused.Value("enquiry-child-2"), refused.Value("rationale")));
        Assert.Equal(["fault-cause-child-2", "fault-rationale"],
            refused.Card.Body.OfType<TextBlock>().Select(text => text.Id)
                .Where(id => id?.StartsWith("fault", StringComparison.Ordinal) == true));
        Assert.Empty((await CaseAsync()).Meeting.Plan.ReasonableCause);
    }

    [Fact]
    public async Task What_is_half_said_is_saved_and_nothing_said_is_asked_for()
    {
        await HaveAsync(Running(1));
        var form = await OpenAsync();

        var nothing = await form.PressAsync("Save", ("rationale", "Why."));
        Assert.Contains("Choose whether there is reasonable cause", nothing.Text, StringComparison.Ordinal);
        await form.PressAsync("Save", ("cause", "cannotSayYet"));

        Assert.Empty((await CaseAsync()).Meeting.Plan.Section47);
        Assert.Equal("cannotSayYet", (await OpenAsync()).Value("cause"));
    }

    [Fact]
    public async Task More_children_who_differ_are_asked_about_one_after_the_other()
    {
        await HaveAsync(Differing(3));

        var form = await OpenAsync();
        Assert.Equal("Decide for Child 1", form.Title);
        await form.PressAsync("Save", ("cause", "yes"), ("enquiry", "start"), ("rationale", "Ash's."));

        Assert.Equal("Decide for Child 2", (await OpenAsync()).Title);
        Assert.Equal([Child1], (await CaseAsync()).Meeting.Plan.Section47.Keys);
    }

    [Fact]
    public async Task What_has_reasons_of_its_own_or_was_closed_keeps_its_own_form()
    {
        await HaveAsync(Running(1).Fact(
            new ReasonableCauseDecided(ReasonableCause.Yes, "This.") { Meeting = FirstMeeting, Child = Child1 },
            new Section47Decided(Section47.Start, Conduct.Joint, null, "That.") { Meeting = FirstMeeting, Child = Child1 }));
        Assert.Equal("Section 47 enquiry", (await OpenAsync()).Title);

        using var closed = new PartHost(PartHost.FakeOutside);
        await closed.Cases.HaveAsync(Running(1).Fact(
                new ReasonableCauseDecided(ReasonableCause.Yes, "This.") { Meeting = FirstMeeting, Child = Child1 })
            .At("2026-11-25 15:00").Fact(new MeetingEnded(Via.Form) { Meeting = FirstMeeting }));
        var form = await closed.OpenAsync(Priya,
            DecisionDrawing.Button(await closed.Clerk.LoadAsync(Id, default), DecisionDrawing.Cause));
        Assert.Equal(("Reasonable cause", true), (form.Title, form.Inputs.Any(input => input.Id == "because")));
    }

    [Fact]
    public async Task Who_may_read_why_is_folded_beside_two_children_and_is_saved_all_the_same()
    {
        await HaveAsync(Differing());

        var form = await OpenAsync();
        Assert.False(Assert.IsType<ChoiceSetInput>(form.Inputs.Single(input => input.Id == "marking")).IsVisible);
        Assert.Contains("Who may read why: Professionals at this meeting", form.Text, StringComparison.Ordinal);
        await form.PressAsync("Save", ("cause-child-1", "yes"), ("rationale", "Intelligence."), ("marking", "police-and-social-care"));

        Assert.Equal(Audience.PoliceAndSocialCare, (await CaseAsync()).Meeting.Plan.ReasonableCause[Child1].Fact.Audience);
    }

    [Fact]
    public async Task What_somebody_else_decides_meanwhile_is_not_replaced_unseen()
    {
        await HaveAsync(Differing());
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        await theirs.PressAsync("Save", ("enquiry-child-2", "notStart"));

        var shown = await mine.PressAsync("Save", ("enquiry-child-2", "start"));

        Assert.Contains("saved something else", shown.Text, StringComparison.Ordinal);
        Assert.Equal(Section47.NotStart, (await CaseAsync()).Meeting.Plan.Section47[Child2].Fact.Answer);
    }

    [Fact]
    public async Task Cause_enquiry_and_their_one_reason_are_answered_together()
    {
        await HaveAsync(Running(1));
        var (mine, theirs) = (await OpenAsync(), await OpenAsync());
        await theirs.PressAsync("Save", ("cause", "yes"), ("rationale", "Nobody explains it."));

        var shown = await mine.PressAsync("Save", ("enquiry", "start"), ("conduct", "joint"));

        Assert.Contains("saved something else", shown.Text, StringComparison.Ordinal);
        Assert.Empty((await CaseAsync()).Meeting.Plan.Section47);
    }

    [Fact]
    public async Task The_verbs_of_the_two_forms_are_answered_and_lead_on_from_the_one()
    {
        await HaveAsync(Running(1));

        var old = await host.OpenAsync(Priya, DecisionDrawing.OfItsOwn(await CaseAsync(), DecisionDrawing.Cause, null));
        Assert.Equal("Reasonable cause", old.Title);
        await old.PressAsync("Save", ("answer", "yes"), ("rationale", "As told."));

        var form = await OpenAsync();
        Assert.Equal(("yes", "", "As told."), (form.Value("cause"), form.Value("enquiry"), form.Value("rationale")));
    }

    /// <summary>The school sees it differently for the second child, and the views are shown.</summary>
    internal static Given Differing(int children = 2) => Running(children).By(Ruth)
        .Fact(
            new ViewGiven(Ruth.Id, ReasonableCause.Yes, "") { Meeting = FirstMeeting, Child = Child1 },
            new ViewGiven(Ruth.Id, ReasonableCause.No, "Nothing that we hold.") { Meeting = FirstMeeting, Child = Child2 })
        .By(Priya).Fact(new ViewsRevealed { Meeting = FirstMeeting });

    private static readonly string[] Apart =
        ["cause-child-1", "cause-child-2", "enquiry-child-1", "enquiry-child-2", "conduct", "rationale", "marking"];

    private static Given Running(int children) =>
        AConvenedCase(children).At("2026-11-25 14:00").Fact(new MeetingStarted(Via.Form) { Meeting = FirstMeeting });

    private Task HaveAsync(Given given) => host.Cases.HaveAsync(given);

    private async Task<PartHost.Screen> OpenAsync() =>
        await host.OpenAsync(Priya, DecisionDrawing.Button(await CaseAsync(), DecisionDrawing.Enquiry));

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);
}
