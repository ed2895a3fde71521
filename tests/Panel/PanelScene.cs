using Microsoft.Playwright;
using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Panel;

/// <summary>A convened case, the bot and the sandbox that hosts the panel two processes with an origin each.</summary>
public abstract class PanelScene(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private protected Browser Browser => browser;

    private protected virtual int Children => 1;

    private protected BotProcesses Processes { get; private set; } = null!;

    private protected Journey Journey { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Executable is null)
        {
            return;
        }

        Processes = await BotProcesses.StartAsync();
        Journey = new(Processes) { Children = Children };
        await Journey.ConveneAsync();
        await Journey.AnswerInvitationsAsync();
    }

    public async Task DisposeAsync() => await (Processes?.DisposeAsync() ?? default);

    private protected Task<PanelTab> OpenAsync(int width = 320, int height = 700, ColorScheme colours = ColorScheme.Light,
        Contrast contrast = Contrast.NoPreference) =>
        PanelTab.OpenAsync(browser, Processes, Journey.Chair, "chair", width, height, colours, contrast);

    /// <summary>Everybody leaves, and the chair ends it.</summary>
    private protected async Task EndAsync()
    {
        foreach (var person in Journey.Attendees.Prepend(Journey.Chair))
        {
            await person.MeetingAsync("leave");
        }

        await Journey.Chair.MeetingAsync("end");
        await Processes.SettleAsync();
    }

    private protected static async Task SaveAsync(TeamsUser person, string part, params (string, string)[] filled) =>
        await (await (await person.OpenHubAsync()).PartAsync(part)).PressAsync("Save", filled);
}
