using System.Collections;
using Azure;

namespace StrategyBot.Protocols.Tables;

/// <summary>A row: two keys, what the service adds, and up to 252 named values.</summary>
/// <remarks>
/// Values are <see cref="string"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="DateTimeOffset"/>,
/// <see cref="Guid"/> or <see cref="byte"/>[]. Keys appear in URLs and in logs of requests, so they hold ids and never names, addresses or text.
/// Unlike the official class, enumerating gives the named values only, not the keys.
/// </remarks>
public class TableEntity : IEnumerable<KeyValuePair<string, object>>
{
    // In the order they were set, so that a request reads the same every time.
    private readonly OrderedDictionary<string, object> values = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    /// <summary>The version of the row as it was read; set by the service.</summary>
    public ETag ETag { get; set; }

    /// <summary>When the row was last written, by the service's clock.</summary>
    public DateTimeOffset? Timestamp { get; set; }

    public int Count => values.Count;

    /// <summary>The value, or <c>null</c> where the row has none of that name; setting <c>null</c> takes it away.</summary>
    public object? this[string key]
    {
        get => values.GetValueOrDefault(key);
        set => _ = value is null ? values.Remove(key) : Set(key, value);
    }

    public void Add(string key, object? value) => this[key] = value;

    public string? GetString(string key) => (string?)this[key];

    public int? GetInt32(string key) => (int?)this[key];

    /// <summary>A whole number written as <see cref="int"/> is read too, so that a counter may grow.</summary>
    public long? GetInt64(string key) => this[key] is int small ? small : (long?)this[key];

    public bool? GetBoolean(string key) => (bool?)this[key];

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)this[key];

    public byte[]? GetBinary(string key) => (byte[]?)this[key];

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Set(string key, object value)
    {
        values[key] = value;
        return true;
    }
}
