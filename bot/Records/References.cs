using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Records;

/// <summary>A case's reference and the word that stands beside it (P22).</summary>
internal sealed record Reference(CaseId Id, string CheckWord);

/// <summary>Takes the next <c>SB-yyyy-nnn</c> by an optimistic append. Gaps are allowed; a number is never given twice.</summary>
internal sealed partial class References(IRecord record, Words words, TimeProvider clock)
{
    public const string Stream = "references";

    /// <param name="source">The activity that asks: asked again, it gets the same reference.</param>
    public async Task<Reference> TakeAsync(string source, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lines = await record.ReadAsync(Stream, 0, cancellationToken);
            if (lines.FirstOrDefault(line => line.Envelope.Source == source) is { } taken)
            {
                return Read(taken);
            }

            var now = clock.GetUtcNow();
            var year = words.LocalDate(now).Year;
            var number = lines.Select(Parse).Where(other => other.Year == year).Select(other => other.Number).DefaultIfEmpty(0).Max() + 1;
            var line = LineOf(lines, new(year, number, CheckWords.For(year, number)), now, source);
            if (await record.TryAppendAsync(Stream, lines.Count, [line], source, null, cancellationToken) is Appended.Written)
            {
                return Read(line);
            }
        }
    }

    /// <summary>Leaves out numbers that may have been given and are not known of any more.</summary>
    /// <param name="known">Cases that there were.</param>
    /// <param name="count">How many are left out behind the last that is known, of this year.</param>
    /// <param name="source">What leaves them out: once.</param>
    public async Task PassOverAsync(IReadOnlyList<CaseId> known, int count, string source, CancellationToken cancellationToken)
    {
        var lines = await record.ReadAsync(Stream, 0, cancellationToken);
        if (lines.Any(line => line.Envelope.Source == source))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var year = words.LocalDate(now).Year;
        var last = lines.Select(Parse).Select(one => (one.Year, one.Number)).Concat(known.Select(Parse)).Where(one => one.Year == year)
            .Select(one => one.Number).DefaultIfEmpty(0).Max() + count;
        await record.TryAppendAsync(Stream, lines.Count, [LineOf(lines, new(year, last, CheckWords.For(year, last)), now, source)], source,
            null, cancellationToken);
    }

    /// <summary>The word that stands beside a reference, also where nothing of the case is left; <c>null</c> of what is none.</summary>
    public static string? WordOf(CaseId id) =>
        Parse(id) is { Year: > 0, Number: > 0 } known ? CheckWords.For(known.Year, known.Number) : null;

    private static (int Year, int Number) Parse(CaseId id) => id.Value.Split('-') is [_, var year, var number]
        && int.TryParse(year, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, CultureInfo.InvariantCulture, out var n)
            ? (y, n)
            : default;

    private static Line LineOf(IReadOnlyList<Line> lines, Taken taken, DateTimeOffset now, string source) => Line.Next(
        new(Stream, lines.Count + 1, "reference-taken", now, null, PersonId.Bot.Value, null, source, null, null, null),
        JsonSerializer.Serialize(taken, ReferenceJson.Default.Taken), salt: "", lines.Count == 0 ? "" : lines[^1].Hash);

    private static Reference Read(Line line)
    {
        var taken = Parse(line);
        return new(new(string.Create(CultureInfo.InvariantCulture, $"SB-{taken.Year}-{taken.Number:000}")), taken.Word);
    }

    private static Taken Parse(Line line) => JsonSerializer.Deserialize(line.Content!, ReferenceJson.Default.Taken)!;

    internal sealed record Taken(int Year, int Number, string Word);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Taken))]
    private sealed partial class ReferenceJson : JsonSerializerContext;
}
