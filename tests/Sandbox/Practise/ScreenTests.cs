using System.Text.Json.Nodes;
using StrategyBot.Protocols.Cards;
using StrategyBot.Sandbox.Practise;

namespace StrategyBot.Tests.Sandbox.Practise;

public sealed class ScreenTests
{
    private static readonly Screen Form = new("chat", "message", CardJson.ToNode(new AdaptiveCard(
        new TextBlock("Your view"),
        new ChoiceSetInput("view", "Is there reasonable cause to suspect harm?", [new("Yes", "yes"), new("No", "no")]),
        new ChoiceSetInput("ticks", "What is ready?",
            [new("Records checked", "records"), new("The link works", "link")])
        { IsMultiSelect = true },
        new TextInput("why", "Why") { Value = "as it stood" },
        new TextInput("whyLong", "Why, at length"))
    { Actions = [Actions.Send("Save", "assessing/save-view", new { Case = "SB-2026-001" })] }), null);

    [Fact]
    public void It_is_filled_by_what_a_person_reads_and_sent_as_Teams_sends_it()
    {
        var (name, value) =
            Form.Pressed("Save", Fill(("Is there reasonable cause", "No"), ("What is ready?", new JsonArray("Records", "The link"))));

        Assert.Equal("task/submit", name);
        Assert.Equal("""{"verb":"assessing/save-view","case":"SB-2026-001","why":"as it stood","view":"no","ticks":"records,link"}""",
            value["data"]!.ToJsonString());
    }

    [Fact]
    public void A_whole_label_goes_before_one_that_only_begins_so() =>
        Assert.Equal(("short", "long"),
            Sent(("Why", "short"), ("Why, at", "long")) is var data ? ((string?)data["why"], (string?)data["whyLong"]) : default);

    [Theory]
    [InlineData("Is the moon full?", "Yes", "nothing on Your view is labelled Is the moon full?")]
    [InlineData("Is there reasonable cause", "Perhaps", "Is there reasonable cause on Your view offers no Perhaps")]
    public void A_form_that_has_changed_is_off_script(string label, string value, string said) =>
        Assert.Equal(said, Assert.Throws<OffScriptException>(() => Sent((label, value))).Message);

    [Fact]
    public void A_button_that_is_gone_is_off_script() => Assert.Throws<OffScriptException>(() => Form.Pressed("Send", Fill()));

    [Fact]
    public void A_form_that_came_back_says_why() =>
        Assert.Equal("Not saved. Choose one.",
            new Screen("chat", null,
                CardJson.ToNode(new AdaptiveCard(new TextBlock("Your view"), new Container(new TextBlock("Not saved. Choose one.")))),
                null).Refusal);

    private static JsonNode Sent(params (string, JsonNode)[] fill) => Form.Pressed("Save", Fill(fill)).Value["data"]!;

    private static Dictionary<string, JsonNode> Fill(params (string Label, JsonNode Value)[] fill) =>
        fill.ToDictionary(pair => pair.Label, pair => pair.Value);
}
