using StrategyBot.Tests.TestKit.Load;

namespace StrategyBot.Benchmarks.Load;

/// <summary>How the wanted answers are known: each by what stands near its beginning.</summary>
internal static class Answers
{
    /// <summary>What the bot and floor B show.</summary>
    public static byte[] Form { get; } = "What your agency knows"u8.ToArray();

    public static byte[] Saved { get; } = "\"title\":\"Saved\""u8.ToArray();

    public static byte[] Constant { get; } = "Nothing was done."u8.ToArray();

    public static byte[] Echoed { get; } = "Opened"u8.ToArray();

    /// <summary>An answer to a message has no body.</summary>
    public static byte[] None { get; } = [];

    // Behind the head of its first chunk.
    private const int Beginning = 400;

    public static bool Says(HttpReply reply, byte[] marker) =>
        reply.Status == 200 && reply.Body[..Math.Min(reply.Body.Length, Beginning)].IndexOf(marker) >= 0;
}
