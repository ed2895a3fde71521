using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>Two children who differ decided on one form in the panel, as its picture has it; and the same groups for whoever has no panel
/// (issue 11).</summary>
public sealed class PanelDecisionTests(Browser browser) : PanelScene(browser)
{
    private const string Health = "No explanation fits these bruises at his age.";

    private const string Part = "Reasonable cause and section 47";

    private protected override int Children => 2;

    [BrowserFact]
    public Task Two_children_who_differ_are_decided_side_by_side_below_the_views() => DecideAsync(320, 700, ColorScheme.Light);

    [MatrixTheory]
    [InlineData(400, 900, ColorScheme.Dark)]
    public Task Two_children_who_differ_in_a_wider_panel(int width, int height, ColorScheme colours) =>
        DecideAsync(width, height, colours);

    [BrowserFact]
    public Task Whoever_has_no_panel_finds_the_same_groups_in_their_own_part() => OwnPartAsync(320, 700, ColorScheme.Light);

    [MatrixTheory]
    [InlineData(1280, 800, ColorScheme.Light)]
    [InlineData(400, 900, ColorScheme.Dark)]
    public Task The_same_groups_in_larger_windows(int width, int height, ColorScheme colours) => OwnPartAsync(width, height, colours);

    private async Task DecideAsync(int width, int height, ColorScheme colours)
    {
        await Journey.MeetAsync();
        await SaveAsync(Journey.Chair, "Your view", ("view", "yes"), ("line", "An injury that nobody explains."));
        await SaveAsync(Journey.Police, "Your view", ("view", "yes"), ("line", "The account doesn't explain the bruises."));
        await SaveAsync(Journey.Nurse, "Your view", ("view", "yes"), ("line", Health));
        await SaveAsync(Journey.School, "Your view", ("child", "child-1"), ("view", "yes"));
        await SaveAsync(Journey.School, "Your view", ("child", "child-2"), ("view", "no"), ("line", "Nothing we hold on her gives cause."));
        await using var panel = await OpenAsync(width, height, colours);

        await panel.PartAsync("Decisions", Part);
        // The planted name of each child has that word in it.
        await Expect(panel.Form.Locator("h2")).ToContainTextAsync("Decide for each");
        await Expect(panel.Form).ToContainTextAsync("✗ No");
        Assert.DoesNotContain("PLANTED-child", await panel.TextAsync(), StringComparison.Ordinal);
        await LookAsync(panel, "decision");
        // From above: two children's causes, their enquiries, who carries them out.
        await ChooseAsync(panel, 0, "Yes");
        await ChooseAsync(panel, 1, "No");
        await ChooseAsync(panel, 2, "Start");
        await ChooseAsync(panel, 3, "Start");
        await ChooseAsync(panel, 4, "Joint");
        await panel.Frame.GetByLabel("Why, in your own words").FillAsync(Health);
        await panel.Tab.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(panel.Form.Locator(".summary")).ToContainTextAsync("2 things to change");
        await Expect(panel.Frame.GetByLabel("Why, in your own words")).ToHaveValueAsync(Health);
        await LookAsync(panel, "decision-errors");

        await ChooseAsync(panel, 1, "Yes");
        await panel.Frame.GetByLabel("Why, in your own words").FillAsync("Nobody explains the bruises.");
        await panel.Tab.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");
        var facts = await Processes.FactsAsync();
        Assert.Equal(4, facts.Count(fact => fact.Contains("Nobody explains the bruises.", StringComparison.Ordinal)));
    }

    private async Task OwnPartAsync(int width, int height, ColorScheme colours)
    {
        await Journey.MeetAsync();
        var chat = (await Journey.Chair.MeetingChatAsync())["id"]!.GetValue<string>();
        await using var tab = await Browser.OpenAsync(
            $"{Processes.World.BaseAddress}?as=chair#/chat/{Uri.EscapeDataString(chat)}", width, height, colours);
        var parts = tab.Page.Locator("dialog[open] #parts");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Open my part", Exact = true }).Last.ClickAsync();
        await Expect(parts).ToContainTextAsync("▾ Safety");
        await tab.AxeFindsNothingAsync("own part");
        await parts.ScrollIntoViewIfNeededAsync();
        await tab.LookAsync($"own-part-{width}-{colours}");

        await KeyAsync(tab, parts.GetByRole(AriaRole.Button, new() { NameRegex = new("^Plan") }));
        await Expect(parts).ToContainTextAsync("▾ Plan");
        await tab.LookAsync($"own-part-plan-{width}-{colours}");
        await KeyAsync(tab, parts.GetByRole(AriaRole.Button, new() { NameRegex = new("^Contingency") }));
        await Expect(tab.Page.GetByLabel("What happens if the plan fails?")).ToBeVisibleAsync();
    }

    private static async Task KeyAsync(Tab tab, ILocator row)
    {
        await row.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
    }

    /// <param name="input">Which of the form's inputs, from above.</param>
    private static async Task ChooseAsync(PanelTab panel, int input, string answer) =>
        await panel.Form.Locator(".ac-input-container").Nth(input).GetByLabel(answer).First.CheckAsync();

    private static async Task LookAsync(PanelTab panel, string state)
    {
        await Tab.AxeFindsNothingInAsync(panel.Frame, state);
        Assert.True(await panel.Frame.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), state);
        await panel.Tab.LookAsync($"panel-{state}-{await panel.Frame.EvaluateAsync<int>("innerWidth")}");
        // All of it, for whoever reads what the form has below.
        await panel.Tab.Page.SetViewportSizeAsync(await panel.Tab.Page.EvaluateAsync<int>("innerWidth"), 1800);
        await panel.Tab.LookAsync($"panel-{state}-{await panel.Frame.EvaluateAsync<int>("innerWidth")}-whole");
    }
}
