using System.Globalization;
using System.Text.Json.Serialization;

namespace StrategyBot.Records.Backups;

/// <summary>Some of one stream, as a copy of the record holds it.</summary>
internal sealed record BackupPage(string Stream)
{
    public IReadOnlyList<BackupLine> Lines { get; init; } = [];

    public IReadOnlyList<Access> Accesses { get; init; } = [];

    /// <summary>Of the last page alone: what the whole copy holds.</summary>
    public BackupCount? All { get; init; }
}

internal sealed record BackupCount(int Streams, int Lines)
{
    public string Say() => string.Create(CultureInfo.InvariantCulture,
        $"{Streams:N0} {(Streams == 1 ? "stream" : "streams")}, {Lines:N0} {(Lines == 1 ? "line" : "lines")}");
}

/// <summary>A line letter by letter, so that it has the hash that it had.</summary>
internal sealed record BackupLine(
    int Seq, string Envelope, string? Content, string? Salt, string Digest, string Previous, string Hash)
{
    public static BackupLine Of(Line line) =>
        new(line.Seq, line.Letters, line.Content, line.Salt, line.Digest, line.Previous, line.Hash);

    public Line ToLine() => Line.Read(Seq, Envelope, Content, Salt, Digest, Previous, Hash);
}

/// <summary>What stands before the pages, to be read by anybody.</summary>
/// <param name="Key">Which key opens it.</param>
/// <param name="Salt">Of this copy alone.</param>
/// <param name="TakenAt">When the first stream was read.</param>
internal sealed record BackupHeader(int Format, string Key, byte[] Salt, DateTimeOffset TakenAt)
{
    public const int Known = 1;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BackupPage))]
[JsonSerializable(typeof(BackupHeader))]
internal sealed partial class BackupJson : JsonSerializerContext;
