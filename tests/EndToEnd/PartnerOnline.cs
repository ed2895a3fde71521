using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StrategyBot.Tests.Sandbox.Page;
using static Microsoft.Playwright.Assertions;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>A partner without Teams at a phone's browser: from the link in the mail on, with everything that the
/// browser ever received.</summary>
internal sealed partial class PartnerOnline : IAsyncDisposable
{
    private readonly TeamsUser mailbox;
    private readonly Tab tab;
    private readonly List<Task<string>> received = [];
    private readonly HashSet<string> used = [];

    private PartnerOnline(TeamsUser mailbox, Tab tab)
    {
        (this.mailbox, this.tab) = (mailbox, tab);
        Page.Response += (_, response) => received.Add(BodyOf(response));
        tab.Expected.Add("ERR_INTERNET_DISCONNECTED");
    }

    public IPage Page => tab.Page;

    public ILocator Alert => Page.GetByRole(AriaRole.Alert);

    /// <summary>Opens a mail's link and goes in with the code of the next mail.</summary>
    /// <param name="mailbox">Whose mails arrive in the sandbox; nothing of their Teams is used.</param>
    public static async Task<PartnerOnline> EnterAsync(Browser browser, TeamsUser mailbox)
    {
        var partner =
            new PartnerOnline(mailbox,
                await browser.OpenAsync("about:blank", 390, 844, authority: new Uri(await LinkOf(mailbox)).Authority));
        await partner.ListenAsync();
        await partner.FollowLinkAsync();
        return partner;
    }

    /// <summary>The link of the latest letter, and the code that belongs to it.</summary>
    public async Task FollowLinkAsync()
    {
        var link = await LinkOf(mailbox);
        if (Page.Url.StartsWith(link[..link.IndexOf('#', StringComparison.Ordinal)], StringComparison.Ordinal))
        {
            // A second link in the same tab differs behind the # alone.
            await Page.GotoAsync("about:blank");
        }

        await Page.GotoAsync(link);
        var (send, inside) = (Page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }),
            Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await Expect(send.Or(inside)).ToBeVisibleAsync();
        // A device that is signed in is asked for no second code until two hours after the end.
        if (await send.IsVisibleAsync())
        {
            await PressAsync("Send me a code");
            await Page.GetByLabel("Code from the mail").FillAsync(await NextCodeAsync());
            await PressAsync("Go on");
        }

        await Expect(inside).ToBeVisibleAsync();
    }

    /// <summary>Presses, and waits until what it asked for is shown.</summary>
    public async Task PressAsync(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^{Regex.Escape(button)}( and next)?$") }).ClickAsync();
        await Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    public Task TickAsync(string choice) => Page.GetByLabel(choice, new() { Exact = true }).CheckAsync();

    public async Task FillAsync(string label, string text)
    {
        // An expectation tells what is on the page instead; waiting to fill does not.
        await Expect(Page.GetByLabel(label)).ToBeVisibleAsync();
        await Page.GetByLabel(label).FillAsync(text);
    }

    /// <summary>Opens a part by how its line begins.</summary>
    public async Task OpenAsync(string part)
    {
        var rows = Page.Locator("#parts");
        await PressAsync("My part");
        await Expect(rows).ToBeVisibleAsync();
        await rows.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(part)) }).First.ClickAsync();
        await Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        await Expect(rows).ToHaveCountAsync(0);
    }

    public async Task SavedAsync(string button = "Save")
    {
        await PressAsync(button);
        await Expect(Page.GetByText(Saved()).First).ToBeVisibleAsync();
    }

    /// <summary>Pages, answers and live messages: all text that the server sent to this browser.</summary>
    public async Task<string> EverythingReceivedAsync() =>
        string.Join('\n', await Task.WhenAll(received.ToList())) + await Page.ContentAsync();

    public async ValueTask DisposeAsync() => await tab.DisposeAsync();

    private async Task ListenAsync()
    {
        var session = await Page.Context.NewCDPSessionAsync(Page);
        session.Event("Network.eventSourceMessageReceived").OnEvent +=
            (_, message) => received.Add(Task.FromResult(message?.GetRawText() ?? ""));
        await session.SendAsync("Network.enable");
    }

    private async Task<string> NextCodeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            var codes =
                (await mailbox.MailAsync()).Select(mail => Code().Match(mail!["body"]!.GetValue<string>())).Where(match => match.Success)
                    .Select(match => match.Value);
            if (codes.FirstOrDefault(used.Add) is { } code)
            {
                return code;
            }

            await Task.Yield();
        }
    }

    /// <summary>The newest letter comes first.</summary>
    private static async Task<string> LinkOf(TeamsUser mailbox) =>
        (await mailbox.MailAsync()).Select(mail => Link().Match(mail!["body"]!.GetValue<string>())).First(match => match.Success).Value;

    // A stream never ends; its messages are heard one by one.
    private static async Task<string> BodyOf(IResponse response)
    {
        try
        {
            return response.Headers.GetValueOrDefault("content-type")?.StartsWith("text/event-stream", StringComparison.Ordinal) == true
                ? ""
                : await response.TextAsync();
        }
        catch (PlaywrightException)
        {
            // Left before it was read, as a page that is gone needs no answer.
            return "";
        }
    }

    [GeneratedRegex(@"http://[^\s""]+/p#[^\s""]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=>)\d{3} \d{3}(?=<)")]
    private static partial Regex Code();

    [GeneratedRegex("^(Saved|Approved) [0-9]{2}:[0-9]{2}")]
    private static partial Regex Saved();
}
