using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.Panel;

/// <summary>What whoever looks at a shared screen can read (issue 11).</summary>
public sealed class PanelPrivacyTests(Browser browser) : PanelScene(browser)
{
    [BrowserFact]
    public async Task What_stands_in_a_field_is_covered_until_somebody_asks_for_it_and_is_saved_as_it_stands()
    {
        await Journey.MeetAsync();
        await SaveAsync(Journey.Chair, "Contingency", ("text", "Ring PLANTED-child's grandmother at PLANTED-address"));
        await using var panel = await OpenAsync();
        await panel.PartAsync("Plan", "Contingency");

        var text = panel.Form.Locator("textarea").First;
        var cover = panel.Form.Locator(".covered").First;
        await Expect(cover).ToContainTextAsync("Baby's grandmother at (address hidden)");
        await Expect(text).ToBeHiddenAsync();
        Assert.DoesNotContain("PLANTED", await panel.TextAsync(), StringComparison.Ordinal);
        await Tab.AxeFindsNothingInAsync(panel.Frame, "covered");
        await panel.Tab.LookAsync("panel-covered-320");

        await cover.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(text).ToBeFocusedAsync();
        await Expect(text).ToHaveValueAsync("Ring PLANTED-child's grandmother at PLANTED-address");
        await panel.Tab.Page.Keyboard.PressAsync("End");
        await panel.Tab.Page.Keyboard.TypeAsync(" tonight");
        await panel.Primary.ClickAsync();
        await Expect(panel.Form.Locator(".saved")).ToContainTextAsync("Saved");
        Assert.Contains(await Processes.FactsAsync(),
            fact => fact.Contains("Ring PLANTED-child's grandmother at PLANTED-address tonight", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task What_is_marked_for_some_stays_folded_while_names_are_hidden()
    {
        await Journey.MeetAsync();
        await SaveAsync(Journey.Police, "What your agency knows",
            ("text", "An *informant* in the road saw him on Tuesday."), ("marking", "police-and-social-care"));
        await using var panel = await OpenAsync();
        await panel.PartAsync("Information", "What everyone knows");

        await Expect(panel.Form).ToContainTextAsync("(for some only, hidden)");
        await Expect(panel.Form).Not.ToContainTextAsync("informant");
        await panel.Tab.LookAsync("panel-folded-320");
        await panel.Button("Names hidden").ClickAsync();
        await Expect(panel.Form).ToContainTextAsync("informant");
    }
}
