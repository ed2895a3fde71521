using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Sandbox.Page;

/// <summary>The one Chromium of all tests that run; each test takes tabs of its own.</summary>
/// <remarks>A class asks for it as its fixture. The first starts it and the last that is left closes it.</remarks>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly SemaphoreSlim Door = new(1, 1);
    private static (IPlaywright Driver, IBrowser Chromium)? started;
    private static int users;

    private IBrowser? chromium;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Executable is not { } executable)
        {
            return;
        }

        await Door.WaitAsync();
        try
        {
            if (users++ == 0)
            {
                Assertions.SetDefaultExpectTimeout(Tab.Patience);
                var driver = await Playwright.CreateAsync();
                started = (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Flags }));
            }

            chromium = started!.Value.Chromium;
        }
        finally
        {
            Door.Release();
        }
    }

    public async Task DisposeAsync()
    {
        if (BrowserFactAttribute.Executable is null)
        {
            return;
        }

        await Door.WaitAsync();
        try
        {
            if (--users == 0)
            {
                await started!.Value.Chromium.DisposeAsync();
                started.Value.Driver.Dispose();
            }
        }
        finally
        {
            Door.Release();
        }
    }

    /// <param name="authority">The one host that may be asked; that of <paramref name="url"/> where it is left out.</param>
    /// <summary>A tab in a browser profile of its own. Anything the page complains of, or asks of another host, fails the test at
    /// <see cref="Tab.DisposeAsync"/>.</summary>
    internal async Task<Tab> OpenAsync(
        string url, int width = 1440, int height = 900, ColorScheme colours = ColorScheme.Light, string? authority = null)
    {
        var context = await ProfileAsync(width, height, colours);
        var tab = new Tab(context.DisposeAsync, await context.NewPageAsync(), authority ?? new Uri(url).Authority);
        await tab.Page.GotoAsync(url);
        return tab;
    }

    /// <summary>A window for tabs of one profile.</summary>
    internal async Task<TabbedWindow> OpenWindowAsync() => await TabbedWindow.OfAsync(await ProfileAsync(1440, 900, ColorScheme.Light));

    /// <summary>An empty page, with nothing held against it.</summary>
    internal Task<IPage> NewPageAsync() => chromium!.NewPageAsync();

    private Task<IBrowserContext> ProfileAsync(int width, int height, ColorScheme colours) => chromium!.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = height },
        ColorScheme = colours,
        Locale = "en-GB",
        ReducedMotion = ReducedMotion.Reduce,
    });
}

internal sealed class Tab : IAsyncDisposable
{
    /// <summary>Milliseconds. A loaded machine may be slow; only a broken page is this slow.</summary>
    public const float Patience = 60_000;

    private const string Violations = """
        async () => (await axe.run()).violations.map(
            found => [`${found.id}: ${found.help}`, ...found.nodes.map(node => node.html)].join("\n  "))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly Func<ValueTask> closeAsync;
    private readonly List<string> complaints = [];

    /// <param name="closeAsync">Closes all that the tab alone has.</param>
    public Tab(Func<ValueTask> closeAsync, IPage page, string authority)
    {
        this.closeAsync = closeAsync;
        Page = page;
        page.SetDefaultTimeout(Patience);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console +=
            (_, said) =>
                complaints.AddRange(said.Type == "error" && !Expected.Any(text => said.Text.Contains(text, StringComparison.Ordinal))
                    ? [said.Text]
                    : []);
        page.Request +=
            (_, request) =>
                complaints.AddRange(request.Url.StartsWith("http", StringComparison.Ordinal) && new Uri(request.Url).Authority is var asked
                    && asked != authority && asked != Also
                    ? [request.Url]
                    : []);
    }

    private static string? Pictures { get; } = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static bool KeepsPictures => !string.IsNullOrEmpty(Pictures);

    public IPage Page { get; }

    /// <summary>What the browser may say of answers that the test itself brings about.</summary>
    public List<string> Expected { get; } = ["503"];

    /// <summary>Another host that may be asked: that of a page in a frame.</summary>
    public string? Also { get; set; }

    /// <remarks>The package's own call opens a tab for each look, for the sake of frames from other hosts; these pages have none.</remarks>
    public async Task AxeFindsNothingAsync(string where)
    {
        Assert.Equal(0, await Page.Locator("iframe, frame").CountAsync());
        await AxeFindsNothingInAsync(Page.MainFrame, where);
    }

    /// <summary>In a frame alone, as axe doesn't look into those of another host.</summary>
    public static async Task AxeFindsNothingInAsync(IFrame frame, string where)
    {
        var violations = await LookAgainAsync(frame);
        Assert.True(violations.Length == 0, where + "\n" + string.Join('\n', violations));
    }

    /// <summary>An evaluation has no limit of its own, and one that the browser forgot never ends: it is asked for again.</summary>
    private static async Task<string[]> LookAgainAsync(IFrame frame)
    {
        for (var again = 0; ; again++)
        {
            try
            {
                return await LookOnceAsync(frame).WaitAsync(TimeSpan.FromMilliseconds(Patience / 2));
            }
            catch (TimeoutException) when (again < 3)
            {
            }
        }
    }

    private static async Task<string[]> LookOnceAsync(IFrame frame)
    {
        await frame.EvaluateAsync(Axe);
        return await frame.EvaluateAsync<string[]>(Violations);
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
        await closeAsync();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }
}
