using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>One Chromium for a class of tests; each test takes tabs of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Executable is { } executable)
        {
            Assertions.SetDefaultExpectTimeout(Tab.Patience);
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags });
        }
    }

    public async Task DisposeAsync()
    {
        await (chromium?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }

    /// <param name="authority">The one host that may be asked; that of <paramref name="url"/> where it is left out.</param>
    /// <summary>A tab in a browser profile of its own. Anything the page complains of, or asks of another host, fails the test at <see cref="Tab.DisposeAsync"/>.</summary>
    internal async Task<Tab> OpenAsync(string url, int width = 1440, int height = 900, ColorScheme colours = ColorScheme.Light, string? authority = null)
    {
        var context = await chromium!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = colours, Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        var tab = new Tab(context, page, authority ?? new Uri(url).Authority);
        await page.GotoAsync(url);
        return tab;
    }
}

internal sealed class Tab : IAsyncDisposable
{
    /// <summary>Milliseconds. A loaded machine may be slow; only a broken page is this slow.</summary>
    public const float Patience = 60_000;

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    public Tab(IBrowserContext context, IPage page, string authority)
    {
        this.context = context;
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, said) => complaints.AddRange(said.Type == "error" && !Expected.Any(text => said.Text.Contains(text, StringComparison.Ordinal)) ? [said.Text] : []);
        page.Request += (_, request) => complaints.AddRange(request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority != authority ? [request.Url] : []);
    }

    private static string? Pictures { get; } = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static bool KeepsPictures => !string.IsNullOrEmpty(Pictures);

    public IPage Page { get; }

    /// <summary>What the browser may say of answers that the test itself brings about.</summary>
    public List<string> Expected { get; } = ["503"];

    public async Task AxeFindsNothingAsync(string where)
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, where + "\n" + string.Join("\n", result.Violations.Select(v => $"{v.Id}: {v.Help}\n  {string.Join("\n  ", v.Nodes.Select(n => n.Html))}")));
    }

    /// <summary>Keeps a picture if <c>SCREENSHOTS</c> names a folder, for the eye and for the READMEs.</summary>
    public async Task LookAsync(string name)
    {
        if (KeepsPictures)
        {
            await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures!, name + ".png") });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }
}
