using StrategyBot.Tests.EndToEnd;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;
using Xunit.Abstractions;

namespace StrategyBot.Tests.Panel;

/// <summary>The chair's meeting of the script, tapped in the panel (issue 11); what is allowed stands in EndToEnd/README.md.</summary>
public sealed class PanelTapsTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task The_chair_taps_and_types_no_more_in_the_panel_than_the_table_allows()
    {
        await using var processes = await BotProcesses.StartAsync();
        await using var chair = new TappingPanel(processes, browser);
        using var script = new TapScript(processes, chair);
        try
        {
            await script.PlayAsync("taps.json", until: "meeting");
        }
        finally
        {
            output.WriteLine(script.Table());
        }

        var (who, scene, taps, texts) = Assert.Single(TapsTests.Allowed("taps.json", " in the panel"));
        var counted = script.Of(who, scene);
        Assert.True(counted.Count <= taps && counted.Texts <= texts,
            $"{counted} where {taps} taps and {texts} texts are allowed\n{string.Join('\n', counted.Trail)}");
        Assert.DoesNotContain(counted.Trail, tap => tap.Contains("Open my part", StringComparison.Ordinal));
        Assert.True(counted.Filled.Count <= 12, string.Join('\n', counted.Filled));
    }
}
