using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using StrategyBot.Rules;

namespace StrategyBot.Records;

/// <summary>The written form of each fact: its content as JSON, and what goes into the envelope.</summary>
internal sealed class CaseCodec(FactKinds kinds)
{
    /// <summary>A fact is at most 60 KB (design §5.8): a store's line must hold it, and its envelope.</summary>
    public const int MostBytes = 60 * 1024;

    /// <summary>Its first line says that links of the first releases were looked for in every case. Another stream than the one that an
    /// earlier release wrote: that one had left out what it couldn't read.</summary>
    public const string OldLinksSettled = "upgrades/link-nonces-of-all";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // Typed words stay readable on disk; the record is never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string StreamOf(CaseId id) => $"cases/{id.Value}";

    public static bool IsCase(string stream) => stream.StartsWith("cases/", StringComparison.Ordinal);

    /// <summary>A case's reference; a stream's own name where it is none's.</summary>
    public static string NameOf(string stream) => IsCase(stream) ? CaseOf(stream).Value : stream;

    public static CaseId CaseOf(string stream) => new(stream["cases/".Length..]);

    /// <summary>The lines that follow <paramref name="previous"/> (a version and its hash).</summary>
    public IReadOnlyList<Line> Write(
        CaseId id, (int Version, string Hash) previous, IReadOnlyList<Fact> facts, PersonId by, string source, DateTimeOffset at)
    {
        var lines = new List<Line>(facts.Count);
        foreach (var fact in facts)
        {
            var content = JsonSerializer.Serialize(fact, fact.GetType(), Json);
            if (Encoding.UTF8.GetByteCount(content) > MostBytes)
            {
                throw new ArgumentException($"A fact of kind '{kinds.NameOf(fact)}' is over {MostBytes} bytes.");
            }

            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            var envelope = new Envelope(
                StreamOf(id), previous.Version + 1, kinds.NameOf(fact), at, fact.HappenedAt, by.Value, fact.OnBehalfOf?.Value, source,
                fact.Meeting?.Value, fact.Child?.Value,
                fact.Audience == Audience.Professionals ? null : JsonSerializer.Serialize(fact.Audience, Json),
                Remainder(fact) is { } remainder ? Line.DigestOfRemainder(salt, remainder) : null);
            var line = Line.Next(envelope, content, salt, previous.Hash);
            lines.Add(line);
            previous = (line.Seq, line.Hash);
        }

        return lines;
    }

    /// <summary>What is left of a fact when its words are sealed; <c>null</c> where it holds none.</summary>
    public static string? Remainder(Fact fact) => fact.Withheld() is var rest && !ReferenceEquals(rest, fact)
        ? JsonSerializer.Serialize(rest, rest.GetType(), Json)
        : null;

    /// <summary>A line with its words gone; with all that it said gone, where what would be left can't be proved: of an earlier release.
    /// </summary>
    public Line Sealed(Line line) => line.IsWithheld ? line
        : Remainder(Read(line).Fact) is { } left && Line.DigestOfRemainder(line.Salt!, left) == line.Envelope.Remainder ? line.Sealed(left)
        : line with { Content = null, Salt = null };

    /// <summary>All that a fact says, as it stands on disk.</summary>
    public static JsonObject ContentOf(Fact fact) => JsonSerializer.SerializeToNode(fact, fact.GetType(), Json)!.AsObject();

    /// <summary>The words of a fact: what it holds and its <see cref="Fact.Withheld"/> doesn't, in the order in which they stand.</summary>
    public static IReadOnlyList<string> WordsOf(Fact fact)
    {
        JsonNode? Node(Fact one) => JsonSerializer.SerializeToNode(one, one.GetType(), Json);
        var rest = fact.Withheld();
        return ReferenceEquals(rest, fact) ? [] : [.. Beyond(Node(fact), Node(rest))];
    }

    private static IEnumerable<string> Beyond(JsonNode? whole, JsonNode? rest) => whole switch
    {
        JsonObject all => all.SelectMany(one => Beyond(one.Value, (rest as JsonObject)?[one.Key])),
        JsonArray all => all.SelectMany((one, index) => Beyond(one, rest is JsonArray left && index < left.Count ? left[index] : null)),
        JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text
            && !(rest is JsonValue other && other.GetValueKind() == JsonValueKind.String && other.GetValue<string>() == text) => [text],
        _ => [],
    };

    /// <exception cref="NewerReleaseException">A newer release wrote it.</exception>
    public Entry Read(Line line)
    {
        var e = line.Envelope;
        var type = kinds.TypeOf(e.Kind) ?? throw new NewerReleaseException(CaseOf(e.Stream).Value);
        var fact = (line.Content is { } content ? Of<Fact>(content, type, e) : new ContentGone()) with
        {
            Meeting = e.Meeting is { } meeting ? new MeetingId(meeting) : null,
            Child = e.Child is { } child ? new ChildId(child) : null,
            HappenedAt = e.HappenedAt,
            OnBehalfOf = e.OnBehalfOf is { } other ? new ParticipantId(other) : null,
            Audience = e.Audience is { } audience ? Of<Audience>(audience, typeof(Audience), e) : Audience.Professionals,
        };
        return new(e.Seq, e.At, new PersonId(e.By), fact) { IsWithheld = line.IsWithheld };
    }

    /// <summary>A word that this release doesn't know (an answer, an agency) is a newer one's, as an unknown kind is.</summary>
    private static T Of<T>(string content, Type type, Envelope envelope)
        where T : class
    {
        try
        {
            return (T)JsonSerializer.Deserialize(content, type, Json)!;
        }
        catch (JsonException unknown) when (IsJson(content))
        {
            throw new NewerReleaseException(CaseOf(envelope.Stream).Value, unknown);
        }
    }

    /// <summary>What is no JSON at all is damage, and no release's.</summary>
    private static bool IsJson(string content)
    {
        try
        {
            using var whole = JsonDocument.Parse(content);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
