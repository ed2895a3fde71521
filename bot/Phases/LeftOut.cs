using StrategyBot.Rules;

namespace StrategyBot.Phases;

/// <summary>What a list of cases says where one of them can't be read by this release.</summary>
internal static class LeftOut
{
    public static IReadOnlyList<CardElement> Line(bool someLeftOut) => someLeftOut ? [new TextBlock(NewerReleaseException.LeftOut)] : [];
}
