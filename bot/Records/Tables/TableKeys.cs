using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StrategyBot.Records.Tables;

/// <summary>How names become keys. Keys stand in addresses and in the account's own logs:
/// ids may be read there, a person's address may not.</summary>
internal static class TableKeys
{
    public const string Head = "head";
    public const string Lease = "lease";

    // Enough that the runner's look doesn't hang on one partition, few enough for one query over all (design §8).
    private const int Shards = 16;

    private const int LongestKey = 512;

    // An activity's id has no limit that Microsoft names.
    private const int LongestSource = 400;

    /// <exception cref="ArgumentException">It is longer than a key can be.</exception>
    public static string Stream(string name) => Escaped(name) is { Length: <= LongestKey } key
        ? key
        : throw new ArgumentException($"A stream's name makes a key of at most {LongestKey} characters.");

    public static string StreamName(string key)
    {
        var name = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            var isEscaped = key[i] == '~';
            name.Append(isEscaped
                ? (char)ushort.Parse(key.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                : key[i]);
            i += isEscaped ? 4 : 0;
        }

        return name.ToString();
    }

    /// <summary>Sorts as the numbers do.</summary>
    public static string Line(int seq) => string.Create(CultureInfo.InvariantCulture, $"line-{seq:000000000}");

    public static int Seq(string key) =>
        int.TryParse(key.AsSpan("line-".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? seq : 0;

    public static string Source(string source) =>
        Escaped(source) is { Length: <= LongestSource } whole ? $"source-{whole}" : $"source~{Hash(source)}";

    /// <summary>A term may be somebody's mail address.</summary>
    public static string Term(string term) => Hash(term);

    /// <summary>Tells whether words are others than before.</summary>
    public static string Digest(string text) => Hash(text);

    public static string Shard(string stream) =>
        string.Create(CultureInfo.InvariantCulture, $"due-{SHA256.HashData(Encoding.UTF8.GetBytes(stream))[0] % Shards:x}");

    public static string Access(Access access, int index) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{access.At.UtcTicks:0000000000000000000}-{Hash($"{access.Person}\n{access.What}\n{index}")}");

    // 128 bits: no two terms of one authority will ever share them.
    private static string Hash(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    // A key can't hold / \ # ? or a control character, and a % in one has been trouble ever since; what is left sorts the same everywhere.
    private static string Escaped(string name)
    {
        var key = new StringBuilder(name.Length + 16);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ':' or '@')
            {
                key.Append(letter);
            }
            else
            {
                key.Append(CultureInfo.InvariantCulture, $"~{(int)letter:x4}");
            }
        }

        return key.ToString();
    }
}
