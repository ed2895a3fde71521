using Microsoft.Playwright;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.Sandbox.Page;

namespace StrategyBot.Tests.Panel;

/// <summary>Somebody's meeting chat with the panel open beside it, as the sandbox hosts it.</summary>
internal sealed class PanelTab(Tab tab, IFrame frame) : IAsyncDisposable
{
    public Tab Tab => tab;

    public IFrame Frame => frame;

    public ILocator Form => frame.Locator(".form");

    public ILocator Foot => frame.Locator("footer");

    public ILocator Head => frame.Locator("header");

    public static async Task<PanelTab> OpenAsync(
        Browser browser, BotProcesses processes, TeamsUser person, string @as, int width = 320, int height = 700,
        ColorScheme colours = ColorScheme.Light, Contrast contrast = Contrast.NoPreference)
    {
        var chat = (await person.MeetingChatAsync())["id"]!.GetValue<string>();
        var url = $"{processes.World.BaseAddress}?as={@as}#/chat/{Uri.EscapeDataString(chat)}";
        // Teams' own bar stands above it.
        var tab = await browser.OpenAsync(url, width, height + 44, colours);
        tab.Also = processes.Bot.BaseAddress!.Authority;
        // Two lines of the library, whose list of hosts is Microsoft's (side panel facts §7); and lines that the test cuts.
        tab.Expected.AddRange(["validDomains", "Failed to load resource"]);
        await tab.Page.EmulateMediaAsync(new() { ColorScheme = colours, Contrast = contrast });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Panel", Exact = true }).ClickAsync();
        await tab.Page.FrameLocator("iframe").Locator("header, main.one").First.WaitForAsync();
        return new(tab, tab.Page.Frames.Single(frame => frame.Url.EndsWith("/panel", StringComparison.Ordinal)));
    }

    public ILocator Button(string name) => frame.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Primary => frame.Locator("footer fluent-button[appearance=primary]");

    public async Task PartAsync(string group, string part)
    {
        await frame.GetByRole(AriaRole.Tab, new() { NameRegex = new($"^{group}") }).ClickAsync();
        await frame.Locator(".parts").GetByRole(AriaRole.Button).Filter(new() { HasText = part }).First.ClickAsync();
    }

    public async Task<string> TextAsync() => await frame.InnerTextAsync("body");

    public ValueTask DisposeAsync() => tab.DisposeAsync();
}
