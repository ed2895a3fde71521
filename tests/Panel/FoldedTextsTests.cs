using System.Text.Json.Nodes;
using StrategyBot.Forms;
using StrategyBot.Panel;
using StrategyBot.Protocols.Cards;

namespace StrategyBot.Tests.Panel;

public sealed class FoldedTextsTests
{
    [Fact]
    public void A_text_is_found_however_a_card_writes_it_and_a_word_only_where_it_stands_by_itself()
    {
        var card = CardJson.ToNode(FormCard.Of("Whatever", null,
        [
            new TextBlock(CardText.Plain("Police: seen with *him*\nat the [flat]")),
            new PlainText("Not known yet"),
            new PlainText("Police: Not"),
            new TextInput("text", "Text") { Value = "seen with *him*\nat the [flat], and more" },
        ]));

        var folded = FoldedTexts.In(card, ["seen with *him*\nat the [flat]", "Not"]);

        Assert.Equal(3, folded.Count);
        Assert.DoesNotContain("Not known yet", folded);
    }

    [Fact]
    public void A_long_text_is_found_by_its_beginning()
    {
        var text = string.Join(' ', Enumerable.Repeat("He was seen in the road.", 20));

        Assert.Single(FoldedTexts.In(new JsonObject { ["text"] = text[..200] + "…" }, [text]));
    }

    [Fact]
    public void What_a_button_sends_is_no_text() =>
        Assert.Empty(FoldedTexts.In(
            new JsonObject { ["data"] = new JsonObject { ["text"] = "seen in the road at night" } }, ["seen in the road at night"]));
}
