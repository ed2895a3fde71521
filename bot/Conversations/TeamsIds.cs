using StrategyBot.Protocols.Teams;

namespace StrategyBot.Conversations;

/// <summary>What an activity's ids are good for.</summary>
internal static class TeamsIds
{
    // Teams' own have up to some 200 letters; an address of the connector takes no more than this anyway.
    private const int Longest = 1_000;

    /// <summary>Whether an id leads somewhere: an empty one doesn't, and a dot or two lead to another path.</summary>
    public static bool Leads(string? id) => id is { Length: > 0 and <= Longest } and not ("." or "..") && !string.IsNullOrWhiteSpace(id);

    public static bool IsPersonal(Activity activity) =>
        string.Equals(activity.Conversation?.ConversationType, "personal", StringComparison.OrdinalIgnoreCase);
}
