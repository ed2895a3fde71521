using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace StrategyBot.Protocols.Tables;

/// <summary>The service's limits, kept before anything is sent: the emulator doesn't keep them all, and a refusal here costs no round trip.</summary>
/// <remarks>
/// learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model and performing-entity-group-transactions.
/// A message names a property, never its value or a key.
/// </remarks>
internal static partial class TableLimits
{
    public const int MaxActions = 100;
    public const int MaxTransactionBytes = 4 * 1024 * 1024;
    private const int MaxEntityBytes = 1024 * 1024;
    private const int MaxValueBytes = 64 * 1024;
    private const int MaxKeyBytes = 1024;
    // 255 with PartitionKey, RowKey and Timestamp.
    private const int MaxProperties = 252;
    private static readonly DateTimeOffset EarliestInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void CheckTableName(string name) =>
        Refuse(!TableName().IsMatch(name) || name.Equals("tables", StringComparison.OrdinalIgnoreCase), "A table's name is 3 to 63 letters and digits, a letter first, and not \"tables\".");

    public static void CheckKeys(string partitionKey, string rowKey)
    {
        CheckKey(partitionKey, "PartitionKey");
        CheckKey(rowKey, "RowKey");
    }

    public static void CheckEntity(TableEntity entity)
    {
        CheckKeys(entity.PartitionKey, entity.RowKey);
        Refuse(entity.Count > MaxProperties, $"An entity has at most {MaxProperties} properties; this one has {entity.Count}.");
        foreach (var (name, value) in entity)
        {
            Refuse(!PropertyName().IsMatch(name) || name is "PartitionKey" or "RowKey" or "Timestamp", $"\"{name}\" can't be a property's name.");
            CheckValue(name, value);
        }

        var size = Size(entity);
        Refuse(size > MaxEntityBytes, $"An entity is at most {MaxEntityBytes} bytes; this one is {size}.");
    }

    private static void CheckKey(string key, string which)
    {
        // Strings are UTF-16 in the service: two bytes a character.
        Refuse(key.Length * 2 > MaxKeyBytes, $"A {which} is at most {MaxKeyBytes / 2} characters; this one has {key.Length}.");
        Refuse(key.Any(c => c is '/' or '\\' or '#' or '?' || char.IsControl(c)), $"A {which} can't hold / \\ # ? or a control character.");
        CheckText(key, which);
    }

    private static void CheckValue(string name, object value)
    {
        var size = SizeOf(name, value);
        // The four bytes that count a value's length are the entity's, not the value's.
        Refuse(value is string or byte[] && size - 4 > MaxValueBytes, $"A value is at most {MaxValueBytes} bytes; {name} has {size - 4}.");
        Refuse(value is DateTimeOffset at && at < EarliestInstant, $"{name} is before 1601, the earliest year that the service keeps.");
        if (value is string text)
        {
            CheckText(text, name);
        }
    }

    // Half a pair would be sent as U+FFFD, so that what is read isn't what was written, and two keys become one.
    private static void CheckText(string text, string which) => Refuse(HasHalfAPair(text), $"{which} holds half of a surrogate pair.");

    private static bool HasHalfAPair(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != OperationStatus.Done)
            {
                return true;
            }

            text = text[used..];
        }

        return false;
    }

    // The service's own sum: 4 + 2 a character of the keys; for each property 8 + 2 a character of its name + its value.
    private static int Size(TableEntity entity) =>
        4 + (2 * (entity.PartitionKey.Length + entity.RowKey.Length)) + entity.Sum(p => 8 + (2 * p.Key.Length) + SizeOf(p.Key, p.Value));

    private static int SizeOf(string name, object value) => value switch
    {
        string text => 4 + (2 * text.Length),
        byte[] bytes => 4 + bytes.Length,
        bool => 1,
        int => 4,
        long or double or DateTimeOffset => 8,
        Guid => 16,
        _ => throw new ArgumentException($"{name} is a {value.GetType().Name}, which a table can't hold."),
    };

    private static void Refuse(bool broken, string sentence)
    {
        if (broken)
        {
            throw new ArgumentException(sentence);
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{2,62}\z")]
    private static partial Regex TableName();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]{0,254}\z")]
    private static partial Regex PropertyName();
}
