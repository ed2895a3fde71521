using System.Text.Json.Nodes;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Cards;

public sealed class AdaptiveCardTests
{
    private const string Typed = "**Bold** <b>tag</b> [link](https://example.org) 1. one\nsecond line {{DATE(2026-11-26T09:00:00Z)}}";

    [Fact]
    public void A_form_with_every_element() => Golden.Json(CardJson.Write(EveryElement));

    [Fact]
    public void A_form_with_every_element_inline() => Golden.Json(CardJson.Write(EveryElement.Inline()));

    [Fact]
    public void A_card_of_one_text_writes_nothing_that_is_the_default() =>
        Golden.Json(CardJson.Write(new AdaptiveCard(new TextBlock("Saved 10:42"))));

    [Fact]
    public void Inline_reaches_buttons_inside_a_container_and_leaves_those_that_open_a_dialog()
    {
        var card =
            new AdaptiveCard(
                new Container(new ActionSet(Actions.Send("Save", "a/save", new { Case = "c1" }), Actions.Open("Open", "a/open"))));

        var buttons = CardJson.ToNode(card.Inline())["body"]![0]!["items"]![0]!["actions"]!;

        Assert.Equal("""{"type":"Action.Execute","title":"Save","verb":"a/save","data":{"case":"c1"}}""", buttons[0]!.ToJsonString());
        Assert.Equal(
            """{"type":"Action.Submit","title":"Open","data":{"msteams":{"type":"task/fetch"},"verb":"a/open"},"associatedInputs":"none"}""", buttons[1]!.ToJsonString());
    }

    [Fact]
    public void A_submit_without_a_verb_is_left_as_it_is()
    {
        var card = new AdaptiveCard { Actions = [new SubmitAction("Close", CardJson.Data(form: null))] };

        Assert.IsType<SubmitAction>(Assert.Single(card.Inline().Actions));
    }

    [Fact]
    public void A_button_knows_its_verb()
    {
        Assert.Equal("a/save", Actions.Send("Save", "a/save", new { Case = "c1" }).Verb);
        Assert.Equal("a/open", Actions.Open("Open", "a/open").Verb);
    }

    [Theory]
    [InlineData("verb")]
    [InlineData("msteams")]
    public void A_form_cannot_have_a_field_that_the_button_needs(string name) =>
        Assert.Throws<ArgumentException>(() => Actions.Send("Save", "a/save", new JsonObject { [name] = "x" }));

    [Fact]
    public void Size_counts_two_bytes_for_each_character_of_the_json()
    {
        var card = new AdaptiveCard(new PlainText("Zoë's ‘plan’"));

        Assert.Equal(2 * CardJson.Write(card).Length, CardSize.Utf16Bytes(card));
        Assert.Contains("Zoë's ‘plan’", CardJson.Write(card), StringComparison.Ordinal);
    }

    internal static AdaptiveCard EveryElement { get; } = new(
    [
        new TextBlock("Refer to the police")
        {
            Style = TextBlockStyle.Heading,
            Size = TextSize.Large,
            Weight = TextWeight.Bolder,
            Color = TextColor.Accent,
        },
        new TextBlock("Not saved yet") { IsSubtle = true, Spacing = Spacing.None, Separator = true, Wrap = false },
        new PlainText(Typed) { Size = TextSize.Small, Weight = TextWeight.Lighter, IsSubtle = true },
        new Container(new TextBlock("What the health visitor saw"))
        {
            Id = "health",
            Style = ContainerStyle.Emphasis,
            Spacing = Spacing.Large,
        },
        new ColumnSet(new ColumnSet.Cell("auto", new TextBlock("■")), new ColumnSet.Cell("stretch", new PlainText(Typed))),
        new TextInput("account", "Account")
        {
            IsMultiline = true,
            MaxLength = 1500,
            Value = Typed,
            Placeholder = "In your own words",
            IsRequired = true,
            ErrorMessage = "Write a few words",
        },
        new ChoiceSetInput("view", "Your view",
            [new("Joint enquiry", "joint"), new("Single agency", "single")])
            {
                Style = ChoiceSetStyle.Expanded,
                Value = "joint",
                IsRequired = true,
                ErrorMessage = "Choose one",
            },
        new ChoiceSetInput("agencies", "Agencies", [new("Police", "police"), new("Health", "health")])
        {
            IsMultiSelect = true,
            Value = "police,health",
            Placeholder = "Choose",
        },
        new ToggleInput("sameForAll", "The same for every child") { Value = "true" },
        new DateInput("heldOn", "Date") { Min = new(2026, 11, 23), Max = new(2026, 12, 23), Value = new(2026, 11, 26) },
        new TimeInput("heldAt", "Time") { Value = new(14, 0) },
        new NumberInput("children", "Children") { Min = 0, Max = 12, Value = 2 },
        new ActionSet(Actions.Open("Add a child", "convening/child", new { Case = "c1" })),
    ])
    {
        FallbackText = "A card from StrategyBot. Update Teams to see it.",
        MsTeams = TeamsCardProperties.FullWidth,
        Refresh = new(Actions.Execute("Refresh", "hub/view", new { Case = "c1" })) { UserIds = ["29:one"] },
        Actions =
        [
            Actions.Send("Save", "convening/submit", new { Case = "c1", Revision = 3 }),
            Actions.Send("Cancel", "convening/cancel", new { Case = "c1" }) with { AssociatedInputs = AssociatedInputs.None },
            new OpenUrlAction("Read the guidance", new("https://example.org/guidance")),
        ],
    };
}
