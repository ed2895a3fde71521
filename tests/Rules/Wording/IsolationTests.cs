using System.IO.Compression;
using System.Text.RegularExpressions;
using StrategyBot.Cases;
using StrategyBot.Documents;
using StrategyBot.Protocols.Cards;
using StrategyBot.Protocols.Json;
using StrategyBot.Rules.Wording;

namespace StrategyBot.Tests.Rules.Wording;

/// <summary>A name that is written from right to left doesn't turn the sentence that it stands in (issue 9).</summary>
public sealed class IsolationTests
{
    private const string Name = "שרה כהן", Apart = "\u2068שרה כהן\u2069";

    [Theory]
    [InlineData("Child 1, שרה כהן: Yes.", "Child 1, \u2068שרה כהן\u2069: Yes.")]
    [InlineData("محمد (police), Ash", "\u2068محمد\u2069 (police), Ash")]
    [InlineData("שרה\nכהן", "\u2068שרה\u2069\n\u2068כהן\u2069")]
    [InlineData("Zoë O'Neill-Smith", "Zoë O'Neill-Smith")]
    [InlineData("Child 1, \u2068שרה כהן\u2069: Yes.", "Child 1, \u2068שרה כהן\u2069: Yes.")]
    public void It_stands_apart_from_the_text_beside_it(string text, string shown)
    {
        Assert.Equal(shown, text.Isolated());
        Assert.Equal(shown, new TextBlock(text).Text);
    }

    [Fact]
    public void Wherever_a_card_shows_a_name()
    {
        var card = CardJson.ToNode(new AdaptiveCard(
            new TextBlock($"{Name}, Police"), new PlainText($"{Name}, Police"),
            new ChoiceSetInput("who", $"{Name}, Police", [new Choice($"{Name}, Police", Name)]),
            new ActionSet(Actions.Send($"{Name}, Police", "a/b", new { Who = Name })))).ToJsonString();

        // Two texts, a label, a choice and a button; not what they send back.
        Assert.Equal(5, Regex.Count(card, @"\u2068|\\u2068"));
    }

    [Fact]
    public void On_paper_too()
    {
        var file = MinutesDocx.Write([new("a", "Meeting", $"Child 1, {Name}: Yes.", "", null, Audience.Professionals)],
            new("SB-2026-014 Heron", MinutesMark.Draft, 0, "Ruth Carver"));
        using var zip = new ZipArchive(new MemoryStream([.. file]));
        using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());

        Assert.Contains($"Child 1, {Apart}: Yes.", text.ReadToEnd(), StringComparison.Ordinal);
    }

    /// <summary>It comes back from a client as it went out; what is kept has none of it.</summary>
    [Fact]
    public void And_never_in_what_is_kept() => Assert.Equal(Name, WholeLetters.Mend(Apart));
}
