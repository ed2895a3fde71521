using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StrategyBot.Forms;

/// <summary>What an open card of an earlier release brings from inputs that the form doesn't have any more: it comes back, as it stands
/// nowhere else.</summary>
internal static class GoneInputs
{
    // What buttons of earlier releases brought besides, before the runtime's own data stood under one key.
    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "action", "adult", "agency", "all", "block", "case", "child", "chosen", "entry", "for", "from", "gap", "half", "heading",
        "meeting", "new", "objection", "page", "paragraph", "part", "participant", "person", "rung", "seen", "step", "ticket", "unborn",
        "upon", "version", "who",
    };

    // Who may read the form's words: without the words it says nothing.
    private static readonly string[] AboutWords = [MarkingInput.Id, MarkingInput.ShareId];

    /// <param name="isOurs">Whether the card keeps what it brings besides its inputs under <see cref="FormState.Key"/>.</param>
    /// <param name="form">What the part takes, of a card that doesn't.</param>
    public static Dictionary<string, string> Of(JsonObject sent, DrawnFields shown, bool isOurs, Type form, Func<string, bool> takes) =>
        Said(sent.Where(field => shown.Find(field.Key) is null && !takes(field.Key) && (isOurs || !IsOf(form, field.Key))))
            .Where(field => isOurs || !Hidden.Contains(field.Key) || field.Value.Any(char.IsWhiteSpace))
            .ToDictionary();

    /// <summary>Of inputs that no form has: what was typed, and the days and times.</summary>
    public static Dictionary<string, string> Said(IEnumerable<KeyValuePair<string, JsonNode?>> gone) =>
        gone.Where(field => !AboutWords.Contains(field.Key) && !FormState.IsCarried(field.Key))
            .Select(field => (Id: field.Key, Text: (Field.Text(field.Value) ?? "").Trim()))
            .Where(field => field.Text is not ("" or "true" or "false"))
            .ToDictionary(field => field.Id, field => field.Text);

    /// <summary>As near as its id comes to what people read there: <c>ifThisFails</c> was <em>If this fails</em>.</summary>
    public static string Name(string id)
    {
        var words = string.Concat(id.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"))
            .Replace('-', ' ').Trim();
        return Shortened.To(FormCard.Line, words.Length == 0 ? id : $"{char.ToUpperInvariant(words[0])}{words[1..]}");
    }

    private static bool IsOf(Type form, string id) =>
        form.GetProperties().Any(property => property.GetCustomAttribute<JsonExtensionDataAttribute>() is null
            && string.Equals(property.Name, id, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The card was drawn by an earlier release, which asked more.</summary>
internal sealed record NotAskedAnyMore(params IReadOnlyList<string> Names) : Refusal
{
    public override string Say(Words words) =>
        $"{string.Join(" and ", Names.Select(name => $"“{name}”"))} {(Names.Count == 1 ? "is" : "are")} not asked on this form any more. "
            + "What stood there is shown below. It is not saved. Copy it to where it belongs, then save again.";
}
