using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace StrategyBot.Rules.Procedures;

/// <summary>A profile as JSON, and one file laid over another.</summary>
internal static class ProfileJson
{
    private const string Headings = "headings";

    // Properties are written in the order of their declaration, so that the same profile is the same bytes.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new TimeAsTyped(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    // Cases record one of few procedures, and a case is folded often: each is read once.
    private static readonly ConcurrentDictionary<string, ProcedureProfile> Kept = new(StringComparer.Ordinal);

    private const int MostKept = 50;

    private const string Usual = "usualActions", Risks = "riskFactors", Watch = "watch";

    public static JsonObject Default { get; } = Parse(EmbeddedText.Read("Procedures.default.json"));

    /// <summary>Files are written by people: comments and a comma too many are no fault.</summary>
    public static JsonObject Parse(string json) => JsonNode.Parse(
        json, documentOptions: new JsonDocumentOptions
        {
            CommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            AllowDuplicateProperties = false,
        })?.AsObject()
        ?? throw new InvalidOperationException("A profile is an object.");

    public static string Write(ProcedureProfile profile) => JsonSerializer.Serialize(profile, Options);

    /// <summary>Reads what a case recorded; what its release didn't know yet is filled in from today's default, nothing
    /// recorded is changed.</summary>
    public static ProcedureProfile Read(string json)
    {
        if (Kept.TryGetValue(json, out var known))
        {
            return known;
        }

        if (Kept.Count >= MostKept)
        {
            Kept.Clear();
        }

        return Kept[json] = ReadAnew(json);
    }

    private static ProcedureProfile ReadAnew(string json)
    {
        var recorded = Parse(json);
        var whole = Merge(Default, recorded);
        if (!recorded.ContainsKey(Headings))
        {
            // What was asked then is what is asked there.
            whole.Remove(Headings);
        }

        if (!recorded.ContainsKey(Usual))
        {
            // Offered by the case's own procedure alone: one of before they were has none.
            whole.Remove(Usual);
        }

        if (!recorded.ContainsKey(Watch))
        {
            // What is about to change today is no part of what a case recorded then.
            whole.Remove(Watch);
        }

        // Who had to be there, and who might chair, is not asked otherwise later.
        foreach (var (group, name) in Later)
        {
            if (recorded[group] is JsonObject then && !then.ContainsKey(name))
            {
                whole[group]?.AsObject().Remove(name);
            }
        }

        if (recorded["questions"] is JsonObject questions && !questions.ContainsKey(Risks))
        {
            whole["questions"]!.AsObject().Remove(Risks);
        }

        return Bind(whole);
    }

    private static readonly (string Group, string Name)[] Later =
        [
        ("quorum", "anyHealthWithRecords"), ("quorum", "education"), ("chair", "also"), ("enquiry", "childSeen"),
        ("enquiry", "childSeenUrgent"), ("conference", "inCalendar"),
        ("retention", "isRecord"), ("retention", "workingCopyDays"),
        ("roles", "dataProtectionOfficer"),
    ];

    public static ProcedureProfile Bind(JsonObject whole) => whole.Deserialize<ProcedureProfile>(Options)!;

    /// <summary>What <paramref name="over"/> says, and for the rest what <paramref name="under"/> says.
    /// A list or a source is taken whole; null is a value.</summary>
    public static JsonObject Merge(JsonObject under, JsonObject over)
    {
        var merged = under.DeepClone().AsObject();
        foreach (var (name, value) in over)
        {
            merged[name] = value is JsonObject inner && name != "source" && merged[name] is JsonObject below
                ? Merge(below, inner)
                : value?.DeepClone();
        }

        return merged;
    }

    /// <summary>Values changed without saying which paper changes them: the old paper would be quoted for a number
    /// that isn't in it.</summary>
    public static IEnumerable<ProfileFault> WithoutSource(JsonObject under, JsonObject over, string path = "")
    {
        var names = over.Select(entry => entry.Key).ToHashSet();
        if (under.ContainsKey("source") && names.Count > 0 && !names.Contains("source"))
        {
            yield return new($"{path}.source", "is missing: say which paper or policy of yours the changed value comes from");
        }

        foreach (var fault in over.SelectMany(
            entry => entry.Value is JsonObject inner && entry.Key != "source" && under[entry.Key] is JsonObject below
            ? WithoutSource(below, inner, path.Length == 0 ? entry.Key : $"{path}.{entry.Key}")
            : []))
        {
            yield return fault;
        }
    }

    /// <summary>Times as people write them, <c>09:00</c>; seconds would be noise in a file that is read by people.</summary>
    internal sealed class TimeAsTyped : JsonConverter<TimeOnly>
    {
        public const string Form = "HH:mm";

        public override TimeOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TimeOnly.ParseExact(reader.GetString()!, Form, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, TimeOnly value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString(Form, CultureInfo.InvariantCulture));
    }
}
