using StrategyBot.Cases;
using StrategyBot.Cases.Facts;
using StrategyBot.Documents;
using StrategyBot.Forms;
using StrategyBot.Phases;
using StrategyBot.Phases.FollowingUp;
using StrategyBot.Phases.Safeguarding;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.Phases.SafetyPlanning.APlan;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Safeguarding;

/// <summary>P9, R41, R62: a row of the plan is for one child or for all, the family may do it, and it says how we will know.</summary>
public sealed class RowOfFamilyTests
{
    [Fact]
    public void What_the_family_does_has_somebody_who_keeps_in_touch_and_then_a_name_and_a_number()
    {
        var given = Rows().By(Tom).Decided(c => Agree(c, Overnight));
        var row = Row(given);
        Assert.Equal((Tom.Id, new FamilyDoes("", "")), (row.Fact.Owner, row.Fact.Family));
        Assert.Contains(SafeguardingHub.Gaps(given.Case), IsUnnamed);
        Assert.StartsWith("who of the family does it", RowDrawing.Unsaid(row), StringComparison.Ordinal);

        var unsaid = given.When(c => Agree(c, Whose(row, ""))).Refused<CannotBe>();
        Assert.Equal("family", unsaid.Field);
        Assert.Equal("reached", given.When(c => Agree(c, Whose(row, "Jean Harlow"))).Refused<CannotBe>().Field);
        given.Decided(c => Agree(c, Whose(row, "Jean Harlow", "07700 900123")));

        Assert.Equal((Tom.Id, new FamilyDoes("Jean Harlow", "07700 900123")), (Row(given).Fact.Owner, Row(given).Fact.Family));
        Assert.DoesNotContain(SafeguardingHub.Gaps(given.Case), IsUnnamed);
        Assert.Equal("Jean Harlow; Tom Okafor (Children's social care) keeps in touch, by Mon 14 Dec 2026, 12:00",
            RowDrawing.OwnerAndTime(given.Case, Row(given), Words));
        Assert.Contains(MinutesDraft.Of(given.Case), printed => printed.Cells is { } cells && cells[0] == "Has them overnight."
            && cells[1] == "Jean Harlow; Tom Okafor, Social Worker, Children's social care keeps in touch");
        Assert.DoesNotContain(MinutesDraft.Of(given.Case), printed => printed.Text.Contains("07700 900123", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_owner_takes_it_from_the_family_and_other_words_do_not()
    {
        var given = Named();
        given.Decided(c => Agree(c, Changed(Row(given)) with { What = "Has them at night." }));
        Assert.Equal("Jean Harlow", Row(given).Fact.Family?.Who);

        given.Decided(c => Agree(c, Changed(Row(given)) with { Owner = Grace.Id.Value }));
        Assert.Equal((Grace.Id, (FamilyDoes?)null), (Row(given).Fact.Owner, Row(given).Fact.Family));
    }

    [Fact]
    public void Whoever_keeps_in_touch_may_hand_that_over_and_the_family_goes_on()
    {
        var given = Named();
        given.By(Priya).Decided(c => HandOverRule.Give(c, Priya, Row(given).Id, Helen.Id.Value, "", given.Now, Words));

        Assert.Equal((Helen.Id, "Jean Harlow"), (Row(given).Fact.Owner, Row(given).Fact.Family?.Who));
    }

    [Fact]
    public void Who_was_told_of_a_row_is_told_again_when_another_of_the_family_does_it()
    {
        var given = Named().Fact(new ActionAnswered(new("action-2"), ActionProgress.Accepted, "") { Meeting = FirstMeeting });
        given.Decided(c => Agree(c, Whose(Row(given), "Uncle Ray", "07700 900456")));

        Assert.Null(Row(given).Progress);
    }

    [Fact]
    public void A_row_is_for_one_child_or_for_all()
    {
        var given = Rows().By(Priya).Fact(
            new ChildNamed(new("Bo Lindley", "", new(2021, 5, 4), false, "1 Mill Lane", "", "")) { Child = Child2 });
        var row = given.Case.Meeting.Plan.Actions[0];
        Assert.Equal("child", given.When(c => Agree(c, Whose(row, "") with { Child = "child-9" })).Refused<CannotBe>().Field);
        given.Decided(c => Agree(c, Whose(row, "") with { Child = Child2.Value }));

        var changed = given.Case.Meeting.Plan.Actions[0];
        Assert.Equal(Child2, changed.Fact.Child);
        Assert.StartsWith("Child 2: ", RowDrawing.What(given.Case, changed), StringComparison.Ordinal);
        given.Decided(c => Agree(c, Whose(changed, "") with { Child = ChildChoice.All }));
        Assert.Null(given.Case.Meeting.Plan.Actions[0].Fact.Child);
    }

    [Fact]
    public void How_we_will_know_is_asked_with_what_if_it_fails_and_stays_unsaid_until_it_is_said()
    {
        var given = Rows().By(Tom);
        var row = given.Case.Meeting.Plan.Actions[0];
        Assert.Equal("how we will know, what if it fails", RowDrawing.Unsaid(row));
        given.Decided(c => Agree(c,
            new(Id.Value, row.Id.Value, Known: "Tom rings at eight.", IfThisFails: "Ring the night team.", Rest: true)));

        var said = given.Case.Meeting.Plan.Actions[0];
        Assert.Equal(("Tom rings at eight.", "Ring the night team.", ""),
            (said.Fact.Known, said.Fact.IfThisFails, RowDrawing.Unsaid(said)));
        Assert.Contains(MinutesDraft.Of(given.Case),
            printed => printed.Cells is { } cells && cells[3] == "How we will know: Tom rings at eight.");
        // The first half leaves it as it is.
        given.Decided(c => Agree(c, Changed(said) with { What = "Gran has them." }));
        Assert.Equal("Tom rings at eight.", given.Case.Meeting.Plan.Actions[0].Fact.Known);
    }

    [Fact]
    public async Task In_the_dialog_the_family_is_chosen_and_then_named()
    {
        using var host = new PartHost(PartHost.FakeOutside);
        await host.Cases.HaveAsync(Rows());
        host.Clock.Advance(Dates.Local("2026-12-02 09:10") - host.Clock.GetUtcNow());
        var form = await host.OpenAsync(Tom, new PartButton("", SafetyRowPart.Id.Open, new RowForm(Id.Value)));
        var whose = await form.PressAsync("Save", ("what", "Has them overnight."), ("owner", RowForm.OfFamily), ("due", "other"),
            ("at", "14 Dec 2026 12:00"));


        Assert.Equal(["family", "reached", "owner"], whose.Inputs.Select(input => input.Id));
        var saved = await whose.PressAsync("Save", ("family", "Jean Harlow"), ("reached", "07700 900123"));
        Assert.Contains("Jean Harlow; Tom Okafor (Children's social care) keeps in touch", saved.Text, StringComparison.Ordinal);
    }

    private static bool IsUnnamed(Gap gap) => gap.Sentence.Contains("nobody has said who", StringComparison.Ordinal);

    private static Given Named()
    {
        var given = Rows().By(Tom).Decided(c => Agree(c, Overnight));
        return given.Decided(c => Agree(c, Whose(Row(given), "Jean Harlow", "07700 900123")));
    }

    private static RowForm Overnight { get; } =
        new(Id.Value, null, "Has them overnight.", RowForm.OfFamily, At: "14 Dec 2026 12:00");

    private static PlannedAction Row(Given given) =>
        given.Case.Meeting.Plan.Open.Last(row => row.Fact.Kind == ActionKind.SafetyPlan);

    private static RowForm Changed(PlannedAction row) => new(Id.Value, row.Id.Value, row.Fact.What, RowRules.OwnerOf(row.Fact),
        RowForm.AsItIs(row), null, row.Fact.Purpose);

    private static RowForm Whose(PlannedAction row, string family, string reached = "") => new(
        Id.Value, row.Id.Value, Owner: row.Fact.Owner.Value, Whose: true, Child: ChildChoice.All, Family: family, Reached: reached);

    private static Decision Agree(Case @case, RowForm form) =>
        RowRules.Agree(@case, ActionKind.SafetyPlan, form, Dates.Local("2026-12-02 09:05"), Words, By(Tom));
}
