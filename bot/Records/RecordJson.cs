using System.Text.Json.Serialization;

namespace StrategyBot.Records;

/// <summary>How envelopes are written. The property order is part of the hash chain: never change it.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Envelope))]
internal sealed partial class RecordJson : JsonSerializerContext;
