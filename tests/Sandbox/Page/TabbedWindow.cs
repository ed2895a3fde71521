using Microsoft.Playwright;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>One window with a tab for each person, as a visitor of the sandbox has it.</summary>
/// <remarks>One tab is in front, and the page in the others knows that nobody sees it.
/// Chromium without a screen shows every tab at once, so each would do the work of the one in front.</remarks>
internal sealed class TabbedWindow : IAsyncDisposable
{
    private const string KnowsWhetherItIsSeen = """
        (() => {
            let isBehind = false;
            Object.defineProperty(document, "hidden", { get: () => isBehind });
            Object.defineProperty(document, "visibilityState", { get: () => isBehind ? "hidden" : "visible" });
            window.putBehind = (value) => {
                isBehind = value;
                document.dispatchEvent(new Event("visibilitychange"));
            };
        })();
        """;

    private readonly IBrowserContext context;
    private readonly List<Tab> tabs = [];
    private Tab? front;

    private TabbedWindow(IBrowserContext context) => this.context = context;

    public static async Task<TabbedWindow> OfAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(KnowsWhetherItIsSeen);
        return new(context);
    }

    /// <summary>Opens a tab and puts it in front.</summary>
    public async Task<Tab> OpenAsync(string url)
    {
        await BehindAsync();
        var page = await context.NewPageAsync();
        front = new Tab(() => new(page.CloseAsync()), page, new Uri(url).Authority);
        tabs.Add(front);
        await page.GotoAsync(url);
        return front;
    }

    public async Task FrontAsync(Tab tab)
    {
        if (front != tab)
        {
            await BehindAsync();
            front = tab;
            await PutAsync(tab, behind: false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var tab in tabs)
        {
            await tab.DisposeAsync();
        }

        await context.DisposeAsync();
    }

    private Task BehindAsync() => front is null ? Task.CompletedTask : PutAsync(front, behind: true);

    private static Task PutAsync(Tab tab, bool behind) => tab.Page.EvaluateAsync("behind => window.putBehind(behind)", behind);
}
