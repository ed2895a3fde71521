using System.Text.Json.Nodes;

namespace StrategyBot.Tests.EndToEnd;

/// <summary>Somebody at their Teams whose taps and texts are counted.</summary>
/// <remarks>
/// A button, a radio or a tick is a tap; a drop-down and a day or time that is picked are two, as they are opened first; a field
/// that is typed into is a text. What stands there already and is left costs nothing. Rows are counted apart.
/// </remarks>
internal class TappingUser(HttpClient world, string name) : TeamsUser(world, name)
{
    // Each is a row of a list: the issue counts them one by one.
    private static readonly IReadOnlyList<string> Rows =
        ["planning/action", "safeguarding/row", "convening/person", "answering/who-to-check", "assessing/list-row"];

    private static readonly IReadOnlyList<(string Part, string Input)> Decisions =
    [
        ("planning/cause-and-enquiry", "cause"), ("planning/cause-and-enquiry", "enquiry"), ("planning/cause-and-enquiry", "conduct"),
        ("planning/reasonable-cause", "answer"), ("planning/section47", "answer"), ("planning/section47", "conduct"),
        ("planning/conference", "answer"), ("assessing/view", "view"), ("answering/invitation", "answer"),
    ];

    private int adding;

    /// <summary>What they are called in the scripts.</summary>
    public virtual string Called => Name;

    /// <summary>Where they begin: their own part.</summary>
    public virtual Task<Shown> StartAsync() => OpenHubAsync();

    /// <summary>What is counted since the last <see cref="Take"/>.</summary>
    public Taps Now { get; private set; } = new();

    /// <summary>What was counted under each name.</summary>
    public Dictionary<string, Taps> Taken { get; } = [];

    /// <summary>Puts what was counted under a name and begins anew.</summary>
    public Taps Take(string scene)
    {
        Taken[scene] = Now;
        Now = new();
        return Taken[scene];
    }

    public override async Task<Shown> SayInAsync(string chat, string text)
    {
        Now.Texts++;
        Now.Add(1, $"types “{text.Split(' ')[0]}”");
        return await base.SayInAsync(chat, text);
    }

    internal override async Task<JsonNode> AnswerAsync(Shown on, JsonObject action, IReadOnlyList<(string Input, string Value)> filled)
    {
        var (taps, texts) = (1, 0);
        foreach (var (id, value) in filled)
        {
            var input = on.Inputs.First(input => input["id"]!.GetValue<string>() == id);
            var (itsTaps, itsTexts) = CostOf(input, value);
            (taps, texts) = (taps + itsTaps, texts + itsTexts);
        }

        var button = action["title"]!.GetValue<string>();
        var part = action["data"]?["_form"]?["part"]?.GetValue<string>();
        if (button.StartsWith("Add ", StringComparison.Ordinal))
        {
            adding = 1;
            return await PerformAsync(on, action, filled);
        }

        // What somebody decides is never chosen for them.
        Assert.All(on.Inputs.Where(input => part is not null && Decisions.Contains((part, input["id"]!.GetValue<string>()))),
            input => Assert.True(string.IsNullOrEmpty(input["value"]?.ToString()), $"{part} comes with an answer."));

        if (part is not null && Rows.Contains(part) && button.StartsWith("Save", StringComparison.Ordinal))
        {
            // Opening the first of a list is a tap of its own.
            Now.Rows.Add((part, taps + adding, texts));
            adding = 0;
            return await PerformAsync(on, action, filled);
        }

        if (part is not null)
        {
            Now.Forms.Add(part + "/" + (action["data"]!["_form"]!["asked"]?["block"] ?? ""));
        }

        if (part is not null && taps + texts > 1)
        {
            Now.Filled.Add(part + "/" + (action["data"]!["_form"]!["asked"]?["block"] ?? ""));
        }

        Now.Nexts += button.StartsWith("Next", StringComparison.Ordinal) || button.Contains("go on", StringComparison.OrdinalIgnoreCase)
            ? 1 : 0;
        Now.Texts += texts;
        Now.Add(taps, $"{on.Title}: {string.Join(", ", filled.Select(one => one.Input))} → {button}");
        return await PerformAsync(on, action, filled);
    }

    /// <summary>Does what was counted.</summary>
    protected virtual Task<JsonNode> PerformAsync(Shown on, JsonObject action, IReadOnlyList<(string Input, string Value)> filled) =>
        base.AnswerAsync(on, action, filled);

    private static (int Taps, int Texts) CostOf(JsonObject input, string value)
    {
        var stood = input["value"]?.ToString() ?? "";
        return input["type"]!.GetValue<string>() switch
        {
            _ when stood == value => (0, 0),
            "Input.Text" => (0, 1),
            "Input.Date" or "Input.Time" => (2, 0),
            "Input.ChoiceSet" when input["style"]?.GetValue<string>() == "expanded" => (Differing(stood, value), 0),
            "Input.ChoiceSet" => (2, 0),
            "Input.Toggle" => (1, 0),
            var other => throw new InvalidOperationException($"Nobody has said what {other} costs."),
        };
    }

    /// <summary>Each tick set or taken away; of radios the one that is chosen.</summary>
    private static int Differing(string stood, string value)
    {
        var before = stood.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var after = value.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return Math.Max(after.Except(before).Count(), Math.Max(before.Except(after).Count(), 1));
    }
}

/// <summary>Taps and texts of one person in one scene.</summary>
internal sealed class Taps
{
    public int Count { get; private set; }

    public int Texts { get; set; }

    /// <summary>Presses of those that only lead on.</summary>
    public int Nexts { get; set; }

    /// <summary>Forms that were saved, each once.</summary>
    public HashSet<string> Forms { get; } = [];

    /// <summary>Those of them in which something was typed or chosen.</summary>
    public HashSet<string> Filled { get; } = [];

    /// <summary>Each row by itself.</summary>
    public List<(string Part, int Taps, int Texts)> Rows { get; } = [];

    public List<string> Trail { get; } = [];

    public void Add(int taps, string what)
    {
        Count += taps;
        Trail.Add($"{taps} {what}");
    }

    public override string ToString() => $"{Count} taps, {Texts} texts, {Forms.Count} forms, {Filled.Count} filled in; rows: "
        + string.Join(", ", Rows.GroupBy(row => row).Select(row => $"{row.Count()} × {row.Key.Part} {row.Key.Taps}+{row.Key.Texts}"));
}
