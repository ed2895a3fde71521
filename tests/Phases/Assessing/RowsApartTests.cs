using StrategyBot.Cases;
using StrategyBot.Phases.Assessing;
using StrategyBot.Tests.Phases.Planning;
using StrategyBot.Tests.TestKit;
using static StrategyBot.Tests.TestKit.Given;

namespace StrategyBot.Tests.Phases.Assessing;

/// <summary>The category of harm of two children who differ, on one form (P9, issue 11.2).</summary>
public sealed class RowsApartTests : IDisposable
{
    private static readonly string[] Apart =
        ["said-kinds-child-1", "said-main-child-1", "said-kinds-child-2", "said-main-child-2", "said-why", "marking"];

    private readonly PartHost host = new(PartHost.FakeOutside);

    public void Dispose() => host.Dispose();

    [Fact]
    public async Task Where_a_view_differs_each_child_has_its_categories_on_one_form()
    {
        await host.Cases.HaveAsync(CauseAndEnquiryTests.Differing());

        var form = await OpenAsync();
        Assert.Equal(Apart, form.Inputs.Select(input => input.Id));
        await form.PressAsync("Save", ("said-kinds-child-1", "physical,neglect"), ("said-main-child-1", "physical"),
            ("said-kinds-child-2", "neglect"), ("said-why", "The bruises are on Ash."));

        Assert.Equal([(Child1, "physical,neglect", "physical"), (Child2, "neglect", "neglect")], await RowsAsync());
        var again = await OpenAsync();
        Assert.Equal(("physical", "neglect", "The bruises are on Ash."),
            (again.Value("said-main-child-1"), again.Value("said-main-child-2"), again.Value("said-why")));
    }

    [Fact]
    public async Task One_tap_gives_both_what_was_chosen_for_one()
    {
        await host.Cases.HaveAsync(CauseAndEnquiryTests.Differing());
        var form = await OpenAsync();

        var two = await form.PressAsync("Same for both children", ("said-kinds-child-1", "physical"), ("said-kinds-child-2", "neglect"));
        Assert.Contains("You chose more than one answer.", two.Text, StringComparison.Ordinal);
        await form.PressAsync("Same for both children", ("said-kinds-child-2", "neglect"));

        Assert.Equal([(Child1, "neglect", "neglect"), (Child2, "neglect", "neglect")], await RowsAsync());
    }

    [Fact]
    public async Task A_child_without_an_answer_is_left_open_and_asked_about_alone()
    {
        await host.Cases.HaveAsync(CauseAndEnquiryTests.Differing());

        await (await OpenAsync()).PressAsync("Save", ("said-kinds-child-1", "physical"));

        Assert.Equal([(Child1, "physical", "physical")], await RowsAsync());
        Assert.Equal("child-2", (await OpenAsync()).Value("child"));
    }

    [Fact]
    public async Task What_is_wrong_of_one_child_is_said_beside_that_childs_field()
    {
        await host.Cases.HaveAsync(CauseAndEnquiryTests.Differing());

        var refused = await (await OpenAsync()).PressAsync("Save", ("said-kinds-child-1", "physical"),
            ("said-kinds-child-2", "neglect"), ("said-main-child-2", "physical"));

        Assert.Contains(refused.Card.Body.OfType<StrategyBot.Protocols.Cards.TextBlock>(), text => text.Id == "fault-said-main-child-2");
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task Where_nothing_differs_it_is_asked_once_and_each_apart_is_a_tap_away()
    {
        await host.Cases.HaveAsync(AConvenedCase(2));

        var once = await OpenAsync();
        Assert.Equal("all", once.Value("child"));
        Assert.Equal(Apart, (await once.PressAsync("Each child apart")).Inputs.Select(input => input.Id));
    }

    private async Task<PartHost.Screen> OpenAsync() =>
        await host.OpenAsync(Priya, ListRowPart.Add(await host.Clerk.LoadAsync(Id, default), RowLists.Find("category")!));

    private async Task<IEnumerable<(ChildId, string, string)>> RowsAsync() =>
        (await host.Clerk.LoadAsync(Id, default)).Meeting.Assessment.RowsOf("category")
            .Select(row => (row.Fact.Child!.Value, row.Fact.Of("kinds"), row.Fact.Of("main")));
}
