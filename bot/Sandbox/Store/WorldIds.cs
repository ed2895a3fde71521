using System.Security.Cryptography;

namespace StrategyBot.Sandbox.Store;

/// <summary>Ids for what the world makes.</summary>
internal static class WorldIds
{
    /// <summary>32 hexadecimal digits.</summary>
    /// <remarks>Random, not counted: a bot whose record outlives a deleted sandbox.db must not meet an activity id a second time.</remarks>
    public static string New() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
