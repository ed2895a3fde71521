using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrategyBot.Records;

/// <summary>A case's reference and the word that stands beside it (P22).</summary>
internal sealed record Reference(CaseId Id, string CheckWord);

/// <summary>Takes the next <c>SB-yyyy-nnn</c> by an optimistic append. Gaps are allowed; a number is never given twice.</summary>
internal sealed partial class References(IRecord record, Words words, TimeProvider clock)
{
    private const string Stream = "references";

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
            var content = JsonSerializer.Serialize(new Taken(year, number, CheckWords.For(year, number)), ReferenceJson.Default.Taken);
            var envelope =
                new Envelope(Stream, lines.Count + 1, "reference-taken", now, null, PersonId.Bot.Value, null, source, null, null, null);
            var line = Line.Next(envelope, content, salt: "", lines.Count == 0 ? "" : lines[^1].Hash);
            if (await record.TryAppendAsync(Stream, lines.Count, [line], source, null, cancellationToken) is Appended.Written)
            {
                return Read(line);
            }
        }
    }

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
