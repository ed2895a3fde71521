using Microsoft.Kiota.Abstractions;

namespace StrategyBot.Graph;

/// <summary>What we ask of Graph by its <c>Prefer</c> header.</summary>
internal static class GraphPreferences
{
    /// <summary>Ids that survive a move between folders, for example from Drafts to Sent Items.</summary>
    public static void PreferImmutableIds(this RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    /// <summary><c>invited</c> and <c>coorganizer</c> came later and are shown only to who asks (facts G4).</summary>
    public static void PreferNewerValues(this RequestHeaders headers) => headers.Add("Prefer", "include-unknown-enum-members");
}
