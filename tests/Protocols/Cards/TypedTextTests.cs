using FsCheck.Fluent;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.Sandbox.Page;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Cards;

/// <summary>What people typed, rendered by Microsoft's renderer in a browser with Markdown on: it shows as typed.</summary>
public sealed class TypedTextTests(Browser browser) : IClassFixture<Browser>
{
    private const int Samples = 100;

    private static readonly string[] Typed =
    [
        "**Bold** _it_ ~~out~~ `code` [link](https://example.org) ![image](x) <b>tag</b> "
            + "<script>alert(1)</script> <at>Sam</at> &amp; &#42; &",
        "1. one\n2) two\n- three\n+ four\n* five\n# six\n> seven\n---\n===\n    eight\n\tnine\n```\nten",
        "born {{DATE(2019-01-02T00:00:00Z, SHORT)}} at {{TIME(2019-01-02T00:00:00Z)}} {{{{ \\ \\* \\\\",
        "a | b\n--|--\nc | d", "Line\n===\nLine\n---", "[a]: https://example.org\n[a]", "<https://example.org>",
        "Mary-Jane O'Neill-Smith (née D'Arcy), 10.5 hrs @ £3.20 – 50% + 2 = 3!",
        .. CardTexts.Any.Generator.Sample(Samples).Select(text => string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'))),
    ];

    [BrowserFact]
    public async Task PlainText_shows_every_letter()
    {
        var shown = await ShownAsync(Typed.Select(text => new AdaptiveCard(new PlainText(text))));

        Assert.All(Typed.Zip(shown), one => Assert.Equal([one.First, ""], one.Second));
    }

    [BrowserFact]
    public async Task Escaped_text_shows_as_typed_but_for_white_space()
    {
        var shown = await ShownAsync(Typed.Select(text => new AdaptiveCard(new TextBlock(CardText.Plain(text)))));

        Assert.All(Typed.Zip(shown), one => Assert.Equal([Words(one.First), ""], [Words(one.Second[0]), one.Second[1]]));
    }

    /// <summary>Whether a client reads Markdown in titles of choices, or not.</summary>
    [BrowserFact]
    public async Task A_choices_title_shows_a_name_and_no_escape()
    {
        string[] names = ["<script>alert(1)</script>", "[Sam](https://example.org)", "Mia &amp; Kay", "1. Stone", "# Stone", "~~Stone~~",
            "{{DATE(2019-01-02T00:00:00Z, SHORT)}}", "Zoë O'Neill-Smith", "Ash 👩‍👧 Lindley"];
        AdaptiveCard[] cards = [.. names.Select(name => new AdaptiveCard(
            new ChoiceSetInput("who", "Who", [new Choice(CardText.Label(name), "1")]) { Style = ChoiceSetStyle.Expanded }))];

        foreach (var reads in new[] { true, false })
        {
            var shown = await ShownAsync(cards, reads);
            Assert.All(names.Zip(shown),
                one => Assert.EndsWith(one.First, one.Second[0].Replace("\u2060", "").TrimEnd(), StringComparison.Ordinal));
        }
    }

    [BrowserFact]
    public async Task Unescaped_text_would_be_taken_for_markdown()
    {
        var shown = await ShownAsync([new AdaptiveCard(new TextBlock("**x** [a](https://example.org)"))]);

        Assert.Equal(["xa", "STRONG A"], [Words(shown[0][0]), shown[0][1]]);
    }

    private static string Words(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private async Task<string[][]> ShownAsync(IEnumerable<AdaptiveCard> cards, bool readsTitles = true)
    {
        var page = await browser.NewPageAsync();
        foreach (var script in new[] { "node_modules/adaptivecards/dist/adaptivecards.min.js",
            "node_modules/markdown-it/dist/markdown-it.min.js", "shown-text.js" })
        {
            await page.AddScriptTagAsync(new() { Path = Path.Combine(NodeScript.Folder, script) });
        }

        await page.EvaluateAsync("reads => AdaptiveCards.GlobalSettings.useMarkdownInRadioButtonAndCheckbox = reads", readsTitles);
        var shown = await page.EvaluateAsync<string[][]>("cards => shownText(cards)", cards.Select(CardJson.Write).ToArray());
        await page.Context.CloseAsync();
        return shown;
    }
}
