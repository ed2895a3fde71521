using System.Text.Json;
using System.Text.Json.Nodes;

namespace StrategyBot.Cases;

/// <summary>What one person may read of a case and not everybody at its meetings: told by what else somebody would be shown whom no
/// marking names. Pure.</summary>
internal static class MarkedWords
{
    // What is no sentence of anybody's: keys, and how a paragraph is filed.
    private static readonly HashSet<string> Filed =
        ["Id", "Section", "Author", "Agencies", "Audience", "MayTell", "At", "By", "Marking", "Kind", "Heading", "Person", "Participant"];

    public static IReadOnlyList<string> Of(IEnumerable<Entry> entries, Participant reader)
    {
        var anybody = reader with { Id = new("anybody"), Agency = (Agency)(-1), Person = null, Also = [] };
        return
        [
            .. from entry in entries
               let theirs = CaseView.Cut(entry, reader).Fact
               let others = CaseView.Cut(entry, anybody).Fact
               where !ReferenceEquals(theirs, others)
               from text in Texts(theirs).Except(Texts(others))
               select text,
        ];
    }

    private static IEnumerable<string> Texts(Fact fact) => Texts(JsonSerializer.SerializeToNode(fact, fact.GetType()), "");

    private static IEnumerable<string> Texts(JsonNode? node, string key) => node switch
    {
        _ when Filed.Contains(key) => [],
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonArray list => list.SelectMany(one => Texts(one, "")),
        JsonObject fields => fields.SelectMany(field => Texts(field.Value, field.Key)),
        _ => [],
    };
}
