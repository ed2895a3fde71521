using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>The whole journey in a real browser, a tab for each person, by the keyboard.</summary>
public sealed class BrowserJourneyTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Six_people_go_from_convening_to_the_minutes_each_in_a_tab_of_their_own()
    {
        await using var processes = await BotProcesses.StartAsync();
        await using var window = await browser.OpenWindowAsync();
        var tabs = new Dictionary<string, Tab>();
        foreach (var person in new[] { "chair", "social-worker", "police", "health", "school", "head-of-service" })
        {
            tabs[person] = await window.OpenAsync($"{processes.World.BaseAddress}?as={person}#/chat");
        }

        var journey = new Journey(processes, person => new TabUser(processes.World, person, tabs[person], window));
        foreach (var ((name, takeAsync), number) in journey.Steps.Select((step, index) => (step, index + 1)))
        {
            await takeAsync();
            await LookAsync(window, tabs["health"], $"journey-{number}-{name}-nurse");
            await LookAsync(window, tabs["chair"], $"journey-{number}-{name}-chair");
            await tabs["chair"].AxeFindsNothingAsync(name);
        }

        await JourneyTests.HasArrivedAsync(journey, processes);
    }

    /// <summary>Wide and phone, light and dark.</summary>
    private static async Task LookAsync(TabbedWindow window, Tab tab, string name)
    {
        await window.FrontAsync(tab);
        if (!Tab.KeepsPictures)
        {
            return;
        }

        foreach (var (size, width, height) in new[] { ("wide", 1440, 900), ("phone", 390, 844) })
        {
            await tab.Page.SetViewportSizeAsync(width, height);
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await tab.Page.EmulateMediaAsync(new() { ColorScheme = colours });
                await tab.LookAsync($"{name}-{size}-{(colours == ColorScheme.Light ? "light" : "dark")}");
            }
        }

        await tab.Page.SetViewportSizeAsync(1440, 900);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
