using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Documents.AMeeting;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Planning;

/// <summary>How the enquiry is done is rows of the plan: who carries out what, by when, for what purpose (R46).</summary>
public sealed class EnquiryPlanTests : IDisposable
{
    private readonly PartHost host = new();

    [Fact]
    public async Task A_step_of_the_enquiry_has_an_owner_a_time_and_a_purpose_and_is_printed_under_its_heading()
    {
        await host.Cases.HaveAsync(AConvenedCase());
        Assert.Contains("How the enquiry is done is not answered yet.", await GapsAsync());

        var form = await (await OpenAsync()).PressAsync("Add one");
        Assert.InRange(form.Inputs.Count, 1, 6);
        Assert.DoesNotContain(form.Inputs, input => input.Id == "ifThisFails");
        var refused = await form.PressAsync("Save", ("what", "See Bo at school."), ("due", "next-working-day"));
        Assert.Contains("every action has an owner", refused.Text, StringComparison.Ordinal);
        await refused.PressAsync("Save", ("owner", Tom.Id.Value), ("purpose", "To hear Bo."));

        var row = MinutesDraft.Of(await CaseAsync()).Single(one => one.Section == "How the enquiry is done");
        Assert.Equal(["See Bo at school.", Tom.Described], row.Cells!.Take(2));
        Assert.Equal("To hear Bo.", row.Cells![3]);
        Assert.DoesNotContain("How the enquiry is done is not answered yet.", await GapsAsync());
        // It is no action among those of R41, and its owner answers it like one.
        Assert.Contains("No action is agreed yet.", await GapsAsync());
        Assert.Equal(ActionKind.Enquiry, Assert.Single((await CaseAsync()).Meeting.Plan.Open).Fact.Kind);
    }

    [Fact]
    public async Task What_an_earlier_release_answered_stands_beside_the_steps_and_not_known_yet_is_one_tap()
    {
        await host.Cases.HaveAsync(AConvenedCase().By(Tom).Fact(Answered("enquiry-plan", AnswerKind.Known, "Home visit today.")));
        Assert.Contains("Home visit today.", (await OpenAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("How the enquiry is done is not answered yet.", await GapsAsync());

        await (await OpenAsync()).PressAsync("Not known yet");

        Assert.Equal("Not known yet", MinutesDraft.Of(await CaseAsync()).First(one => one.Section == "How the enquiry is done").Text);
    }

    [Fact]
    public void A_step_that_is_changed_after_the_meeting_needs_its_reason_and_is_printed_as_a_change()
    {
        var given = Ended().By(Priya).At("2026-11-25 14:40").Fact(In(new ActionAgreed(new("action-9"), ActionKind.Enquiry,
            "See Bo at school.", Tom.Id, Dates.Local("2026-11-26 12:00"), "To hear Bo.", "")));
        given.At("2026-11-26 10:00").When(@case => RowRules.Withdraw(@case, ActionKind.Enquiry, new("action-9"), null, given.Now))
            .Refused<ClosedWithTheMeeting>();

        given.Decided(@case => RowRules.Withdraw(
            @case, ActionKind.Enquiry, new("action-9"), new(PlanChangeKind.Event, "Bo is ill."), given.Now));

        Assert.Contains(MinutesDraft.Of(given.Case), paragraph =>
            paragraph.Text.StartsWith("A step of the enquiry withdrawn: See Bo at school.", StringComparison.Ordinal));
    }

    public void Dispose() => host.Dispose();

    private Task<Case> CaseAsync() => host.Clerk.LoadAsync(Id, default);

    private async Task<PartHost.Screen> OpenAsync() => await host.OpenAsync(Priya, EnquiryPlanPage.Button(await CaseAsync()));

    private async Task<IReadOnlyList<string>> GapsAsync() => [.. Program.Phases.Gaps(await CaseAsync()).Select(gap => gap.Sentence)];
}
