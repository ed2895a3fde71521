using Microsoft.Extensions.DependencyInjection;
using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Planning;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>Reasons, rows and positions are marked by themselves (P6): an answer may be known where its reasons are not.</summary>
public sealed class MarkedPlanTests
{
    private const string Secret = "PLANTED";

    [Theory]
    [InlineData("planning/reasonable-cause", "rationale", "answer", "yes")]
    [InlineData("planning/section47", "rationale", "answer", "start")]
    [InlineData("planning/conference", "rationale", "answer", "yes")]
    public async Task Everybody_knows_a_decision_and_those_alone_know_why_whom_it_names(string part, string text, string id, string answer)
    {
        using var host = await HostAsync();
        var form = await host.OpenAsync(Priya, Opener(part));

        var saved = await form.PressAsync("Save", (id, answer), (text, Secret), ("marking", "only-Police"));

        Assert.StartsWith("Saved", saved.Text, StringComparison.Ordinal);
        var minutes = MinutesDraft.Of(await host.Clerk.LoadAsync(Id, default));
        Assert.Contains(MinutesCopy.For(minutes, Sam), Planted);
        Assert.DoesNotContain(MinutesCopy.For(minutes, Ruth), Planted);
        var heading = Assert.Single(minutes, Planted).Section;
        Assert.Contains(MinutesCopy.For(minutes, Ruth),
            paragraph => paragraph.Section == heading && paragraph.Text.StartsWith("Child 1, Ash Lindley: ", StringComparison.Ordinal));
        Assert.Contains(MinutesCopy.For(minutes, Ruth),
            paragraph => paragraph.Section == heading && paragraph.Text == MinutesCopy.LeftOut);
    }

    [Theory]
    [InlineData("planning/action")]
    [InlineData("safeguarding/row")]
    public async Task A_row_is_for_those_whom_it_names(string part)
    {
        using var host = await HostAsync();
        var form = await host.OpenAsync(Priya, new("", part, new RowForm(Id.Value)));

        await form.PressAsync("Save", ("what", Secret), ("owner", Sam.Id.Value), ("at", "tomorrow 12:00"), ("marking", "only-Police"));

        var minutes = MinutesDraft.Of(await host.Clerk.LoadAsync(Id, default));
        Assert.Contains(MinutesCopy.For(minutes, Sam), Planted);
        Assert.DoesNotContain(MinutesCopy.For(minutes, Ruth), Planted);
    }

    [Fact]
    public async Task Who_marks_a_row_so_that_its_owner_can_not_read_it_is_told()
    {
        using var host = await HostAsync();
        var form = await host.OpenAsync(Priya, new("", "planning/action", new RowForm(Id.Value)));

        var saved = await form.PressAsync("Save", ("what", "Ring the ward"), ("owner", Ruth.Id.Value), ("at", "tomorrow 12:00"),
            ("marking", "only-Police"));

        Assert.Contains("Saved", saved.Text, StringComparison.Ordinal);
        Assert.Contains("Ruth Carver can't read this", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_what_footing_a_child_is_safe_is_for_all_and_where_for_those_whom_it_names()
    {
        using var host = await HostAsync();
        var @case = await host.Clerk.LoadAsync(Id, default);
        var form = await host.OpenAsync(Priya, PositionPart.Button(@case, @case.Children[0]));

        var next = await form.PressAsync("Save", ("where", Secret), ("basis", "parentsAgree"), ("marking", "only-Police"));
        Assert.Contains("the first half.", next.Text, StringComparison.Ordinal);
        await (await host.OpenAsync(Priya, LimitPart.Button(@case, @case.Children[0]))).PressAsync("Save", ("decideDate", "2026-11-30"));

        var minutes = MinutesDraft.Of(await host.Clerk.LoadAsync(Id, default));
        Assert.Contains(MinutesCopy.For(minutes, Sam), Planted);
        Assert.DoesNotContain(MinutesCopy.For(minutes, Ruth), Planted);
        Assert.Contains("Decide by: Mon 30 Nov", string.Join('\n', MinutesCopy.For(minutes, Ruth).Select(paragraph => paragraph.Text)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_chair_who_may_not_read_where_a_child_is_hears_that_the_time_has_come()
    {
        var given = AConvenedCase().By(Sam).Fact(new PositionRecorded(Secret, "", "", SafetyBasis.PoliceProtection, null, null, "")
        {
            Meeting = FirstMeeting,
            Child = Child1,
            Audience = Audience.Only(Agency.Police),
        });
        Assert.DoesNotContain(Secret, CardJson.Write(ClockCard.At<DecideByClock>(given.Case, Priya)), StringComparison.Ordinal);
        var echo = PositionEcho.For(given.Case, given.Case.Children[0], Sam, Words);
        Assert.Contains(echo.OfType<PlainText>(), line => line.Text.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void A_typed_decision_puts_no_childs_reasons_under_another_ones_marking()
    {
        var given = AConvenedCase(children: 2).By(Priya).Fact(
            new Section47Decided(Section47.Start, Conduct.Single, null, Secret)
            {
                Meeting = FirstMeeting,
                Child = Child1,
                Audience = Audience.PoliceAndSocialCare,
            },
            new Section47Decided(Section47.Start, Conduct.Single, null, "He lives there too.") { Meeting = FirstMeeting, Child = Child2 });

        var plan = given.Decided(@case => DecisionCommand.Decide(@case, ["s47", "joint"])).Case.Meeting.Plan.Section47;

        Assert.Equal((Secret, Audience.PoliceAndSocialCare), (plan[Child1].Fact.Rationale, plan[Child1].Fact.Audience));
        Assert.Equal(("He lives there too.", Audience.Professionals), (plan[Child2].Fact.Rationale, plan[Child2].Fact.Audience));
    }

    [Fact]
    public void Another_than_its_author_lets_nobody_more_read_it()
    {
        var given = AConvenedCase().By(Priya).Fact(new ReasonableCauseDecided(ReasonableCause.Yes, Secret)
        {
            Meeting = FirstMeeting,
            Child = Child1,
            Audience = Audience.PoliceAndSocialCare,
        });
        Decision Says(Participant by) => DecisionRule.ReasonableCause(
            given.Case, given.Case.Children, ReasonableCause.No, Secret, null, new(Audience.Professionals, by));

        Assert.IsType<OnlyTheAuthorWidens>(Assert.IsType<Decision.Refused>(Says(Sam)).Because);
        Assert.IsType<Decision.Accepted>(Says(Priya));
    }

    private static bool Planted(MinutesParagraph paragraph) => paragraph.Text.Contains(Secret, StringComparison.Ordinal);

    private static PartButton Opener(string part) => new("", part, new { Case = Id.Value });

    private static async Task<PartHost> HostAsync(Given? given = null)
    {
        var host = new PartHost(services => services.AddSingleton<StrategyBot.Phases.CommandCase>());
        await host.Cases.HaveAsync(given ?? AConvenedCase());
        return host;
    }
}
