using System.Security.Cryptography;
using System.Text;
using StrategyBot.Protocols.Teams;

namespace StrategyBot.Conversations;

/// <summary>What a redelivery is known by. A channel's own id is unique in its conversation and from its sender at most, and even there
/// only what is the same word for word is a repeat: nobody is told <em>Saved</em> of what doesn't stand.</summary>
/// <remarks>The record keeps it for good, so of what was typed it holds nothing that could be guessed (design §7).</remarks>
/// <param name="key">Of all instances.</param>
internal sealed class Sources(byte[] key)
{
    /// <summary>Without an id one activity can't be told from another, so it is never taken for a repeat.</summary>
    public string Of(Activity activity) => activity.Id is { Length: > 0 } id
        ? $"teams/{Of(activity.Conversation?.Id, activity.From?.Id, id, activity.Type, activity.Name, activity.Text, Raw(activity))}"
        : $"teams/none/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}";

    public string Of(params IEnumerable<string?> parts)
    {
        // With its length before each, no two lists of parts read the same.
        var all = string.Concat(parts.Select(part => $"{part?.Length ?? -1}:{part}"));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(all)))[..32];
    }

    private static string? Raw(Activity activity) => activity.Value?.GetRawText();
}
