using System.Text.Json.Nodes;

namespace StrategyBot.Sandbox.Practise;

/// <summary>A card, or a sentence, as somebody has it before them.</summary>
/// <param name="MessageId">The message that the card stands in, or from which the dialog was opened.</param>
internal sealed record Screen(string ChatId, string? MessageId, JsonObject? Card, string? Text)
{
    // How a form begins that was sent back (the house's FormCard says it so).
    private const string NotSaved = "Not saved.";

    public IReadOnlyList<string> Buttons => [.. Actions.Except(Rows).Select(action => (string)action["title"]!)];

    public string Title => Texts.FirstOrDefault() ?? Text ?? "";

    /// <summary>Why what was sent was not saved, where it says so.</summary>
    public string? Refusal => Texts.FirstOrDefault(text => text.StartsWith(NotSaved, StringComparison.Ordinal));

    /// <summary>The rows of <em>my part</em> that are open: title and state of each.</summary>
    public IReadOnlyList<string> Parts => [.. Rows.Where(row => !IsGroup(row)).Select(row => (string)row["title"]!)];

    /// <summary>The groups of <em>my part</em> that are closed.</summary>
    public IReadOnlyList<string> Groups => [.. Rows.Where(IsGroup).Select(row => (string)row["title"]!)];

    /// <summary>What waits next for the person, by the button that says so.</summary>
    public string? Next =>
        Buttons.Where(title => title.StartsWith("Next: ", StringComparison.Ordinal)).Select(title => title["Next: ".Length..])
            .FirstOrDefault();

    public bool Says(string words) => Texts.Any(text => text.Contains(words, StringComparison.Ordinal));

    private IEnumerable<JsonObject> Actions =>
        Objects(Card).Where(item => (string?)item["title"] is not null && TypeOf(item).StartsWith("Action.", StringComparison.Ordinal));

    /// <summary>What is pressed as a whole.</summary>
    private IEnumerable<JsonObject> Rows => Objects(Card).Select(item => item["selectAction"]).OfType<JsonObject>();

    private IEnumerable<string> Texts => Objects(Card).Where(item => TypeOf(item) == "TextBlock").Select(item => (string)item["text"]!);

    /// <summary>The invoke that Teams sends when the button is pressed: the inputs' values merged into the button's data.</summary>
    /// <exception cref="OffScriptException">There is no such button, label or choice.</exception>
    public (string Name, JsonObject Value) Pressed(string button, IReadOnlyDictionary<string, JsonNode> fill)
    {
        var action =
            Actions.Except(Rows).Concat(Rows)
                .FirstOrDefault(action => ((string)action["title"]!).StartsWith(button, StringComparison.Ordinal))
                ?? throw new OffScriptException($"there is no button {button} on {Title}");
        var data = action["data"]?.DeepClone().AsObject() ?? [];
        if (!string.Equals((string?)action["associatedInputs"], "none", StringComparison.OrdinalIgnoreCase))
        {
            Merge(data, fill);
        }

        if (TypeOf(action) == "Action.Execute")
        {
            return ("adaptiveCard/action",
                new JsonObject
                {
                    ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = (string)action["verb"]!, ["data"] = data },
                    ["trigger"] = "manual",
                });
        }

        var opens = (string?)data["msteams"]?["type"] == "task/fetch";
        return (opens ? "task/fetch" : "task/submit",
            new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } });
    }

    /// <summary>What the answer of an invoke shows.</summary>
    public Screen After(JsonNode? body)
    {
        if (body?["task"] is { } task)
        {
            return (string?)task["type"] == "continue"
                ? this with { Card = task["value"]!["card"]!["content"]!.AsObject(), Text = null }
                : this with { Card = null, Text = (string?)task["value"] };
        }

        return body?["value"] is JsonObject card
            ? this with { Card = card, Text = null }
            : this with { Card = null, Text = (string?)body?["value"] };
    }

    private void Merge(JsonObject data, IReadOnlyDictionary<string, JsonNode> fill)
    {
        foreach (var input in Objects(Card).Where(IsInput).Where(input => input["value"] is not null))
        {
            data[(string)input["id"]!] = input["value"]!.ToString();
        }

        foreach (var (label, value) in fill)
        {
            var input = Input(label) ?? throw new OffScriptException($"nothing on {Title} is labelled {label}");
            data[(string)input["id"]!] = input["choices"] is JsonArray choices ? Chosen(choices, label, value) : value.ToString();
        }
    }

    private string Chosen(JsonArray choices, string label, JsonNode wanted)
    {
        var titles = wanted is JsonArray several ? several.Select(one => (string)one!) : [(string)wanted!];
        return string.Join(',',
            titles.Select(
                title => (string?)choices.FirstOrDefault(
                    choice => ((string)choice!["title"]!).StartsWith(title, StringComparison.Ordinal))?["value"]
            ?? throw new OffScriptException($"{label} on {Title} offers no {title}")));
    }

    private JsonObject? Input(string label)
    {
        var inputs = Objects(Card).Where(IsInput).ToList();
        return inputs.FirstOrDefault(input => LabelOf(input) == label)
            ?? inputs.FirstOrDefault(input => LabelOf(input).StartsWith(label, StringComparison.Ordinal));
    }

    private static bool IsGroup(JsonObject row) => row["data"]?["group"] is not null;

    private static bool IsInput(JsonObject item) => TypeOf(item).StartsWith("Input.", StringComparison.Ordinal);

    private static string LabelOf(JsonObject input) => (string?)input["label"] ?? (string?)input["title"] ?? "";

    private static string TypeOf(JsonObject item) => item["type"] is JsonValue value && value.TryGetValue(out string? type) ? type : "";

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.Where(property => property.Key != "data").SelectMany(property => Objects(property.Value)).Prepend(item),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}

/// <summary>What is shown is not what the script of a practice case expects: the form or the script has changed.</summary>
internal sealed class OffScriptException(string sentence) : Exception(sentence);
