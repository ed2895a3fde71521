using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using StrategyBot.Documents;
using StrategyBot.Records;

namespace StrategyBot.Phases.Disclosing;

/// <summary>Anything that is written on a case, as a line of a schedule: all that it says, by the names that it has on disk. Pure.
/// </summary>
internal sealed class FactPrint(Case @case, Words words)
{
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    // The procedure is a document of its own, addresses of chats say nothing, and what is worked out of the rest is no word of anybody's.
    private static readonly HashSet<string> Unsaid =
        new(StringComparer.Ordinal) { "profileJson", "channelId", "chatThreadId", "joinUrl", "described", "isInvited" };

    private readonly Dictionary<string, string> names = Names(@case);

    /// <summary><c>information given</c>.</summary>
    public static string KindOf(Fact fact) => Apart(fact.GetType().Name);

    /// <summary>What it says, a line for each thing; empty where it holds what opens something, or what stands elsewhere in full.</summary>
    public string Text(Fact fact) => fact is LinkFact or MinutesFrozen or MinutesKept or ContentGone ? ""
        : string.Join('\n', Lines(CaseCodec.ContentOf(fact), ""));

    private IEnumerable<string> Lines(JsonObject content, string before) =>
        from property in content
        where !Unsaid.Contains(property.Key)
        from line in Lines(property.Value, before + Apart(property.Key))
        select line;

    private IEnumerable<string> Lines(JsonNode? value, string label) => value switch
    {
        // An id.
        JsonObject { Count: 1 } id when id["value"] is JsonValue one => Says(label, Say(one.ToString())),
        JsonObject inner => Lines(inner, label + ", "),
        JsonArray many when many.Any(one => one is JsonObject) => many.SelectMany((one, at) => Lines(one, $"{label} {at + 1}")),
        JsonArray many => Says(label, string.Join(", ", many.Select(one => Say(one!.ToString())))),
        JsonValue one => Says(label, Say(one.ToString())),
        _ => [],
    };

    private static IEnumerable<string> Says(string label, string text) => text.Length == 0 ? [] : [$"{label}: {text}"];

    private string Say(string text) => names.TryGetValue(text, out var name) ? name
        : text is "True" or "true" ? "yes"
        : text is "False" or "false" ? "no"
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? words.Date(day)
        : text.Length >= 20 && char.IsAsciiDigit(text[0])
            && DateTimeOffset.TryParseExact(text, Instant, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? words.When(at)
        : text;

    private static Dictionary<string, string> Names(Case @case)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, name) in @case.Participants.Select(person => (person.Id.Value, person.Described))
            .Concat(@case.Children.Select(child => (child.Id.Value, child.Named())))
            .Concat(@case.Adults.Select(adult => (adult.Id.Value, adult.Details.Name)))
            .Concat(@case.Participants.Where(person => person.Person is not null)
                .Select(person => (person.Person!.Value.Value, person.Described))))
        {
            names.TryAdd(id, name);
        }

        return names;
    }

    /// <summary><c>OwnWords</c>, <c>ownWords</c>: <c>own words</c>.</summary>
    private static string Apart(string name)
    {
        var apart = new StringBuilder();
        foreach (var (at, letter) in name.Index())
        {
            apart.Append(at > 0 && char.IsUpper(letter) ? " " : "").Append(char.ToLowerInvariant(letter));
        }

        return apart.ToString();
    }
}
