using System.Text.Json;
using StrategyBot.Protocols.Cards;
using StrategyBot.Tests.TestKit;

namespace StrategyBot.Tests.Protocols.Cards;

/// <summary>Our cards before Microsoft's renderer (npm adaptivecards), and proof that it would have found the faults.</summary>
public sealed class RendererTests
{
    [NodeFact]
    public async Task Every_golden_card_is_accepted_and_small()
    {
        var cards = Directory.EnumerateFiles(NodeScript.TestsFolder(), "*.json", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "golden"
                && !file.Contains("node_modules", StringComparison.Ordinal))
            .Select(File.ReadAllText).Select(Compact).OfType<string>().ToList();

        Assert.NotEmpty(cards);
        Assert.All(cards, card => Assert.InRange(CardSize.Utf16Bytes(card), 1, CardSize.LimitInBytes));
        await CardChecks.AcceptedAsync(cards);
    }

    [NodeFact]
    public async Task A_form_with_every_element_is_accepted() =>
        await CardChecks.AcceptedAsync([CardJson.Write(AdaptiveCardTests.EveryElement),
            CardJson.Write(AdaptiveCardTests.EveryElement.Inline())]);

    [NodeFact]
    public async Task Each_kind_of_fault_is_found()
    {
        (string Fault, string Card)[] broken =
        [
            ("UnknownElementType", Body("""{"type":"Nonsense"}""")),
            ("UnknownActionType", Actions("""{"type":"Action.Nonsense","title":"x"}""")),
            ("InvalidPropertyValue", Body("""{"type":"TextBlock","text":"x","size":"huge"}""")),
            ("InvalidPropertyValue", """{"type":"AdaptiveCard","version":"1.5","lang":"en-GB"}"""),
            ("PropertyCantBeNull", Body("""{"type":"Input.Text","label":"x"}""")),
            ("PropertyCantBeNull", Body("""{"type":"Input.ChoiceSet","id":"a","label":"x","choices":[{"title":"x"}]}""")),
            ("DuplicateId", Body("""{"type":"Input.Text","id":"a","label":"x"},{"type":"Input.Toggle","id":"a","title":"x"}""")),
            ("ActionTypeNotAllowed",
                """{"type":"AdaptiveCard","version":"1.5","refresh":{"action":{"type":"Action.Submit","title":"x"}}}"""),
            ("RequiredInputsShouldHaveErrorMessage", Body("""{"type":"Input.Text","id":"a","label":"x","isRequired":true}""")),
            ("Missing: card.body[0].text", Body("""{"type":"TextBlock"}""")),
            ("Missing: card.actions[0].verb", Actions("""{"type":"Action.Execute","title":"x"}""")),
            ("Unknown: card.body[0].facts[0].colour", Body("""{"type":"FactSet","facts":[{"title":"a","value":"b","colour":"red"}]}""")),
            ("Unknown: card.body[0].items[0].inlines[0].bold",
                Body("""{"type":"Container","items":[{"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"x","bold":true}]}]}""")),
            ("NotAboolean: card.body[0].wrap", Body("""{"type":"TextBlock","text":"x","wrap":"yes"}""")),
            ("NotAnumber: card.body[0].maxLength", Body("""{"type":"Input.Text","id":"a","label":"x","maxLength":"5"}""")),
        ];

        var found = await CardChecks.FaultsAsync(broken.Select(b => b.Card));

        Assert.All(broken.Zip(found),
            one => Assert.Contains(one.Second, fault => fault.StartsWith(one.First.Fault, StringComparison.Ordinal)));
    }

    private static string Body(string elements) => $$"""{"type":"AdaptiveCard","version":"1.5","body":[{{elements}}]}""";

    private static string Actions(string actions) => $$"""{"type":"AdaptiveCard","version":"1.5","actions":[{{actions}}]}""";

    // A golden file is indented and a card isn't; other golden files are none of ours.
    private static string? Compact(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("type", out var type)
            && type.ValueEquals("AdaptiveCard")
            ? JsonSerializer.Serialize(document.RootElement, Relaxed)
            : null;
    }

    private static readonly JsonSerializerOptions Relaxed =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
